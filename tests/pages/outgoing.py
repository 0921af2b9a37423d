"""What the tests of a team's notifications share."""

import html

from interviews.models import Delivery

URL = "/settings/notifications/"
HOOK = "https://example.org/hook?token=let-me-in"
HTMX = {"HX-Request": "true"}


def text(response):
    return html.unescape(response.content.decode())


def change(delivery, **values):
    Delivery.objects.filter(pk=delivery.pk).update(**values)
