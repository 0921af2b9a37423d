"""Weights: whole numbers that always add up to 100, whatever a person sets one of them to."""

from interviews.drafts import PlanDraft, PlannedSkill
from interviews.edits.places import skill_of
from interviews.edits.refusals import EditRefused


def share(total: int, parts: list[int]) -> list[int]:
    """Whole numbers that sum to `total`, in proportion to the parts (largest remainder; equal when all are 0)."""
    if not parts:
        return []
    parts = parts if any(parts) else [1] * len(parts)
    whole, exact = sum(parts), [total * part for part in parts]
    shares = [value // whole for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (-(exact[index] % whole), index))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def balance(plan: PlanDraft) -> PlanDraft:
    """Lets all weights add up to 100: those chosen by hand stay, the others share what is left, must-haves twice.

    When all were chosen by hand, or these leave less than 1 for each of the others, they shrink or grow in proportion.
    """
    chosen = [skill for skill in plan.skills if skill.weight_by_hand]
    free = [skill for skill in plan.skills if not skill.weight_by_hand]
    taken = sum(skill.weight for skill in chosen)
    if taken > 100 - len(free) or not free:
        taken = 100 - len(free)
        _give(chosen, taken, [skill.weight for skill in chosen])
    _give(free, 100 - taken, [_part(skill) for skill in free])
    return plan


def weigh(plan: PlanDraft, identifier: int, weight: int) -> PlanDraft:
    """Sets a skill's weight by hand; the others make room, down to 1 each. Raises Gone, and EditRefused."""
    if not 0 <= weight <= 100:
        raise EditRefused("Choose a weight from 0 to 100. The others make room for it.")
    skill = skill_of(plan, identifier)
    others = [other for other in plan.skills if other is not skill]
    least = sum(not other.weight_by_hand or other.weight > 0 for other in others)
    if weight > 100 - least:
        raise EditRefused(
            f"Leave at least 1 % for each of the other skills: choose {100 - least} or less. "
            "A skill that is not to count can be removed."
        )
    skill.weight, skill.weight_by_hand = weight, True
    if not others:
        skill.weight = 100
        return plan
    chosen = [other for other in others if other.weight_by_hand]
    free = [other for other in others if not other.weight_by_hand]
    room = 100 - weight
    if not free or sum(other.weight for other in chosen) > room - len(free):
        _give(chosen, room - len(free), [other.weight for other in chosen])
    _give(free, room - sum(other.weight for other in chosen), [_part(other) for other in free])
    return plan


def release(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Forgets that a skill's weight was chosen by hand: it shares with the others again. Raises Gone."""
    skill_of(plan, identifier).weight_by_hand = False
    return balance(plan)


def weigh_evenly(plan: PlanDraft) -> PlanDraft:
    """Forgets all weights chosen by hand: must-haves weigh twice what nice-to-haves do."""
    for skill in plan.skills:
        skill.weight_by_hand = False
    return balance(plan)


def _part(skill: PlannedSkill) -> int:
    return 2 if skill.importance == "must_have" else 1


def _give(skills: list[PlannedSkill], total: int, parts: list[int]) -> None:
    """Shares a total so that no part comes out as nothing."""
    shares = share(total, parts)
    while any(part and not given for part, given in zip(parts, shares, strict=True)) and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
        shares[next(place for place, part in enumerate(parts) if part and not shares[place])] += 1
    for skill, weight in zip(skills, shares, strict=True):
        skill.weight = weight
