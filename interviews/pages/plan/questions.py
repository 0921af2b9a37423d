"""A question in its plan: to read, and its form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from interviews import access
from interviews.models import Question
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.question_form import Sheet, State, locked_state, show_form
from interviews.pages.plan.question_saving import save
from interviews.pages.plan.refusing import refuse
from interviews.pages.typed import typed_at
from interviews.services.frozen import frozen


@require_GET
@signed_in
def question(request: HttpRequest, identifier: int) -> HttpResponse:
    """A question as it stands in its plan."""
    found = access.question(request, identifier)
    if not wants_fragment(request):
        return redirect(Sheet.of(found).place)
    return render(request, "interviews/plan/question.html", _read(request, found))


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, identifier: int) -> HttpResponse:
    """The form of a question; what was typed comes back when it cannot be saved."""
    if request.method == "POST":
        return save(request, identifier)
    found = access.question(request, identifier, change=True)
    refusal = frozen(found.interview)
    if refusal is not None:
        return refuse(request, found.interview, refusal)
    typed = typed_at(request)
    if typed is None:
        sheet = Sheet.of(found)
        return show_form(request, Sheet.of(found, state=locked_state()) if sheet.is_locked else sheet)
    kept = State("kept", _("This was not saved: you were signed out, or the form was too old. It is as you typed it."))
    sheet = Sheet.of(found, typed, kept)
    sheet.form.is_checked = False
    return show_form(request, sheet)


def _read(request: HttpRequest, found: Question) -> dict[str, Any]:
    context = plan_context(request, access.interview(request, found.skill.interview_id))
    skill, part = context["reading"].of(found)
    return context | {"skill": skill, "part": part, "is_focused": True}
