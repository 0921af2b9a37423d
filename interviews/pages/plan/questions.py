"""Editing a question where it stands."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from interviews import access
from interviews.drafts import normalise
from interviews.edits.questions import change_question
from interviews.forms import QuestionForm
from interviews.forms.question import as_seen
from interviews.models import Author, Question, VersionConflict
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.services.editing import Edited, by_person
from interviews.services.editing import edit as edit_plan


@require_GET
@signed_in
def question(request: HttpRequest, identifier: int) -> HttpResponse:
    """A question as it stands in its plan."""
    found = access.question(request, identifier)
    if not wants_fragment(request):
        return redirect(_place(found))
    return render(request, "interviews/plan/question.html", _read(request, found))


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, identifier: int) -> HttpResponse:
    """The form for a question's prompt and minutes; what was typed comes back when it cannot be saved."""
    found = access.question(request, identifier, change=True)
    if request.method == "GET":
        return _form(request, found, QuestionForm.of(found))
    form = QuestionForm.of(found, request.POST)
    if not form.is_valid():
        return _form(request, found, form, status=422)
    try:
        edited = _save(found, form, by_person(access.person(request)))
    except VersionConflict:
        return _conflict(request, access.question(request, identifier, change=True))
    return answer_edit(request, edited, _("Saved."), anchor=f"question-{found.pk}")


def _save(found: Question, form: QuestionForm, by: Author) -> Edited:
    """Saves over the version that was seen, or over a later one that left this question as it was."""
    chosen = form.cleaned_data
    current = found.skill.interview.version
    version = current if as_seen(found) == chosen["seen"] else chosen["version"]
    changes = {"prompt": normalise(chosen["prompt"]).strip(), "minutes": chosen["minutes"]}
    act = partial(change_question, identifier=found.pk, changes=changes)
    return edit_plan(found.skill.interview, act, by=by, version=version)


def _conflict(request: HttpRequest, found: Question) -> HttpResponse:
    """What was typed beside what somebody else saved; sent once more, it is saved over that."""
    sent = request.POST.copy()
    sent["version"], sent["seen"] = str(found.skill.interview.version), as_seen(found)
    form = QuestionForm.of(found, sent)
    return _form(request, found, form, status=409, theirs=found)


def _form(request: HttpRequest, found: Question, form: QuestionForm, status: int = 200, **more: Any) -> HttpResponse:
    template = "interviews/question_edit.html" + ("#form" if wants_fragment(request) else "")
    context = {"question": found, "interview": found.skill.interview, "form": form, "place": _place(found), **more}
    return render(request, template, context, status=status)


def _read(request: HttpRequest, found: Question) -> dict[str, Any]:
    context = plan_context(request, access.interview(request, found.skill.interview_id))
    skill, part = context["reading"].of(found)
    return context | {"skill": skill, "part": part, "is_focused": True}


def _place(found: Question) -> str:
    return reverse("interview", args=[found.skill.interview_id]) + f"#question-{found.pk}"
