"""Minutes against the type of a question and against the planned duration."""

from collections.abc import Iterator

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, Finding, PlanDraft, QuestionDraft, QuestionType

# Probes included; from the plan of the questions.
MINUTES: dict[QuestionType, tuple[int, int]] = {
    "behavioral": (5, 6),
    "situational": (4, 5),
    "technical": (5, 8),
    "work_sample": (5, 8),
    "job_knowledge": (2, 3),
}
NAMES: dict[QuestionType, str] = {
    "behavioral": "A behavioural question",
    "situational": "A situational question",
    "technical": "A technical question",
    "work_sample": "A work sample",
    "job_knowledge": "A question of job knowledge",
}
LEAST_USED = 0.6


def of_type(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """A question whose minutes do not fit its type, probes included."""
    low, high = MINUTES[question.type]
    if not low <= question.minutes <= high:
        reason = f"{NAMES[question.type]} takes {low} to {high} minutes with its probes, not {question.minutes}."
        suggestion = f"{low if question.minutes < low else high} minutes"
        words = f"{question.minutes} minutes"
        yield Finding(code="craft.minutes", where=f"{where}.minutes", words=words, reason=reason, suggestion=suggestion)


def of_plan(plan: PlanDraft) -> Iterator[Finding]:
    """A plan that is longer than its interview, or that leaves much of it empty."""
    used = sum(question.minutes for skill in plan.skills for question in skill.questions)
    total, limit = used + OPENING_MINUTES + CLOSING_MINUTES, plan.general.duration.max
    reason = f"The questions with opening and closing take {total} of {limit} minutes."
    if total > limit:
        suggestion = "Drop a question, shorten one, or plan a longer interview."
        yield Finding(code="plan.too_long", words=f"{total} minutes", reason=reason, suggestion=suggestion)
    elif total < LEAST_USED * limit:
        suggestion = "Add a question, or plan a shorter interview."
        yield Finding(code="plan.too_short", words=f"{total} minutes", reason=reason, suggestion=suggestion)
