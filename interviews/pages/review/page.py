"""A plan to read, to comment on and to approve by a link, without an account."""

import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES
from interviews.forms.numbers import whole
from interviews.forms.reviews import ReviewForm
from interviews.models import Interview, Membership, ReviewLink
from interviews.pages.guard import wants_fragment
from interviews.pages.review.door import by_link, is_too_much, link_over
from interviews.pages.review.reading import Review
from interviews.services.reviews import LinkOver, PlanMoved, Said, SaidEnough, hear, known, subjects

TEMPLATE = "review/page.html"
_FIELD = re.compile(r"on-((?:question|skill)-[0-9]{1,18})")


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def review(request: HttpRequest, link: ReviewLink) -> HttpResponse:
    """The plan as it stands; sent, what was said about it is kept."""
    interview = Interview.objects.with_plan().get(pk=link.interview_id)
    if request.method == "POST":
        return _hear(request, link, interview)
    if request.method == "GET" and not _is_of_team(request, link):
        link.touch()
    return _page(request, Review(link, interview, _fresh(link, interview), whole(request.GET.get("read")) or None))


def _fresh(link: ReviewLink, interview: Interview, typed: dict[str, str] | None = None, name: str = "") -> ReviewForm:
    initial = {"name": name or link.recipient, "version": interview.version, **(typed or {})}
    return ReviewForm(_keys(interview, typed or {}), initial=initial)


def _keys(interview: Interview, fields: Any) -> list[str]:
    """What can be commented on, and what could be when the page was opened."""
    sent = [found[1] for found in map(_FIELD.fullmatch, fields) if found]
    return list(known(interview, [*subjects(interview), *sent]))


def _is_of_team(request: HttpRequest, link: ReviewLink) -> bool:
    return request.user.is_authenticated and Membership.objects.filter(user=request.user, team=link.team_id).exists()


def _hear(request: HttpRequest, link: ReviewLink, interview: Interview) -> HttpResponse:
    form = ReviewForm(_keys(interview, request.POST), request.POST)
    read = min(whole(request.POST.get("version")) or interview.version, interview.version)
    if "look" in request.POST and not is_too_much(request, link):
        return _again(request, Review(link, interview, form, read))
    if "look" in request.POST or is_too_much(request, link):
        problem = _(
            "You have sent a lot within a few minutes, so this was not kept. Wait ten minutes and send it again."
        )
        return _again(request, Review(link, interview, form, read), problem, status=429)
    if not form.is_valid():
        return _refused(request, Review(link, interview, form, read), status=422)
    try:
        hear(link, interview, _said(form, read))
    except LinkOver:
        return link_over(request)
    except SaidEnough:
        problem = _(
            "As much was said by this link as one link can take, so this was not kept. Ask the person who sent it for "
            "a new link, and copy what you typed into its page."
        )
        return _again(request, Review(link, interview, form, read), problem, status=409)
    except PlanMoved:
        return _moved(request, Review(link, interview, form, read))
    return _kept(request, link, interview, form, read)


def _said(form: ReviewForm, read: int) -> Said:
    chosen = form.cleaned_data
    note = chosen["note"] if chosen["decision"] else ""
    return Said(chosen["name"], read, form.sent(), chosen["decision"], note)


def _kept(request: HttpRequest, link: ReviewLink, interview: Interview, form: ReviewForm, read: int) -> HttpResponse:
    """What was said stands on the page; what was typed elsewhere and not sent is still in its field."""
    typed, place = form.kept(), _place(form)
    has_moved = read < interview.version
    if not wants_fragment(request) and not typed:
        query = f"?{urlencode({'read': read})}" if has_moved else ""
        return redirect(f"{request.path}{query}#{place}")
    page = Review(link, interview, _fresh(link, interview, typed, form.cleaned_data["name"]), read)
    if not wants_fragment(request):
        return _page(request, page)
    told = _("Kept. Thank you.") if form.cleaned_data["decision"] else _("Comment sent.")
    response = HttpResponse("".join(_parts(request, page, form)))
    return trigger_client_event(response, "announce", {"text": told})


