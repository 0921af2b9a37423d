"""Editing the job description afterwards: what was cited of it keeps to its words, and what it touches is said."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.drafts import PlanDraft
from interviews.edits.description import Touched, redescribed
from interviews.edits.fields import digest, wanted_changes
from interviews.edits.refusals import Changed, EditRefused
from interviews.forms.description import DescriptionForm
from interviews.models import Interview
from interviews.pages.guard import signed_in
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.refusing import refuse
from interviews.pages.plan.touched import keep_touched
from interviews.services.editing import Edited, by_person, edit
from interviews.services.frozen import frozen


@require_http_methods(["GET", "POST"])
@signed_in
def edit_description(request: HttpRequest, identifier: int) -> HttpResponse:
    """A page with the whole description. It is saved on demand, since all evidence moves with it."""
    found = access.interview(request, identifier, change=True)
    refusal = frozen(found)
    if refusal is not None:
        return refuse(request, found, refusal)
    if request.method == "GET":
        return _page(request, found, DescriptionForm.of(found.description))
    form = DescriptionForm.of(found.description, request.POST)
    if not form.is_valid():
        return _page(request, found, form, 422)
    try:
        edited, touched = _save(request, found, form)
    except Changed as error:
        return _conflict(request, found, error)
    except EditRefused as error:
        form.add_error(None, str(error))
        return _page(request, found, form, 409)
    if touched:
        keep_touched(request, edited, touched)
    return answer_edit(request, edited, _said(touched), anchor="touched" if touched else "description")


def _save(request: HttpRequest, found: Interview, form: DescriptionForm) -> tuple[Edited, Touched]:
    touched = Touched()

    def act(plan: PlanDraft) -> PlanDraft:
        nonlocal touched
        now, sent = {"description": plan.description}, {"description": form.cleaned_data["description"]}
        seen = {"description": form.cleaned_data["seen"]} if form.cleaned_data["seen"] else {}
        changes = wanted_changes(now, sent, seen)
        if changes:
            plan, touched = redescribed(plan, changes["description"])
        return plan

    return edit(found, act, by=by_person(access.person(request))), touched


def _said(touched: Touched) -> str:
    if not touched:
        return _("Description saved. All evidence kept its words.")
    if not touched.is_lost:
        return _("Description saved. All evidence kept its words. What is new in it is still to be marked.")
    return _("Description saved. Some evidence is gone: see what it touches.")


def _conflict(request: HttpRequest, found: Interview, error: Changed) -> HttpResponse:
    """What was typed beside what somebody else saved; sent once more, it is saved over that."""
    theirs = error.theirs["description"]
    sent = request.POST.copy()
    sent["seen"] = digest(theirs)
    return _page(request, found, DescriptionForm.of(theirs, sent), 409, theirs=theirs)


def _page(
    request: HttpRequest, found: Interview, form: DescriptionForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"interview": found, "team": found.team, "form": form, **more}
    return render(request, "interviews/description_edit.html", context, status=status)
