"""Picking a question of the library for a skill of a plan."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from interviews import access
from interviews.drafts import normalise
from interviews.library.catalogue import Card
from interviews.library.folding import folded, sought_words
from interviews.library.looking import holding_all, holding_some
from interviews.models import Skill
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.library import page_of
from interviews.services.library import cards

# With fewer that hold all words, those that hold some of them are shown too.
FEW = 5


@require_GET
@signed_in
def pick_from_library(request: HttpRequest, identifier: int) -> HttpResponse:
    """The questions that fit a skill, each with a button that adds it to the plan.

    Asked by htmx it answers the search with its results, or the results alone once somebody searches."""
    skill = get_object_or_404(Skill.objects.select_related("interview__team"), pk=identifier)
    interview = access.interview(request, skill.interview_id, change=True)
    words = normalise(request.GET.get("q", skill.name)).strip()[:200]
    found, widened = _fitting(cards(interview.team), skill, words, interview.seniority)
    context: dict[str, Any] = {
        "interview": interview,
        "team": interview.team,
        "skill": skill,
        "words": words,
        "widened": widened,
        "asked": {one.source.reference for every in interview.skills.all() for one in every.questions.all()},
        **page_of(request, found, interview.team),
    }
    part = "#results" if "q" in request.GET else "#picker"
    return render(request, "interviews/library_pick.html" + (part if wants_fragment(request) else ""), context)


def _fitting(every: list[Card], skill: Skill, words: str, level: str) -> tuple[list[Card], bool]:
    """What fits, best first, and whether it had to be sought by some of the words.

    For the skill's own name: what the team keeps for a skill of that name, then the competency that it was matched
    to, both with those for the plan's level first, then what the words find."""
    offered = [card for card in every if card.standing != "retired"]
    sought = sought_words(words)
    found = holding_all(offered, sought)
    widened = len(found) < FEW and len(sought) > 1
    if widened:
        found = list(dict.fromkeys([*found, *holding_some(offered, sought)]))
    if folded(words) != folded(skill.name):
        return found, widened
    named = [card for card in offered if folded(card.skill) == folded(skill.name)]
    matched = [card for card in offered if skill.reference and card.competency == skill.reference]
    own = [card for group in (named, matched) for card in sorted(group, key=lambda card: level not in card.levels)]
    return list(dict.fromkeys([*own, *found])), widened