def _place(form: ReviewForm) -> str:
    return "decision" if form.cleaned_data["decision"] else f"talk-{form.cleaned_data['send'] or form.keys[0]}"


def _parts(request: HttpRequest, page: Review, sent: ReviewForm) -> list[str]:
    """The part beside the pressed button, then the others that changed with it, out of band."""
    keys = list(sent.sent())
    if not sent.cleaned_data["decision"]:
        return [_talk(request, page, keys[0], is_sent=True), _part(request, page, "moved", oob=True)]
    talks = [_talk(request, page, key, oob=True) for key in keys]
    return [_part(request, page, "decision", is_sent=True), *talks, _part(request, page, "moved", oob=True)]


def _part(request: HttpRequest, page: Review, name: str, **more: Any) -> str:
    return render_to_string(f"review/{name}.html", _context(request, page) | more, request)


def _talk(request: HttpRequest, page: Review, key: str, **more: Any) -> str:
    return _part(request, page, "talk", talk=page.shown(key), **more)


def _refused(request: HttpRequest, page: Review, status: int) -> HttpResponse:
    """The form with its errors: to htmx the part beside the pressed button, and whatever else has one."""
    form = page.form
    if not wants_fragment(request):
        data = request.POST.copy()
        data["version"] = str(page.interview.version)
        seen = ReviewForm(form.keys, data)
        return _page(request, Review(page.link, page.interview, seen, page.read), status=status)
    wrong = [key for key in form.keys if form.talk(key).errors]
    if form.data.get("decision"):
        parts = [_part(request, page, "decision", is_refused=True)]
    else:
        pressed = form.data.get("send", "")
        first = pressed if pressed in form.keys else form.keys[0]
        wrong = [key for key in wrong if key != first]
        form.talk(first).field.widget.attrs["autofocus"] = True
        parts = [_talk(request, page, first, is_refused=True)]
    parts += [_talk(request, page, key, oob=True) for key in wrong]
    parts.append(_part(request, page, "name", oob=True))
    return HttpResponse("".join(parts), status=status)


def _moved(request: HttpRequest, page: Review) -> HttpResponse:
    """The plan was changed since it was read: it is shown again before it can be approved."""
    if wants_fragment(request):
        return HttpResponse(_part(request, page, "decision", has_moved=True), status=409)
    return _again(request, page, _moved_sentence(page), status=409)


def _moved_sentence(page: Review) -> str:
    return _(
        "The plan was changed while you read it: you read version %(read)d, this is version %(now)d. Nothing was "
        "approved yet. What is new is marked; look at it, then approve this version."
    ) % {"read": page.read, "now": page.interview.version}


def _again(request: HttpRequest, page: Review, problem: str = "", status: int = 200) -> HttpResponse:
    """The page as it stands now, with all that was typed still in its fields."""
    form = page.form
    typed = {name: form.data.get(name, "") for name in form.fields if name.startswith("on-") or name == "note"}
    fresh = _fresh(page.link, page.interview, typed, form.data.get("name", ""))
    shown = Review(page.link, page.interview, fresh, page.read)
    return _page(request, shown, status, problem=problem)


def _page(request: HttpRequest, page: Review, status: int = 200, **more: Any) -> HttpResponse:
    context = _context(request, page) | {"is_of_team": _is_of_team(request, page.link)}
    return render(request, TEMPLATE, context | more, status=status)


def _context(request: HttpRequest, page: Review) -> dict[str, Any]:
    return {
        "here": request.path,
        "review": page,
        "link": page.link,
        "interview": page.interview,
        "form": page.form,
        "opening_minutes": OPENING_MINUTES,
        "closing_minutes": CLOSING_MINUTES,
    }
