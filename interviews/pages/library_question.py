"""A question of the library with all that belongs to it: a built-in one, or one of the team's."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews import access
from interviews.drafts import LibraryEntry
from interviews.library.catalogue import catalogue
from interviews.library.slots import filled, slots
from interviews.models import LibraryQuestion, Membership, Question
from interviews.pages.guard import signed_in
from interviews.pages.library_rows import ICONS, STANDINGS, TYPES, level_names, standing_of
from interviews.services import library


@require_GET
@signed_in
def library_entry(request: HttpRequest, identifier: str) -> HttpResponse:
    """A built-in question, and where the current team uses it."""
    membership = access.current_membership(request)
    entry = catalogue().entry(identifier)
    if entry is None:
        raise Http404
    return render(request, "interviews/library_question.html", _context(membership, entry, None))


@require_GET
@signed_in
def library_question(request: HttpRequest, identifier: int) -> HttpResponse:
    """A question of one of the person's teams."""
    return shown(request, access.library_question(request, identifier))


def shown(request: HttpRequest, question: LibraryQuestion, problem: str = "", status: int = 200) -> HttpResponse:
    """The page of a team's question, with why something could not be done."""
    membership = Membership.objects.select_related("team").get(user=access.person(request), team=question.team)
    context = {**_context(membership, question.material(), question), "problem": problem}
    return render(request, "interviews/library_question.html", context, status=status)


def _context(membership: Membership, entry: LibraryEntry, question: LibraryQuestion | None) -> dict[str, Any]:
    team = membership.team
    standing = standing_of(question)
    found = library.findings(team, entry) if question else []
    uses = list(library.interviews_with(team, entry.id))
    return {
        "section": "library",
        "team": team,
        "may_edit": membership.may_edit,
        "entry": entry,
        "question": question,
        "prompt": filled(entry.prompt),
        "alternate": filled(entry.alternate),
        "slot": next((slot.default for slot in slots(entry.prompt)), ""),
        "type": TYPES[entry.type],
        "levels": level_names(entry.levels),
        "family": catalogue().family_of(entry.competency)[1],
        "standing": standing,
        "standing_name": STANDINGS[standing],
        "icon": ICONS[standing],
        "findings": found,
        "may_approve": not any(finding.blocks == "always" for finding in found),
        "uses": uses,
        "saved_from": _origin(question),
    }


def _origin(question: LibraryQuestion | None) -> Question | None:
    """The question of a plan that it was saved from, as long as its interview is there."""
    if question is None or question.saved_from is None:
        return None
    rows = Question.objects.filter(skill__interview__team=question.team, skill__interview__deleted_at=None)
    return rows.select_related("skill__interview").filter(pk=question.saved_from).first()
