"""In which order questions are left out when time is short, as the plan itself names it."""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from interviews.drafts.plan import CLOSING_MINUTES, OPENING_MINUTES, PlanDraft, PlannedSkill

Place = tuple[int, int]


def minutes_used(plan: PlanDraft) -> int:
    """Minutes of all questions, of opening and of closing."""
    questions = sum(question.minutes for skill in plan.skills for question in skill.questions)
    return questions + OPENING_MINUTES + CLOSING_MINUTES


def dropping(skills: Sequence[PlannedSkill]) -> Iterator[Place]:
    """All questions, by the places of skill and question, in the order in which they are left out.

    The last question on a must-have goes only when nothing else is left, then one that a person locked. Before them:
    what the plan marks as dropped first, then nice-to-haves before must-haves, a second question on a skill before an
    only one, light skills before heavy ones, and later ones before earlier ones."""
    left = [len(skill.questions) for skill in skills]
    waiting = [
        (_worth(skill, number, place, left[number]), (number, place))
        for number, skill in enumerate(skills)
        for place in range(len(skill.questions))
    ]
    heapify(waiting)
    while waiting:
        worth, (number, place) = heappop(waiting)
        now = _worth(skills[number], number, place, left[number])
        if now != worth:
            # The others on its skill have gone since: it is worth more, never less.
            heappush(waiting, (now, (number, place)))
            continue
        left[number] -= 1
        yield number, place


def until_it_fits(plan: PlanDraft, minutes: int) -> list[Place]:
    """The questions that have to go so that the plan takes at most so many minutes, in order; one always stays."""
    over = minutes_used(plan) - minutes
    going: list[Place] = []
    most = sum(len(skill.questions) for skill in plan.skills) - 1
    order = dropping(plan.skills)
    while over > 0 and len(going) < most:
        number, place = next(order)
        going.append((number, place))
        over -= plan.skills[number].questions[place].minutes
    return going


def _worth(skill: PlannedSkill, number: int, place: int, left: int) -> tuple[bool | int, ...]:
    question, is_must, is_last = skill.questions[place], skill.importance == "must_have", left == 1
    return (
        is_must and is_last,
        question.locked or skill.locked,
        not question.drop_first,
        is_must,
        is_last,
        skill.weight,
        -number,
        -place,
    )
