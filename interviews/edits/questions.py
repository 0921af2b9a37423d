"""What people do to the questions of a plan. Each verb changes the plan it is given and hands it back."""

from typing import Any

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.places import place_after, question_of, skill_of
from interviews.edits.refusals import EditRefused
from interviews.edits.samples import remembered

MOST_QUESTIONS = 80


def add_question(plan: PlanDraft, skill: int, question: QuestionDraft, after: int | None = -1) -> PlanDraft:
    """Adds a question to a skill, behind another (None: first; not there: last). Raises Gone and EditRefused."""
    _has_room(plan)
    home = skill_of(plan, skill)
    _is_open(home)
    home.questions.insert(place_after([other.id for other in home.questions], after), question)
    return plan


def change_question(plan: PlanDraft, identifier: int, changes: dict[str, Any]) -> PlanDraft:
    """Gives a question's fields new values. Raises Gone, and pydantic's ValidationError."""
    skill, question = question_of(plan, identifier)
    changed = QuestionDraft.model_validate(dict(question) | changes)
    skill.questions[skill.questions.index(question)] = remembered(question, changed)
    return plan


def remove_question(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Takes a question away. Raises Gone, and EditRefused when it is locked."""
    skill, question = question_of(plan, identifier)
    if question.locked or skill.locked:
        raise EditRefused("The question is locked. Unlock it first.")
    skill.questions.remove(question)
    return plan


def duplicate_question(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Puts a copy behind a question; the copy is not locked. Raises Gone and EditRefused."""
    _has_room(plan)
    skill, question = question_of(plan, identifier)
    _is_open(skill)
    copy = question.model_copy(update={"id": None, "locked": False})
    skill.questions.insert(skill.questions.index(question) + 1, copy)
    return plan


def move_question(plan: PlanDraft, identifier: int, skill: int, after: int | None) -> PlanDraft:
    """Puts a question into a skill behind another question (None: first; not there: last). Raises Gone."""
    home, question = question_of(plan, identifier)
    goal = skill_of(plan, skill)
    if home.locked or goal.locked:
        raise EditRefused("A question does not leave or enter a locked skill, nor move in it. Unlock the skill first.")
    home.questions.remove(question)
    goal.questions.insert(place_after([other.id for other in goal.questions], after), question)
    return plan


def _is_open(skill: PlannedSkill) -> None:
    if skill.locked:
        raise EditRefused(f"{skill.name} is locked, so it takes no question. Unlock it first.")


def _has_room(plan: PlanDraft) -> None:
    if sum(len(skill.questions) for skill in plan.skills) >= MOST_QUESTIONS:
        raise EditRefused(f"A plan holds at most {MOST_QUESTIONS} questions. Remove some first.")
