"""What people do to the skills of a plan. Each verb changes the plan it is given and hands it back."""

from typing import Any

from interviews.drafts import Evidence, Importance, PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.places import place_after, skill_of
from interviews.edits.refusals import EditRefused
from interviews.edits.weights import balance

MOST_SKILLS = 20
_LAST = "A plan needs at least one skill. Add another before you take this one away."


def add_skill(plan: PlanDraft, skill: PlannedSkill, after: int | None = -1) -> PlanDraft:
    """Adds a skill behind another (None: first; not there: last). The weights make room. Raises EditRefused."""
    if len(plan.skills) >= MOST_SKILLS:
        raise EditRefused(f"A plan holds at most {MOST_SKILLS} skills. Remove or merge some first.")
    _has_name_to_itself(plan, skill)
    plan.skills.insert(place_after([other.id for other in plan.skills], after), skill)
    plan.gaps = uncovered(plan.gaps, skill.evidence)
    return balance(plan)


def change_skill(plan: PlanDraft, identifier: int, changes: dict[str, Any]) -> PlanDraft:
    """Gives a skill's fields new values (not its weight). A new importance moves the weights.

    Raises Gone, and EditRefused for a locked skill or the name of another skill."""
    skill = skill_of(plan, identifier)
    before = skill.importance
    if skill.locked and changes.keys() - {"locked", "weight_by_hand"}:
        raise EditRefused(f"{skill.name} is locked, so it stays as it is. Unlock it first.")
    changed = PlannedSkill.model_validate(dict(skill) | changes)
    if changed.name != skill.name:
        _has_name_to_itself(plan, changed)
    plan.skills[plan.skills.index(skill)] = changed
    return plan if changes.get("importance", before) == before else balance(plan)


def remove_skill(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Takes a skill and its questions away; what it alone was evidence for is not covered any more.

    Raises Gone, and EditRefused for a locked skill, one with a locked question, or the last one."""
    skill = skill_of(plan, identifier)
    if skill.locked:
        raise EditRefused(f"{skill.name} is locked. Unlock it first.")
    if any(question.locked for question in skill.questions):
        raise EditRefused(f"{skill.name} has a locked question. Unlock it, or move it to another skill first.")
    if len(plan.skills) == 1:
        raise EditRefused(_LAST)
    plan.skills.remove(skill)
    left = [span for other in plan.skills for span in other.evidence]
    plan.gaps = sorted([*plan.gaps, *uncovered(skill.evidence, left)], key=lambda span: span.start)
    return balance(plan)


def move_skill(plan: PlanDraft, identifier: int, after: int | None) -> PlanDraft:
    """Puts a skill behind another (None: first). Raises Gone."""
    skill = skill_of(plan, identifier)
    plan.skills.remove(skill)
    plan.skills.insert(place_after([other.id for other in plan.skills], after), skill)
    return plan


def shift_skill(plan: PlanDraft, identifier: int, by: int) -> PlanDraft:
    """Moves a skill some places down, or up for a negative number, as far as there are places. Raises Gone."""
    skill = skill_of(plan, identifier)
    place = max(0, plan.skills.index(skill) + by)
    plan.skills.remove(skill)
    plan.skills.insert(place, skill)
    return plan


def merge_skills(plan: PlanDraft, identifier: int, into: int) -> PlanDraft:
    """Makes one skill of two: it keeps the name of `into`, all questions, all evidence and the sum of the weights.

    Raises Gone, and EditRefused when they are one and the same or one is locked."""
    gone, kept = skill_of(plan, identifier), skill_of(plan, into)
    if gone is kept:
        raise EditRefused("Choose another skill to merge with.")
    for skill in (gone, kept):
        if skill.locked:
            raise EditRefused(f"{skill.name} is locked, and a locked skill cannot be merged. Unlock it first.")
    importances: set[Importance] = {gone.importance, kept.importance}
    kept.questions = [*kept.questions, *gone.questions]
    kept.evidence = sorted([*kept.evidence, *uncovered(gone.evidence, kept.evidence)], key=lambda span: span.start)
    kept.importance = "must_have" if "must_have" in importances else "nice_to_have"
    kept.weight += gone.weight
    kept.weight_by_hand = kept.weight_by_hand or gone.weight_by_hand
    plan.skills.remove(gone)
    return balance(plan)


def uncovered(spans: list[Evidence], by: list[Evidence]) -> list[Evidence]:
    """Those of the spans that none of the others touches."""
    return [span for span in spans if not any(span.start < other.end and other.start < span.end for other in by)]


def as_name(name: str) -> str:
    """A name by which skills are told apart: case and spacing do not count."""
    return " ".join(name.split()).casefold()


def _has_name_to_itself(plan: PlanDraft, skill: PlannedSkill) -> None:
    others = (other.name for other in plan.skills if other.id is None or other.id != skill.id)
    if as_name(skill.name) in map(as_name, others):
        raise EditRefused(f"The plan already has a skill called {skill.name}. Give this one another name.")


def written(prompt: str, **values: Any) -> QuestionDraft:
    """A question as a person begins it: a prompt, the rest to be filled in."""
    usual = {"type": "behavioral", "difficulty": "intermediate", "minutes": 5, "source": {"engine": "person"}}
    return QuestionDraft.model_validate({**usual, **values, "prompt": prompt})
