"""Writing a question of the team's library: a new one, a copy of another, or one that is there."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.drafts import LibraryEntry
from interviews.forms.library import LISTS, LibraryForm, blank, written
from interviews.forms.rows import rearranged
from interviews.library.catalogue import catalogue
from interviews.library.slots import filled
from interviews.models import LibraryQuestion, Team, VersionConflict
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.library_desk import Desk
from interviews.services import library

SAVE, APPROVE = "save", "approve"


@require_http_methods(["GET", "POST"])
@signed_in
def new_library_question(request: HttpRequest) -> HttpResponse:
    """A new question of the team, empty or begun with a copy of another (`?from=`)."""
    membership = access.current_membership(request)
    access.must_edit(membership)
    team = membership.team
    sent = request.POST.get("base", "") if request.method == "POST" else request.GET.get("from", "")
    base = _copied(team, sent)
    if request.method == "GET" or _is_rearranging(request):
        return _writing(request, team, None, LibraryForm.of(base or blank(), base=sent))
    form = LibraryForm.of(blank(), data=request.POST)
    if not form.is_valid():
        return _form(request, team, None, form, status=422)
    made = library.create(team, form.entry(), access.person(request), base=base)
    return _saved(request, made)


@require_http_methods(["GET", "POST"])
@signed_in
def edit_library_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """A question of the team; what was typed comes back when it cannot be saved."""
    found = access.library_question(request, identifier, change=True)
    if request.method == "GET" or _is_rearranging(request):
        return _writing(request, found.team, found, LibraryForm.of(found.material(), seen=found.seen))
    form = LibraryForm.of(found.material(), data=request.POST)
    if not form.is_valid():
        return _form(request, found.team, found, form, status=422)
    try:
        changed = library.change(found, form.entry(), seen=form.cleaned_data["seen"])
    except VersionConflict:
        return _conflict(request, access.library_question(request, identifier, change=True))
    return _saved(request, changed)


def _copied(team: Team, identifier: str) -> LibraryEntry | None:
    """What a copy begins with, its slots reading their defaults; 404 for what is not in the library."""
    if not identifier:
        return None
    found = library.entry(team, identifier)
    if found is None:
        raise Http404
    return found.model_copy(update={"prompt": filled(found.prompt), "alternate": filled(found.alternate)})


def _is_rearranging(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("do", SAVE) not in {SAVE, APPROVE}


def _writing(
    request: HttpRequest, team: Team, question: LibraryQuestion | None, as_stored: LibraryForm
) -> HttpResponse:
    """The form as it is stored, or as it was typed after an act on its rows."""
    if request.method == "GET":
        return _form(request, team, question, as_stored)
    name, _dot, do = request.POST["do"].partition(".")
    sent, focus = rearranged(request.POST, LISTS[name], do) if name in LISTS else (request.POST, "check")
    return _form(request, team, question, LibraryForm.as_typed(sent), focus=focus, is_typed=True)


def _conflict(request: HttpRequest, theirs: LibraryQuestion) -> HttpResponse:
    """What was typed beside what somebody else saved; sent once more, it is saved over that."""
    sent = request.POST.copy()
    sent["seen"] = theirs.seen
    form = LibraryForm.of(theirs.material(), data=sent)
    differing = Desk(form, []).differing(written(theirs.material()))
    return _form(request, theirs.team, theirs, form, status=409, theirs=differing)


def _form(
    request: HttpRequest,
    team: Team,
    question: LibraryQuestion | None,
    form: LibraryForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    so_far = form.so_far()
    context = {
        "section": "library",
        "team": team,
        "question": question,
        "form": form,
        "desk": Desk(form, library.findings(team, so_far) if so_far else []),
        "skills": sorted({name for name, _family in catalogue().competencies.values()}),
        "is_copy": bool(form["base"].value()),
        "here": request.path,
        **more,
    }
    template = "interviews/library_edit.html" + ("#form" if wants_fragment(request) else "")
    return render(request, template, context, status=status)


def _saved(request: HttpRequest, question: LibraryQuestion) -> HttpResponse:
    """Back to the question. What may not be asked is saved all the same, and not approved."""
    if request.POST.get("do") != APPROVE:
        messages.success(request, _("Saved."))
        return redirect("library_question", question.pk)
    try:
        library.approve(question, access.person(request), seen=question.seen)
    except library.Prohibited:
        messages.warning(request, _("Saved as a draft. It cannot be approved as it stands: see what was found in it."))
    except VersionConflict:
        messages.warning(
            request, _("Saved. Somebody else has changed it since, so it was not approved: read it again.")
        )
    else:
        messages.success(request, _("Saved and approved. New plans prefer it from now on."))
    return redirect("library_question", question.pk)
