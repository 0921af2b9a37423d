"""What is done to a question as a whole: moved, copied, removed, put back as it was."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interviews import access
from interviews.drafts import PlanDraft
from interviews.edits import questions, steps
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.models import Question
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.acting import act_on
from interviews.pages.plan.answers import answer_taken_back
from interviews.pages.plan.question_gone import refuse_gone
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person
from interviews.services.taking_back import take_back_since

Verb = Callable[..., PlanDraft]


@require_http_methods(["GET", "POST"])
@signed_in
def move_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """Moves a question: a step `up` or `down` (`direction`), or into a `skill` behind another question (`after`).

    `after` empty: first. Left out: last. A GET asks into which skill."""
    if request.method == "GET":
        return _choose_skill(request, access.question(request, identifier, change=True))
    direction = request.POST.get("direction")
    if direction in {"up", "down"}:
        verb: Verb = steps.move_up if direction == "up" else steps.move_down
        return _act(request, identifier, verb, _("Question moved."))
    after = None if request.POST.get("after", "-") in {"", "0"} else whole(request.POST.get("after")) or -1
    verb = partial(questions.move_question, skill=whole(request.POST.get("skill")), after=after)
    return _act(request, identifier, verb, _("Question moved."))


def _choose_skill(request: HttpRequest, found: Question) -> HttpResponse:
    interview = access.interview(request, found.skill.interview_id)
    homes = [skill for skill in interview.skills.all() if skill.pk != found.skill_id]
    context = {"question": found, "interview": interview, "homes": homes, "is_page": not wants_fragment(request)}
    part = "interviews/plan/question_homes.html"
    return render(request, part if wants_fragment(request) else "interviews/question_move.html", context)


@require_POST
@signed_in
def duplicate_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """Puts a copy behind a question."""
    return _act(request, identifier, questions.duplicate_question, _("Question copied."))


@require_POST
@signed_in
def remove_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes a question away; the toast brings it back. Without script the page opens at its skill."""
    return _act(request, identifier, questions.remove_question, _("Question removed."), at_skill=True)


@require_POST
@signed_in
def undo_question(request: HttpRequest, identifier: int, since: int) -> HttpResponse:
    """Takes back all that the person did in a question's form since it was opened at version `since`."""
    found = access.question(request, identifier, change=True)
    try:
        edited = take_back_since(found.interview, identifier, since, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, found.interview, error)
    return answer_taken_back(request, edited)


def _act(request: HttpRequest, identifier: int, verb: Verb, said: str, *, at_skill: bool = False) -> HttpResponse:
    try:
        found = access.question(request, identifier, change=True)
    except Http404:
        return refuse_gone(request, identifier)
    anchor = f"skill-{found.skill_id}" if at_skill else f"question-{identifier}"
    return act_on(request, found.interview, partial(verb, identifier=identifier), said, anchor)
