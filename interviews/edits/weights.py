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

    When all were chosen by hand, or these alone take more than 100, they shrink or grow in proportion."""
    chosen = [skill for skill in plan.skills if skill.weight_by_hand]
    free = [skill for skill in plan.skills if not skill.weight_by_hand]
    taken = sum(skill.weight for skill in chosen)
    if taken > 100 or not free:
        _give(chosen, 100, [skill.weight for skill in chosen])
        taken = 100
    _give(free, 100 - taken, [_part(skill) for skill in free])
    return plan


def weigh(plan: PlanDraft, identifier: int, weight: int) -> PlanDraft:
    """Sets a skill's weight by hand; the others make room. Raises Gone, and EditRefused when it is not 0 to 100."""
    if not 0 <= weight <= 100:
        raise EditRefused("Choose a weight from 0 to 100. The others make room for it.")
    skill = skill_of(plan, identifier)
    skill.weight, skill.weight_by_hand = weight, True
    others = [other for other in plan.skills if other is not skill]
    if not others:
        skill.weight = 100
        return plan
    chosen = [other for other in others if other.weight_by_hand]
    free = [other for other in others if not other.weight_by_hand]
    room = 100 - weight
    if not free or sum(other.weight for other in chosen) > room:
        _give(chosen, room, [other.weight for other in chosen])
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
    for skill, weight in zip(skills, share(total, parts), strict=True):
        skill.weight = weight
