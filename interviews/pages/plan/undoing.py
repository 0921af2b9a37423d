"""Undo: takes back what one save changed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from interviews import access
from interviews.edits.refusals import EditRefused
from interviews.pages.guard import signed_in
from interviews.pages.plan.answers import answer_taken_back
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person, undo


@require_POST
@signed_in
def undo_edit(request: HttpRequest, identifier: int, version: int) -> HttpResponse:
    """Takes back the save that led to a version; what came later stays."""
    found = access.interview(request, identifier, change=True)
    try:
        edited = undo(found, version, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, found, error)
    return answer_taken_back(request, edited)
