"""What somebody with a review link sends."""

from interviews.models import Question

OVER = "This link does not work any more"
HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


def send(client, url, headers=None, **data):
    return client.post(url, {"name": "Helen", "version": "1", **data}, headers=headers)


def key():
    return f"question-{Question.objects.order_by('pk').first().pk}"


def comment(client, url, words="Too narrow for us.", headers=None, **data):
    return client.post(
        url, {"name": "Helen", "version": "1", f"on-{key()}": words, "send": key(), **data}, headers=headers
    )
