"""How many questions an interview holds, of which types, and how its minutes are kept."""

from interviews.checks.minutes import MINUTES
from interviews.drafts import (
    CLOSING_MINUTES,
    OPENING_MINUTES,
    Analysis,
    Brief,
    PlannedSkill,
    QuestionDraft,
    QuestionType,
    SkillDraft,
    Wanted,
    most_questions,
)

FEWEST = 4
_APPLIED: list[QuestionType] = ["technical", "work_sample", "job_knowledge"]
_MIXES: dict[str, list[QuestionType]] = {
    "entry": ["situational", "work_sample", "situational", "behavioral"],
    "mid": ["behavioral", "technical", "behavioral", "situational"],
    "senior": ["behavioral", "technical", "behavioral", "situational"],
    "lead": ["behavioral", "situational", "behavioral", "technical"],
}


def available_minutes(brief: Brief) -> int:
    """Minutes for questions: the planned limit less opening and closing."""
    return brief.general.duration.max - OPENING_MINUTES - CLOSING_MINUTES


def question_count(brief: Brief) -> int:
    """How many questions the interview holds: what was asked for, else what its minutes allow."""
    return brief.question_count or most_questions(available_minutes(brief))


def shares(skills: list[SkillDraft], questions: int) -> list[int]:
    """Questions a skill: one each by order, then a second by weight; a third only when that many were asked for."""
    counts = [1 if index < questions else 0 for index in range(len(skills))]
    by_weight = sorted(
        range(len(skills)), key=lambda index: (-len(skills[index].planned), -skills[index].weight, index)
    )
    for most in (2, 3, 4):
        for index in by_weight:
            if sum(counts) < questions and counts[index] == most - 1:
                counts[index] += 1
        if most == 2 and questions <= 2 * len(skills):
            break
    return counts


def wanted(brief: Brief, analysis: Analysis) -> list[Wanted]:
    """What is asked of the engine for each skill; skills beyond the number of questions are left out."""
    counts = shares(analysis.skills, _asked(brief, analysis))
    mix = _mix(analysis, counts)
    return [
        Wanted(
            count=count,
            types=mix[index],
            seniority=analysis.seniority,
            language=brief.general.language,
            families=analysis.families,
        )
        for index, count in enumerate(counts)
        if count
    ]


def _asked(brief: Brief, analysis: Analysis) -> int:
    """How many questions to write: no more than fit, where the analysis planned them, unless a person wants more."""
    planned = [len(skill.planned) or 1 for skill in analysis.skills]
    if brief.question_count:
        return brief.question_count
    if not any(skill.planned for skill in analysis.skills):
        return _in_time(brief, analysis)
    return min(question_count(brief), max(sum(planned), FEWEST))


def _in_time(brief: Brief, analysis: Analysis) -> int:
    """How many questions of the level's mix fit: one that is written and then dropped was paid for in vain."""
    count = question_count(brief)
    cycle = _MIXES[analysis.seniority]
    while count > 1 and sum(MINUTES[cycle[place % len(cycle)]][0] for place in range(count)) > available_minutes(brief):
        count -= 1
    return count


def _mix(analysis: Analysis, counts: list[int]) -> list[list[QuestionType]]:
    cycle = _MIXES[analysis.seniority]
    pool = [cycle[index % len(cycle)] for index in range(sum(counts))]
    hard_first = sorted(range(len(counts)), key=lambda index: (analysis.skills[index].kind != "hard", index))
    applied = [kind for kind in pool if kind in _APPLIED]
    others = [kind for kind in pool if kind not in _APPLIED]
    chosen: list[list[QuestionType]] = [[] for _ in counts]
    for index in hard_first:
        for place in range(counts[index]):
            source = applied if applied and (place == 0 or not others) else others
            chosen[index].append(source.pop(0))
    return [kinds + [kind for kind in [*cycle, *_APPLIED] if kind not in kinds] for kinds in chosen]


def fit(skills: list[PlannedSkill], available: int) -> None:
    """Keeps the minutes: shortens the lightest questions to what their type allows, then drops seconds of a skill.

    Ends with the question that is dropped first when late: the last one of the lightest skill."""
    light_first = [skill for _, skill in sorted(enumerate(skills), key=lambda item: (item[1].weight, -item[0]))]
    for question in [q for skill in light_first for q in reversed(skill.questions)]:
        over = _total(skills) - available
        if over > 0:
            question.minutes = max(MINUTES[question.type][0], question.minutes - over)
    for skill in light_first:
        while _total(skills) > available and len(skill.questions) > 1:
            skill.questions.pop()
    while _total(skills) > available and len(skills) > 2:
        skills.remove(min(reversed(skills), key=lambda skill: skill.weight))
    for question in _droppable(skills):
        question.drop_first = True


def _droppable(skills: list[PlannedSkill]) -> list[QuestionDraft]:
    light_first = sorted(enumerate(skills), key=lambda item: (item[1].weight, -item[0]))
    order = [skill.questions[-1] for _, skill in light_first if skill.questions]
    return order[: max(1, sum(len(skill.questions) for skill in skills) // 5)]


def _total(skills: list[PlannedSkill]) -> int:
    return sum(question.minutes for skill in skills for question in skill.questions)
