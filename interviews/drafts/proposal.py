"""Writing a part of a plan again, or a question for a skill: what is asked for, and what comes of it."""

from typing import Literal

from pydantic import Field

from interviews.drafts.base import Draft
from interviews.drafts.plan import Finding, PlanDraft, PlannedSkill, QuestionDraft

MOST_INSTRUCTION = 500


class Target(Draft):
    """What is to be written again: one or some questions, one skill, or all that is not locked; ids of rows.

    `new` asks for one more question on a skill; a skill without a question gets one with its skill or with all.
    `plan` is the interview as it was when somebody asked: a retry reads this and nothing that was edited later."""

    kind: Literal["question", "questions", "skill", "interview", "new"]
    skill: int | None = None
    question: int | None = None
    questions: list[int] = []
    plan: PlanDraft

    def parts(self) -> list[tuple[PlannedSkill, list[QuestionDraft]]]:
        """The skills that are touched, each with those of its questions that are to be written again: no locked one.

        Where there are none, the skill gets a new one."""
        touched = []
        for skill in self.plan.skills:
            mine = [question for question in skill.questions if not question.locked and self._means(skill, question)]
            touched += [(skill, mine)] if (mine or self._wants_new(skill)) and not skill.locked else []
        return touched

    def _wants_new(self, skill: PlannedSkill) -> bool:
        if self.kind in {"new", "skill"}:
            return skill.id == self.skill and (self.kind == "new" or not skill.questions)
        return self.kind == "interview" and not skill.questions

    def _means(self, skill: PlannedSkill, question: QuestionDraft) -> bool:
        if self.kind == "question":
            return question.id == self.question
        if self.kind == "questions":
            return question.id in self.questions
        return self.kind == "interview" or (self.kind == "skill" and skill.id == self.skill)


class Suggested(Draft):
    """A question that is proposed in place of another, and what the checks found about it (`where` within it).

    `replaces`: the id of that one; None for a new one of the skill. `stood`: what was to be replaced, as it was when
    somebody asked. `decided`: what a person made of it."""

    skill: int
    replaces: int | None = None
    question: QuestionDraft
    stood: QuestionDraft | None = None
    findings: list[Finding] = []
    decided: Literal["", "taken", "kept"] = ""


class Suggestion(Draft):
    """What a regeneration proposes. `notices` are plain sentences about its limits."""

    instruction: str = Field("", max_length=MOST_INSTRUCTION)
    questions: list[Suggested]
    notices: list[str] = []
