"""How a team's question stands: approved, retired, brought back, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interviews import access
from interviews.models import VersionConflict
from interviews.pages.guard import signed_in
from interviews.pages.library_question import shown
from interviews.services import library


@require_POST
@signed_in
def approve(request: HttpRequest, identifier: int) -> HttpResponse:
    """Approves the words that the person read."""
    question = access.library_question(request, identifier, change=True)
    try:
        library.approve(question, access.person(request), seen=request.POST.get("seen", ""))
    except VersionConflict:
        problem = _(
            "Somebody else has changed this question since you opened it. Read it as it is now, then approve it."
        )
        return shown(request, access.library_question(request, identifier), problem, status=409)
    except library.Prohibited:
        problem = _("It was not approved: it asks the candidate about something that an interview may not ask about.")
        return shown(request, question, problem, status=422)
    messages.success(request, _("Approved. New plans prefer it from now on."))
    return redirect("library_question", identifier)


@require_POST
@signed_in
def retire(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes a question out of what is offered."""
    access.library_question(request, identifier, change=True).retire()
    messages.success(request, _("Retired. Plans that ask it keep it; new ones are not offered it."))
    return redirect("library_question", identifier)


@require_POST
@signed_in
def bring_back(request: HttpRequest, identifier: int) -> HttpResponse:
    """Makes a draft of a retired question."""
    access.library_question(request, identifier, change=True).bring_back()
    messages.success(request, _("Brought back as a draft."))
    return redirect("library_question", identifier)


@require_POST
@signed_in
def delete(request: HttpRequest, identifier: int) -> HttpResponse:
    """Deletes a question that no interview ever asked."""
    question = access.library_question(request, identifier, change=True)
    try:
        library.delete(question)
    except library.InUse:
        problem = _("It was not deleted: an interview asks it. Retire it instead, and new plans are not offered it.")
        return shown(request, question, problem, status=409)
    messages.success(request, _("Deleted from your team's library."))
    return redirect("library")
