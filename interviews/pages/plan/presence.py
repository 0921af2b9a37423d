"""An open plan tells of itself every few seconds, and hears who else is there and what they changed."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import trigger_client_event

from interviews import access
from interviews.forms.numbers import whole
from interviews.models import Surroundings, leave, look_around
from interviews.pages.guard import signed_in
from interviews.pages.plan.catching_up import Caught, caught_up, grounds_now
from interviews.pages.plan.here import PLACE, here, signature

SIGNED_OUT, FAR = "signed_out", "far"
_MOST_OWN = 50


@dataclass(frozen=True)
class Asked:
    """What the page says of itself.

    `version`: the last one that it shows, None when it lost track. `own`: versions after it that it made and shows.
    `status`: that of the interview, and `grounds` how often a lawful ground was chosen, agreed to or withdrawn, as the
    page knows it. `seen`: the `signature` of who it shows. `place`: the id of the element that the person edits.
    `kept`: ids that are not to be touched. `is_again`: it has heard of these changes, and wants to show what it left
    alone then."""

    version: int | None
    own: frozenset[int]
    status: str
    grounds: int
    seen: str
    place: str
    kept: frozenset[str]
    is_again: bool

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """What a request says; nonsense counts as nothing."""
        sent = request.GET
        place = sent.get("place", "")
        kept = f"{sent.get('editing', '')} {request.headers.get('X-Kept', '')}".split()
        return cls(
            version=whole(sent.get("version")) or None,
            own=frozenset(map(whole, sent.get("own", "").split()[:_MOST_OWN])),
            status=sent.get("status", ""),
            grounds=whole(sent.get("grounds")),
            seen=sent.get("seen", ""),
            place=place if PLACE.fullmatch(place) else "",
            kept=frozenset(kept) - {"main"},
            is_again=bool(sent.get("again")),
        )


@require_GET
def presence(request: HttpRequest, identifier: int) -> HttpResponse:
    """Tells that the person is here; 204 while the page shows all there is. Who is signed out is told so in place."""
    if request.user.is_authenticated:
        return _look(request, identifier)
    if request.GET.get("status") == SIGNED_OUT:
        return HttpResponse(status=204)
    banner = render_to_string("interviews/plan/meanwhile.html", {"meanwhile": SIGNED_OUT, "oob": True}, request)
    return _answer([banner], {"status": SIGNED_OUT}, _words(banner))


@require_POST
@signed_in
def presence_left(request: HttpRequest, identifier: int) -> HttpResponse:
    """The page was left."""
    leave(identifier, access.person(request))
    return HttpResponse(status=204)


@signed_in
def _look(request: HttpRequest, identifier: int) -> HttpResponse:
    asked = Asked.of(request)
    found = look_around(identifier, access.person(request), asked.place)
    if found is None:
        raise Http404
    fragments: list[str] = []
    if signature(found.others) != asked.seen:
        people = here(identifier, found.others) | {"is_news": True}
        fragments.append(render_to_string("interviews/plan/presence.html", people))
    known: dict[str, Any] = {}
    caught = _caught_up(request, identifier, found, asked)
    if caught is not None:
        fragments.extend(caught.fragments)
        fragments.extend(_news(identifier, caught))
        known["version"] = caught.version or FAR
        if caught.version and asked.kept:
            known["held"] = True
    if found.grounds != asked.grounds and not found.is_deleted:
        fragments.extend(grounds_now(request, identifier, asked.kept))
        known["grounds"] = found.grounds
    status = "deleted" if found.is_deleted else found.status
    if status != asked.status or (caught is not None and caught.version is None):
        banner = _meanwhile(request, identifier, asked, status, caught)
        fragments.append(banner)
        known["status"] = status
        return _answer(fragments, known, _words(banner))
    return _answer(fragments, known, caught.said if caught else "")


def _caught_up(request: HttpRequest, identifier: int, found: Surroundings, asked: Asked) -> Caught | None:
    if found.is_deleted or asked.version is None or found.version == asked.version:
        return None
    if asked.is_again and asked.kept:
        return None
    caught = caught_up(request, identifier, asked.version, asked.own, asked.kept)
    return replace(caught, said="") if asked.is_again else caught


def _news(identifier: int, caught: Caught) -> list[str]:
    if not caught.said:
        return []
    news = {"said": caught.said, "identifier": identifier, "is_news": True}
    return [render_to_string("interviews/plan/news.html", news)]


def _meanwhile(request: HttpRequest, identifier: int, asked: Asked, status: str, caught: Caught | None) -> str:
    is_back = asked.status == SIGNED_OUT
    is_far = caught is not None and caught.version is None
    what = "" if is_back else FAR if is_far and status == asked.status else status
    who = caught.published_by if caught else ""
    context = {"meanwhile": what, "who": who, "identifier": identifier, "oob": True}
    return render_to_string("interviews/plan/meanwhile.html", context, request)


def _words(banner: str) -> str:
    return " ".join(strip_tags(banner).split())


def _answer(fragments: list[str], known: dict[str, Any], said: str) -> HttpResponse:
    if not fragments and not known:
        return HttpResponse(status=204)
    response = HttpResponse("".join(fragments))
    if known:
        trigger_client_event(response, "plan-known", known, after="swap")
    if said:
        trigger_client_event(response, "announce", {"text": said}, after="swap")
    return response
