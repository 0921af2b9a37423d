"""Questions that come into a plan: written by a person, or taken from the library."""

from functools import partial
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interviews import access
from interviews.drafts import QuestionDraft, Seniority
from interviews.edits import questions
from interviews.edits.from_library import question_of
from interviews.edits.refusals import EditRefused
from interviews.edits.skills import written
from interviews.forms import QuestionForm
from interviews.models import Skill
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.question_form import Sheet, form_fragment
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import Edited, by_person, edit
from interviews.services.frozen import frozen
from interviews.services.library import entry


class WriteForm(forms.Form):
    """A question as a person begins it."""

    prompt = QuestionForm.base_fields["prompt"]


@require_http_methods(["GET", "POST"])
@signed_in
def write_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """Writes a question at the end of a skill, and opens its form."""
    skill = access.skill(request, identifier, change=True)
    refusal = frozen(skill.interview)
    if refusal is not None:
        return refuse(request, skill.interview, refusal)
    form = WriteForm(request.POST if request.method == "POST" else None, auto_id=f"skill-{skill.pk}-%s")
    if not form.is_valid():
        return _write_form(request, skill, form)
    try:
        edited = _added(request, skill, written(form.cleaned_data["prompt"]))
    except EditRefused as error:
        return refuse(request, skill.interview, error)
    made = _made(edited)
    if not wants_fragment(request):
        return redirect("edit_question", made)
    response = answer_edit(request, edited, _("Question added."))
    sheet = Sheet.of(access.question(request, made))
    response.write(form_fragment(request, sheet))
    response.write(_end(request, skill, oob=True))
    return response


def _write_form(request: HttpRequest, skill: Skill, form: WriteForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    if wants_fragment(request):
        return HttpResponse(_end(request, skill, form=form, oob=False), status=status)
    context = {"interview": skill.interview, "skill": {"row": skill}, "form": form, "is_page": True}
    return render(request, "interviews/question_write.html", context, status=status)


def _end(request: HttpRequest, skill: Skill, **context: object) -> str:
    shown = {"interview": skill.interview, "skill": {"row": skill}, "may_edit": True, **context}
    return render_to_string("interviews/plan/skill_end.html", shown, request)


@require_POST
@signed_in
def add_from_library(request: HttpRequest, identifier: int) -> HttpResponse:
    """Adds a question of the library (`entry` is its id) at the end of a skill, worded for the plan's level."""
    skill = access.skill(request, identifier, change=True)
    found = entry(skill.interview.team, request.POST.get("entry", ""))
    if found is None:
        gone = EditRefused(_("That question is not in the library any more. Choose another."))
        return refuse(request, skill.interview, gone)
    try:
        edited = _added(request, skill, question_of(found, cast(Seniority, skill.interview.seniority)))
    except EditRefused as error:
        return refuse(request, skill.interview, error)
    return answer_edit(request, edited, _("Question added."), anchor=f"question-{_made(edited)}")


def _added(request: HttpRequest, skill: Skill, question: QuestionDraft) -> Edited:
    act = partial(questions.add_question, skill=skill.pk, question=question)
    return edit(skill.interview, act, by=by_person(access.person(request)))


def _made(edited: Edited) -> int:
    return next(change.identifier or 0 for change in edited.changes if change.happened == "added")
