"""What somebody typed into a form that could not be taken: kept in the session until the form is open again."""

from django.http import HttpRequest, QueryDict

# Addresses, by name, whose form shows again what was typed; and how much of it is kept, in bytes.
KEPT_AT = {"edit_question"}
MOST = 60_000
_KEY = "typed"


def keep_typed(request: HttpRequest) -> bool:
    """Keeps what was sent without script, and says whether it will be shown again at the same address."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.url_name not in KEPT_AT or len(request.body) > MOST:
        return False
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    request.session[_KEY] = {"path": request.path, "sent": sent.urlencode()}
    return True


def typed_at(request: HttpRequest) -> QueryDict | None:
    """What was kept for this address, once."""
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    return QueryDict(kept["sent"], mutable=True)
