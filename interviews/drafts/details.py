"""A plan in the shape of the REST answer `ai-interviews/details`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interviews.drafts.plan import PlanDraft, PlannedSkill, QuestionDraft


@dataclass(frozen=True)
class PlanRecord:
    """What a plan's row knows beside the plan. All None or 1 for a plan that has no row."""

    identifier: int | None = None
    status: str = "draft"
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None
    created_by: str = ""


def moment(value: datetime | None) -> str | None:
    """UTC to the second without a suffix, as the contract writes times in answers."""
    return value.strftime("%Y-%m-%dT%H:%M:%S") if value else None


def heaviest(plan: PlanDraft) -> QuestionDraft | None:
    """The question with sample answers that counts most: by its skill's weight, then by its minutes, then by order."""
    found = [(skill.weight, q.minutes, q) for skill in plan.skills for q in skill.questions if q.samples]
    return max(found, key=lambda item: item[:2])[2] if found else None


def details(plan: PlanDraft, meta: PlanRecord) -> dict[str, Any]:
    """The details answer. Ids of skills and questions count from 1 when the plan has no rows. `intake` is in it where
    the team said something."""
    ids = _ids(plan)
    sampled = heaviest(plan)
    answer = {
        "ai_interview_id": meta.identifier,
        "ai_interview_name": plan.name,
        "status": meta.status,
        "version": meta.version,
        "job_role": plan.role,
        "job_description": plan.description,
        "seniority": plan.seniority,
        "created_at": moment(meta.created_at),
        "created_by": meta.created_by,
        "updated_at": moment(meta.updated_at),
        "engine": plan.engine,
        "summary": plan.summary,
        "general": plan.general.model_dump(mode="json"),
        "duration_minutes": plan.general.duration.max,
        "opening": plan.opening,
        "closing": plan.closing,
        "protected_note": plan.protected_note,
        "screen_first": plan.screen_first,
        "assess_elsewhere": plan.assess_elsewhere,
        "gaps": [gap.model_dump() for gap in plan.gaps],
        "notices": plan.notices,
        "findings": [finding.model_dump(exclude={"schema_version"}) for finding in plan.findings],
        "skills": [_skill(skill, ids) for skill in plan.skills],
        "sample_answers": [
            {"question_id": ids[id(sampled)], "score": sample.score, "answer": sample.answer}
            for sample in sampled.samples
        ]
        if sampled
        else [],
        "proctoring": plan.proctoring.model_dump(mode="json"),
    }
    return answer | ({"intake": plan.intake.model_dump()} if plan.intake.says_something else {})


def _ids(plan: PlanDraft) -> dict[int, int]:
    questions = [question for skill in plan.skills for question in skill.questions]
    ids = {id(skill): skill.id or number for number, skill in enumerate(plan.skills, 1)}
    return ids | {id(question): question.id or number for number, question in enumerate(questions, 1)}


def _skill(skill: PlannedSkill, ids: dict[int, int]) -> dict[str, Any]:
    return {
        "id": ids[id(skill)],
        "skill_name": skill.name,
        "importance": skill.importance,
        "weight": skill.weight,
        "evidence": [evidence.model_dump() for evidence in skill.evidence],
        "questions": [_question(question, ids) for question in skill.questions],
    }


def _question(question: QuestionDraft, ids: dict[int, int]) -> dict[str, Any]:
    fields = {"prompt", "type", "difficulty", "minutes", "drop_first", "why", "follow_ups", "alternate"}
    rating = {"evaluation_criteria", "rating_scale", "red_flags"}
    return {
        "id": ids[id(question)],
        **question.model_dump(mode="json", include=fields | rating),
        "source": question.source.model_dump(include={"engine", "reference"})
        | ({"stands_in": question.source.stands_in} if question.source.stands_in else {}),
    }
