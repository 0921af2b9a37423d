"""Finding a part of a plan by the id of its row."""

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.refusals import Gone


def skill_of(plan: PlanDraft, identifier: int) -> PlannedSkill:
    """The skill with this id. Raises Gone."""
    for skill in plan.skills:
        if skill.id == identifier:
            return skill
    raise Gone("The skill is not in the plan any more: somebody removed it. The history has it still.")


def question_of(plan: PlanDraft, identifier: int) -> tuple[PlannedSkill, QuestionDraft]:
    """The question with this id, after its skill. Raises Gone."""
    for skill in plan.skills:
        for question in skill.questions:
            if question.id == identifier:
                return skill, question
    raise Gone("The question is not in the plan any more: somebody removed it. The history has it still.")


def place_after(ids: list[int | None], after: int | None) -> int:
    """Where to insert so that it stands behind `after`: at the start for None, at the end when `after` is not there."""
    if after is None:
        return 0
    return ids.index(after) + 1 if after in ids else len(ids)
