"""Deciding on a proposal: take it, take parts of it, add what is new, or keep the plan as it is."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.access import person
from interviews.edits.proposals import PARTS, differing
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.models import Proposal
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.again import parts
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.pages.plan.writing import element_of
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
    return _taken(request, edited, _said(found, question, chosen), {f"question-{question}"})


@require_POST
@signed_in
def take_all(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes all that is still to be decided."""
    found = access.proposal(request, identifier, change=True)
    shown = _shown(found)
    edited, left = proposals.take_all(found, by=by_person(person(request)))
    if edited is None:
        sentence = _("None of these questions can be changed any more: they were locked, removed or decided on.")
        return refuse(request, found.interview, EditRefused(sentence))
    said = ngettext(
        "Taken. %(count)d question was left: it, or its skill, is locked or gone.",
        "Taken. %(count)d questions were left: they, or their skills, are locked or gone.",
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
    """Keeps a question (or all of them) as it is, or leaves a new one out, and puts the proposal away."""
    found = access.proposal(request, identifier, change=True)
    shown, question, skill = _shown(found), _question(request), whole(request.POST.get("skill"))
    if not question and not skill and {"question", "skill"} & request.POST.keys():
        return refuse(request, found.interview, EditRefused(_("There is no such question. Nothing was put away.")))
    one_alone = [question] if question else []
    proposals.keep(found, one_alone if question or skill else None, by=by_person(person(request)), skill=skill)
    said = _("Left out. The plan is as it was.") if skill else _("Kept as it was.")
    anchor = f"skill-{skill}" if skill else f"question-{question}" if question else "skills"
    if not wants_fragment(request):
        messages.success(request, said)
        return redirect(reverse("interview", args=[found.interview_id]) + f"#{anchor}")
    context = plan_context(request, access.interview(request, found.interview_id))
    toast = render_to_string("interviews/plan/toast.html", context | {"toast": {"said": said}, "oob": True}, request)
    response = reswap(HttpResponse("".join([*parts(request, context, shown), toast])), "none")
    trigger_client_event(response, "announce", {"text": said})
    return response


@require_POST
@signed_in
def add_new(request: HttpRequest, identifier: int) -> HttpResponse:
    """Adds the new question that is proposed for a skill."""
    found = access.proposal(request, identifier, change=True)
    skill = whole(request.POST.get("skill"))
    try:
        edited = proposals.add_new(found, skill, by=by_person(person(request)))
    except EditRefused as error:
        return refuse(request, found.interview, error)
    return _taken(request, edited, _("Question added."), {f"skill-{skill}"})


def _question(request: HttpRequest) -> int:
    return whole(request.POST.get("question"))


def _shown(found: Proposal) -> set[str]:
    """Ids of the elements that show something of a proposal."""
    return {element_of(one) for one in found.content.questions}


def _said(found: Proposal, question: int, chosen: Sequence[str]) -> str:
    """What was taken. Where the question's words alone are new, it names what was written for the old ones."""
    one = next(one for one in found.content.questions if one.replaces == question)
    differs = differing(one.stood, one.question) if one.stood else []
    left = [part for part in differs if part not in chosen]
    if not left:
        return _("Taken: the question as proposed.")
    old = [name for part, name in _guide().items() if part in left]
    if "prompt" in chosen and old:
        return _("Taken. Still written for the old question: %(parts)s.") % {"parts": ", ".join(old)}
    return _("Taken: what was ticked.")


def _guide() -> dict[str, str]:
    """What the interviewer goes by at a question, in words."""
    return {
        "follow_ups": _("the probes"),
        "evaluation_criteria": _("what to look for"),
        "rating_scale": _("the scale"),
        "red_flags": _("the red flags"),
        "alternate": _("the question for people without the experience"),
    }


def _taken(request: HttpRequest, edited: Edited, said: str, shown: set[str]) -> HttpResponse:
    anchor = next(iter(shown)) if len(shown) == 1 else ""
    response = answer_edit(request, edited, said, anchor=anchor)
    if wants_fragment(request):
        context: dict[str, Any] = plan_context(request, access.interview(request, edited.interview.pk))
        response.write("".join(parts(request, context, shown)))
    return response
