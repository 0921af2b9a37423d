"""What tests of editing in place share."""

import re

HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


def sent(browser, url, **typed):
    """What a browser sends: the form as it was shown, with what the person typed."""
    form = browser.get(url).context["form"]
    fields = {field.name: field.value() for field in form.visible_fields()}
    return {**fields, **dict(form.digests), **typed}


def digests(page):
    """The digests in an answer, by the names of their fields."""
    return dict(re.findall(r'name="((?:seen|theirs)_\w+)" value="(\w+)"', page))
