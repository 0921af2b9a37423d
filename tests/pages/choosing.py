"""What tests of the settings share."""


def text(response):
    return response.content.decode()


def urls(interview, kind):
    return [f"/interviews/{interview.pk}/settings/{kind}/", f"/settings/{kind}/"]


def form(browser, url, **typed):
    """What a browser sends: the form as it was shown, with what the person chose. None leaves a box unchecked."""
    shown = browser.get(url).context["form"]
    sent = {name: shown[name].value() for name in shown.fields} | typed
    return {name: value for name, value in sent.items() if value not in (None, False)}
