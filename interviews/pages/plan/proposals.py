"""Deciding on a proposal: take it, take parts of it, or keep the question as it is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.access import person
from interviews.edits.proposals import PARTS
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.again import parts
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.services import proposals
from interviews.services.editing import Edited, by_person


@require_POST
@signed_in
def take(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes what is proposed for one question: all of it, or the parts that were chosen."""
    found = access.proposal(request, identifier, change=True)
    chosen = list(PARTS) if "all" in request.POST else request.POST.getlist("part")
    question, by = _question(request), by_person(person(request))
    try:
        edited = proposals.take(found, [question], by=by, parts=chosen)
    except EditRefused as error:
        return refuse(request, found.interview, error)
    return _taken(request, edited, _("Taken."), {question})


@require_POST
@signed_in
def take_all(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes all that is still to be decided."""
    found = access.proposal(request, identifier, change=True)
    shown = {one.replaces for one in found.content.questions if one.replaces}
    edited, left = proposals.take_all(found, by=by_person(person(request)))
    if edited is None:
        sentence = _("None of these questions can be changed any more: they were locked, removed or decided on.")
        return refuse(request, found.interview, EditRefused(sentence))
    said = ngettext(
        "Taken. %(count)d question was left: it is locked or gone.",
        "Taken. %(count)d questions were left: they are locked or gone.",
        left,
    ) % {"count": left}
    return _taken(request, edited, said if left else _("All taken."), shown)


@require_POST
@signed_in
def add_instead(request: HttpRequest, identifier: int) -> HttpResponse:
    """Adds what is proposed for a question that was removed as a new one."""
    found = access.proposal(request, identifier, change=True)
    try:
        edited = proposals.add_instead(found, _question(request), by=by_person(person(request)))
    except EditRefused as error:
        return refuse(request, found.interview, error)
    return _taken(request, edited, _("Added as a new question."), set())


@require_POST
@signed_in
def keep(request: HttpRequest, identifier: int) -> HttpResponse:
    """Keeps a question (or all of them) as it is, and puts the proposal away."""
    found = access.proposal(request, identifier, change=True)
    shown = {one.replaces for one in found.content.questions if one.replaces}
    question = _question(request)
    proposals.keep(found, [question] if question else None, by=by_person(person(request)))
    if not wants_fragment(request):
        anchor = f"#question-{question}" if question else ""
        return redirect(reverse("interview", args=[found.interview_id]) + anchor)
    context = plan_context(request, access.interview(request, found.interview_id))
    response = reswap(HttpResponse("".join(parts(request, context, shown))), "none")
    trigger_client_event(response, "announce", {"text": _("Kept as it was.")})
    return response


def _question(request: HttpRequest) -> int:
    return whole(request.POST.get("question"))


def _taken(request: HttpRequest, edited: Edited, said: str, shown: set[int]) -> HttpResponse:
    anchor = f"question-{next(iter(shown))}" if len(shown) == 1 else ""
    response = answer_edit(request, edited, said, anchor=anchor)
    if wants_fragment(request):
        context: dict[str, Any] = plan_context(request, access.interview(request, edited.interview.pk))
        response.write("".join(parts(request, context, shown)))
    return response
