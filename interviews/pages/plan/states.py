"""What a person does with a plan as a whole: publish it, begin a new draft, put it away, copy it, delete it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews import access
from interviews.access import current_membership, person
from interviews.drafts import normalise
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.models import Interview, Membership, VersionConflict
from interviews.pages.guard import signed_in
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.found import Found
from interviews.services import states
from interviews.services.editing import by_person
from interviews.services.reviews import words_that_count


@require_http_methods(["GET", "POST"])
@signed_in
def publish(request: HttpRequest, identifier: int) -> HttpResponse:
    """What publishing means, and what stands against it; sent, the plan is published as it was seen."""
    found = access.interview(request, identifier, change=True)
    if request.method == "GET":
        return _ask_to_publish(request, found)
    version = whole(request.POST.get("version"))
    try:
        states.publish(found, by=by_person(person(request)), version=version)
    except VersionConflict:
        sentence = _("Somebody has changed the plan since you looked at it. Look again, then publish it.")
        return _ask_to_publish(request, access.interview(request, identifier), sentence, status=409)
    except EditRefused as error:
        return _ask_to_publish(request, access.interview(request, identifier), str(error), status=409)
    messages.success(request, _("Published. Programs and the kit now read this version; it stays as it is."))
    return redirect("interview", found.pk)


def _ask_to_publish(request: HttpRequest, found: Interview, problem: str = "", status: int = 200) -> HttpResponse:
    context = plan_context(request, found)
    context |= {
        "problem": problem,
        "against": _with_places(states.against(found), context["found"].blocking),
        "words": words_that_count(found),
        "unasked": [
            part.row.name
            for part in context["reading"].skills
            if part.row.importance == "must_have" and not part.questions
        ],
        "is_writing": found.jobs.unfinished().exists(),
    }
    return render(request, "interviews/publish.html", context, status=status)


def _with_places(reasons: list[str], blocking: list[Found]) -> list[tuple[str, str]]:
    """Each reason with the id of the element that it is about, empty where it is about none."""
    placed = [(one.blocker.reason, one.anchor or "plan-checks") for one in blocking if one.blocker]
    return placed if [reason for reason, _place in placed] == reasons else [(reason, "") for reason in reasons]


@require_POST
@signed_in
def begin_draft(request: HttpRequest, identifier: int) -> HttpResponse:
    """Opens a published plan for changes."""
    done = _("This is a new draft version. What is published stays as it is until you publish again.")
    answer = _do(request, identifier, states.begin_draft, done)
    kind = request.POST.get("settings", "")
    return redirect(f"interview_{kind}", identifier) if kind in {"general", "proctoring"} else answer


@require_POST
@signed_in
def discard_draft(request: HttpRequest, identifier: int) -> HttpResponse:
    """Gives up the draft beside the published version."""

    def act(found: Interview) -> object:
        return states.discard_draft(found, by=by_person(person(request)))

    return _do(request, identifier, act, _("The draft was given up. The history still has it."))


@require_POST
@signed_in
def archive(request: HttpRequest, identifier: int) -> HttpResponse:
    """Puts a plan away."""
    return _do(request, identifier, states.archive, _("Archived. It can be read and exported, and brought back."))


@require_POST
@signed_in
def bring_back(request: HttpRequest, identifier: int) -> HttpResponse:
    """Brings an archived plan back."""
    return _do(request, identifier, states.bring_back, _("Brought back."))


@require_http_methods(["GET", "POST"])
@signed_in
def mark_used(request: HttpRequest, identifier: int) -> HttpResponse:
    """Notes that candidates were interviewed with this plan. It cannot be taken back, so the name has to be typed."""
    found = access.interview(request, identifier, change=True)
    typed = " ".join(normalise(request.POST.get("name", "")).split())
    if typed != " ".join(found.name.split()):
        context = {"interview": found, "team": found.team, "typed": typed, "is_wrong": request.method == "POST"}
        return render(request, "interviews/used.html", context, status=422 if request.method == "POST" else 200)
    done = _("Noted. From now on the interview can be archived, and not deleted.")
    return _do(request, identifier, states.mark_used, done)


def _do(request: HttpRequest, identifier: int, act: Callable[[Interview], object], done: str) -> HttpResponse:
    found = access.interview(request, identifier, change=True)
    try:
        act(found)
    except EditRefused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("interview", found.pk)


@require_POST
@signed_in
def duplicate(request: HttpRequest, identifier: int) -> HttpResponse:
    """A copy of a plan under a name of its own."""
    found = access.interview(request, identifier, change=True)
    made = states.duplicate(found, by=by_person(person(request)))
    messages.success(request, _("This is the copy. Give it a name of its own."))
    return redirect("interview", made.pk)


@require_POST
@signed_in
def delete(request: HttpRequest, identifier: int) -> HttpResponse:
    """Deletes an interview; the list that follows offers to undo it."""
    found = access.interview(request, identifier, change=True)
    try:
        states.delete(found, by=by_person(person(request)))
    except EditRefused as error:
        messages.error(request, str(error))
        return redirect("interview", found.pk)
    request.session["deleted"] = found.pk
    return redirect("interviews")


@require_POST
@signed_in
def undelete(request: HttpRequest, identifier: int) -> HttpResponse:
    """Brings a deleted interview back."""
    found = access.deleted_interview(request, identifier)
    try:
        states.undelete(found)
    except EditRefused as error:
        messages.error(request, str(error))
        return redirect("deleted_interviews")
    messages.success(request, _("Brought back."))
    return redirect("interview", found.pk)


@require_GET
@signed_in
def deleted_interviews(request: HttpRequest) -> HttpResponse:
    """What was deleted in the last 30 days, to bring back."""
    membership = current_membership(request)
    rows = Interview.objects.deleted(membership.team).select_related("role", "deleted_by")
    context = {"team": membership.team, "membership": membership, "rows": rows}
    return render(request, "interviews/deleted.html", context)


def just_deleted(request: HttpRequest, membership: Membership) -> Interview | None:
    """What this person deleted a moment ago, to be offered for undoing, once."""
    left: Any = request.session.pop("deleted", None)
    if left is None:
        return None
    return Interview.objects.deleted(membership.team).filter(pk=left).first()
