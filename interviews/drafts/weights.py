"""How 100 is spread over the skills of a plan."""

from collections.abc import Sequence

from interviews.drafts.plan import Importance, PlannedSkill


def weights(importances: list[Importance]) -> list[int]:
    """Whole weights that sum to exactly 100: equal within must-haves, half for nice-to-haves (largest remainder)."""
    return shared(100, [2 if importance == "must_have" else 1 for importance in importances])


def balanced(skills: Sequence[PlannedSkill]) -> list[int]:
    """The weights of skills brought to a sum of exactly 100, each in proportion to what it was.

    Weights that a person chose stay as long as they leave something for the others; without any weight at all the
    importance counts."""
    chosen = sum(skill.weight for skill in skills if skill.weight_by_hand)
    keep = chosen <= 100 and not all(skill.weight_by_hand for skill in skills)
    free = [skill for skill in skills if not (keep and skill.weight_by_hand)]
    parts = [skill.weight for skill in free]
    if not sum(parts):
        parts = [2 if skill.importance == "must_have" else 1 for skill in free]
    spread = iter(shared(100 - chosen if keep else 100, parts))
    return [skill.weight if keep and skill.weight_by_hand else next(spread) for skill in skills]


def shared(total: int, parts: Sequence[int]) -> list[int]:
    """Whole numbers that sum to exactly `total` in proportion to the parts (largest remainder); none for no parts."""
    whole = sum(parts)
    if not whole:
        return []
    exact = [total * part / whole for part in parts]
    rounded = [int(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (rounded[index] - exact[index], index))
    for index in by_remainder[: total - sum(rounded)]:
        rounded[index] += 1
    return rounded
