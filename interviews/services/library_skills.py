"""A skill of the built-in library, as a skill of a plan."""

from interviews.drafts import Importance, PlannedSkill, QuestionDraft, Seniority
from interviews.edits.from_library import question_of
from interviews.library.catalogue import catalogue


def skill_from_library(
    competency: str, importance: Importance, seniority: Seniority, *, with_question: bool = False
) -> PlannedSkill | None:
    """A competency as a skill to be added, with the first question that fits the level if that is asked for.

    None if there is no such competency."""
    known = catalogue().competencies.get(competency)
    if known is None:
        return None
    asked = _first_fitting(competency, seniority) if with_question else None
    return PlannedSkill(name=known[0], importance=importance, reference=competency, questions=[asked] if asked else [])


def _first_fitting(competency: str, seniority: Seniority) -> QuestionDraft | None:
    cards = [card for card in catalogue().cards if card.competency == competency]
    card = next((card for card in cards if seniority in card.levels), cards[0] if cards else None)
    entry = catalogue().entry(card.id) if card else None
    return question_of(entry, seniority) if entry else None
