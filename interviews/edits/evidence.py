"""Which words of the description are evidence of which skill."""

import re

from interviews.drafts import Evidence, PlanDraft, PlannedSkill
from interviews.edits.places import skill_of
from interviews.edits.refusals import EditRefused
from interviews.edits.skills import add_skill, uncovered

MOST_QUOTED = 2_000
_MOVED = "The description was changed since you opened it, and the words are no longer there. Mark them again."
_ABSENT = "These words are not in the description. Copy them from there as they stand."


def cite(plan: PlanDraft, skill: int, start: int, end: int) -> PlanDraft:
    """Makes `description[start:end]` evidence of a skill; evidence of it that overlaps becomes one with it.

    Offsets count code points. Gaps that the words touch are covered now. Raises Gone and EditRefused."""
    home = skill_of(plan, skill)
    span = phrase(plan.description, start, end)
    near = [other for other in home.evidence if other.start < span.end and span.start < other.end]
    start, end = min(one.start for one in [span, *near]), max(one.end for one in [span, *near])
    whole = Evidence(quote=plan.description[start:end], start=start, end=end)
    apart = [other for other in home.evidence if other not in near]
    home.evidence = sorted([*apart, whole], key=lambda one: one.start)
    plan.gaps = uncovered(plan.gaps, [whole])
    return plan


def uncite(plan: PlanDraft, skill: int, start: int, end: int) -> PlanDraft:
    """Takes a piece of evidence from a skill; unless another skill covers it, it is not covered now. Raises Gone."""
    home = skill_of(plan, skill)
    gone = [span for span in home.evidence if (span.start, span.end) == (start, end)]
    home.evidence = [span for span in home.evidence if span not in gone]
    left = [span for other in plan.skills for span in other.evidence]
    missing = uncovered(uncovered(gone, left), plan.gaps)
    plan.gaps = sorted([*plan.gaps, *missing], key=lambda span: span.start)
    return plan


def add_cited(plan: PlanDraft, skill: PlannedSkill, start: int, end: int) -> PlanDraft:
    """Adds a skill at the end whose evidence is `description[start:end]`. Raises EditRefused."""
    span = phrase(plan.description, start, end)
    return add_skill(plan, skill.model_copy(update={"evidence": [span]}))


def dismiss(plan: PlanDraft, start: int, end: int) -> PlanDraft:
    """Says of words that are not covered that they need not be."""
    plan.gaps = [gap for gap in plan.gaps if (gap.start, gap.end) != (start, end)]
    return plan


def phrase(description: str, start: int, end: int) -> Evidence:
    """`description[start:end]` without the space around it. Raises EditRefused when that is nothing or too much."""
    words = description[start:end]
    if not words.strip():
        raise EditRefused("Mark some words of the description first.")
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) > MOST_QUOTED:
        raise EditRefused(f"Mark a shorter phrase, of at most {MOST_QUOTED} characters.")
    return Evidence(quote=words, start=start, end=start + len(words))


def marked(description: str, start: int, end: int, words: str) -> Evidence:
    """What a person marked at `start` to `end`, where it read `words`: there, or where they stand now.

    Raises EditRefused when they are gone."""
    if description[start:end] == words:
        return phrase(description, start, end)
    try:
        return found(description, words)
    except EditRefused:
        raise EditRefused(_MOVED) from None


def found(description: str, words: str) -> Evidence:
    """Where the description holds these words first, however they are spaced, and in whatever case if need be.

    Raises EditRefused."""
    sought = words.strip().strip("\"'“”„«»").split()
    if not sought:
        raise EditRefused("Enter the words that you want to mark.")
    pattern = r"\s+".join(map(re.escape, sought))
    match = re.search(pattern, description) or re.search(pattern, description, re.IGNORECASE)
    if match is None:
        raise EditRefused(_ABSENT)
    return phrase(description, *match.span())
