"""Locking what is to stay as it is when something is written again."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interviews import access
from interviews.edits.questions import change_question
from interviews.edits.skills import change_skill
from interviews.models import Interview
from interviews.pages.guard import signed_in
from interviews.pages.plan.acting import act_on
from interviews.services.editing import Act


@require_POST
@signed_in
def lock_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """Locks a question, or unlocks it."""
    found = access.question(request, identifier, change=True)
    act = partial(change_question, identifier=found.pk, changes={"locked": _locked(request)})
    return _do(request, found.skill.interview, act, f"question-{found.pk}")


@require_POST
@signed_in
def lock_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """Locks a skill with all its questions, or unlocks it."""
    found = access.skill(request, identifier, change=True)
    act = partial(change_skill, identifier=found.pk, changes={"locked": _locked(request)})
    return _do(request, found.interview, act, f"skill-{found.pk}")


def _locked(request: HttpRequest) -> bool:
    return request.POST.get("locked") == "1"


def _do(request: HttpRequest, interview: Interview, act: Act, anchor: str) -> HttpResponse:
    said = _("Locked: it stays as it is.") if _locked(request) else _("Unlocked.")
    return act_on(request, interview, act, said, anchor)
