"""What somebody typed into a form that could not be taken: kept in the session until the form is open again.

It belongs to the person whose page the form was on: the form carries a sign of it, which nobody else can make."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.core import signing
from django.dispatch import receiver
from django.http import HttpRequest, QueryDict

# Addresses, by name, whose form shows again what was typed; and how much of it is kept, in bytes.
KEPT_AT = {"edit_question"}
MOST = 60_000
FIELD = "keeper"
_KEY, _SALT, _SECONDS = "typed", "interviews.typed", 14 * 24 * 3600


def sign_of(person: int) -> str:
    """What a form carries so that what is typed into it can be kept for this person."""
    return signing.dumps(person, salt=_SALT)


def keep_typed(request: HttpRequest) -> bool:
    """Keeps what was sent without script, and says whether it will be shown again at the same address."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.url_name not in KEPT_AT:
        return False
    try:
        person = signing.loads(request.POST.get(FIELD, ""), salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return False
    if request.user.is_authenticated and request.user.pk != person:
        return False
    fields = request.POST.copy()
    for name in ("csrfmiddlewaretoken", FIELD):
        fields.pop(name, None)
    sent = fields.urlencode()
    if len(sent) > MOST:
        return False
    request.session[_KEY] = {"path": request.path, "sent": sent, "person": person}
    return True


def typed_at(request: HttpRequest) -> QueryDict | None:
    """What this person has typed at this address and could not be taken, once. What another typed is dropped."""
    kept = request.session.get(_KEY)
    if kept and kept.get("person") != request.user.pk:
        del request.session[_KEY]
        return None
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    return QueryDict(kept["sent"], mutable=True)


@receiver(user_logged_in)
def _forget_another(request: HttpRequest | None, user: Any, **_more: Any) -> None:
    """Drops what another than this person has typed, as soon as this person signs in."""
    session = getattr(request, "session", None)
    if session is not None and _KEY in session and session[_KEY].get("person") != user.pk:
        del session[_KEY]
