"""Saving a question of a plan to the team's library."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from interviews import access
from interviews.models import LibraryQuestion
from interviews.pages.guard import signed_in, wants_fragment
from interviews.services.library import save_from_question


def _told(saved: LibraryQuestion, is_new: bool) -> str:
    if is_new:
        return _("Saved to your team's library as a draft.")
    if saved.status == LibraryQuestion.Status.RETIRED:
        return _("Your team's library has this question already, and it is retired: new plans do not take it.")
    return _("Your team's library has this question already.")


@require_POST
@signed_in
def save_to_library(request: HttpRequest, identifier: int) -> HttpResponse:
    """Saves it as a draft, once. Asked by htmx it answers a link to put in the button's place."""
    question = access.question(request, identifier, change=True)
    saved, is_new = save_from_question(question, access.person(request))
    told = _told(saved, is_new)
    if not wants_fragment(request):
        messages.success(request, told)
        return redirect("library_question", saved.pk)
    response = render(request, "interviews/library_saved.html", {"saved": saved, "is_new": is_new})
    trigger_client_event(response, "announce", {"text": told})
    return response
