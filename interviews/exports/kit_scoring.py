"""The scorecard, one page filled in alone, and the debrief sheet, one page filled in together."""

from collections.abc import Iterator
from itertools import count

from interviews.drafts import PlanDraft
from interviews.exports import kit_words as words
from interviews.exports.kit import Debrief, Scorecard, ScoreRow
from interviews.exports.texts import shortened

# As many lines as one page holds beside those of the skills.
_MOST_LINES = 26


def numbers(plan: PlanDraft) -> Iterator[tuple[int, int]]:
    """The first and the last number of each skill's questions; the last is below the first where there is none."""
    first = 1
    for skill in plan.skills:
        yield first, first + len(skill.questions) - 1
        first += len(skill.questions)


def spread(first: int, last: int) -> str:
    """Numbers as people write them: "3", "3 to 5", "none"."""
    if last < first:
        return "none"
    return str(first) if first == last else f"{first} to {last}"


def scorecard(plan: PlanDraft) -> Scorecard:
    """The scorecard of a plan."""
    return Scorecard(
        heading="Scorecard",
        lead=words.SCORECARD_LEAD,
        blanks=("Candidate", "Interviewer", "Date"),
        question_head=("Question", "1", "2", "3", "4", "5", "Not asked", "Not enough evidence"),
        questions=tuple(_questions(plan)),
        skill_head=("Skill", "", "Question no.", "Weight", "Rating", "Weight × rating"),
        skills=tuple(_skills(plan)),
        total="Sums over the skills that have a rating",
        sums=("A =", "B ="),
        formula=words.FORMULA,
        notes=(words.SKILL_RATING,),
        ends=(words.MUST_HAVE_LOW, words.FLAGS_SEEN),
    )


def debrief(plan: PlanDraft) -> Debrief:
    """The debrief sheet of a plan."""
    interviewers = tuple(f"Interviewer {number}" for number in range(1, 5))
    return Debrief(
        heading="Debrief",
        lead=words.DEBRIEF_LEAD,
        rules=tuple(rule.format(cutoff=f"{plan.general.cutoff:g}") for rule in words.RULES),
        blanks=("Candidate", "Date"),
        head=("Skill", "Weight", *interviewers),
        rows=tuple(_skills(plan)),
        ends=("Score, of 10", "Must-haves under 2", "Red flags"),
        decision=("Decision", "Reasons, in terms of the skills", "Decided by, and when"),
    )


def _questions(plan: PlanDraft) -> list[ScoreRow]:
    following = count(1)
    rows = [
        ScoreRow(shortened(question.prompt, 62), str(next(following)))
        for skill in plan.skills
        for question in skill.questions
    ]
    return rows if len(rows) + len(plan.skills) <= _MOST_LINES else []


def _skills(plan: PlanDraft) -> Iterator[ScoreRow]:
    for skill, (first, last) in zip(plan.skills, numbers(plan), strict=True):
        yield ScoreRow(
            shortened(skill.name, 60) or words.UNNAMED_SKILL,
            number=spread(first, last),
            note=words.MUST_HAVE if skill.importance == "must_have" else "",
            weight=f"{skill.weight} %",
        )
