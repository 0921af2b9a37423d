"""Another version of a plan as rows that were never saved, to be read as one reads the real ones."""

from typing import Any

from interviews.drafts import PlanDraft, PlanRecord
from interviews.models.interviews import PLAN_FIELDS, Interview
from interviews.models.skills import QUESTION_FIELDS, SKILL_FIELDS, Question, Skill, hold


def as_it_was(interview: Interview, plan: PlanDraft, record: PlanRecord) -> Interview:
    """The interview with the skills and questions of this plan. Reading them costs no query; none may be saved."""
    then = Interview(
        pk=interview.pk,
        team=interview.team,
        role=interview.role,
        author=interview.author,
        created_by_id=interview.created_by_id,
        created_at=interview.created_at,
        status=record.status,
        version=record.version,
        updated_at=record.updated_at or interview.updated_at,
        **_values(plan, PLAN_FIELDS),
    )
    skills = []
    for place, planned in enumerate(plan.skills):
        skill = Skill(pk=planned.id, interview=then, position=place, **_values(planned, SKILL_FIELDS))
        questions = [
            Question(pk=asked.id, skill=skill, position=number, **_values(asked, QUESTION_FIELDS))
            for number, asked in enumerate(planned.questions)
        ]
        hold(skill, "questions", questions)
        skills.append(skill)
    hold(then, "skills", skills)
    return then


def _values(draft: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in names}
