"""Makes a plan fit its time: which questions go, and in which order."""

from dataclasses import dataclass
from itertools import islice

from interviews.drafts import PlanDraft, QuestionDraft, dropping, minutes_used
from interviews.edits.refusals import EditRefused

Place = tuple[int, int]


def drop_order(plan: PlanDraft) -> list[int]:
    """The ids of all questions in the order in which they are left out when time is short.

    First what the plan marks so, then nice-to-haves before must-haves, a second question on a skill before an only
    one, light skills before heavy ones, later ones before earlier ones; locked ones late; the last question on a
    must-have when nothing else is left. A question without a row is numbered from 1, as in the details answer."""
    ids = _ids(plan)
    return [ids[place] for place in dropping(plan.skills)]


@dataclass(frozen=True)
class Leaving:
    """A question that would go: the name of its skill, its number in the plan counted from 1, and whether its skill, a
    must-have, would be left without a question."""

    question: QuestionDraft
    skill: str
    number: int
    empties: bool


def leaving(plan: PlanDraft, minutes: int) -> list[Leaving]:
    """What would go so that the plan takes at most so many minutes, in order; nothing locked, and one always stays."""
    numbers = {place: number for number, place in enumerate(_places(plan), 1)}
    left = [len(skill.questions) for skill in plan.skills]
    gone = []
    for number, place in _going(plan, minutes):
        skill = plan.skills[number]
        left[number] -= 1
        empties = skill.importance == "must_have" and not left[number]
        gone.append(Leaving(skill.questions[place], skill.name, numbers[number, place], empties))
    return gone


def fitted(plan: PlanDraft, minutes: int) -> tuple[PlanDraft, list[QuestionDraft]]:
    """The plan with just so many questions left out, in `drop_order`, that it takes at most `minutes`, and those.

    Opening and closing count. What is locked stays, and one question always: check the minutes of the answer. Fewer
    minutes leave out the same questions and more, so that a slider never swaps one for another."""
    going = _going(plan, minutes)
    dropped = [plan.skills[number].questions[place] for number, place in going]
    skills = [
        skill.model_copy(
            update={"questions": [one for place, one in enumerate(skill.questions) if (number, place) not in going]}
        )
        for number, skill in enumerate(plan.skills)
    ]
    return plan.model_copy(update={"skills": skills}), dropped


def can_shorten(plan: PlanDraft) -> bool:
    """Whether any question can be left out: one that is not locked, and not the last of all."""
    return len(_places(plan)) > 1 and any(not _is_locked(plan, place) for place in _places(plan))


def shortest(plan: PlanDraft) -> int:
    """The fewest minutes to which a plan can be cut: what is locked stays, and one question."""
    return minutes_used(fitted(plan, 0)[0])


def shorten(plan: PlanDraft, minutes: int, seen: list[int]) -> PlanDraft:
    """The plan cut to these minutes. `seen`: ids of the questions that the person was told would go, in order.

    Raises EditRefused when others would go, or a locked one or the last of all would have to."""
    if minutes < shortest(plan):
        raise EditRefused(
            f"The plan cannot be made shorter than {shortest(plan)} minutes: what is left then is locked, or the last "
            "question. Unlock questions, or give them fewer minutes."
        )
    shorter, dropped = fitted(plan, minutes)
    if [question.id for question in dropped] != seen:
        raise EditRefused(
            "The plan has changed since you looked, and other questions would go now. Nothing was dropped: look again."
        )
    return shorter


def _going(plan: PlanDraft, minutes: int) -> list[Place]:
    over = minutes_used(plan) - minutes
    order = (place for place in dropping(plan.skills) if not _is_locked(plan, place))
    going: list[Place] = []
    for number, place in islice(order, len(_places(plan)) - 1):
        if over <= 0:
            break
        going.append((number, place))
        over -= plan.skills[number].questions[place].minutes
    return going


def _is_locked(plan: PlanDraft, at: Place) -> bool:
    number, place = at
    skill = plan.skills[number]
    return skill.locked or skill.questions[place].locked


def _places(plan: PlanDraft) -> list[Place]:
    return [(number, place) for number, skill in enumerate(plan.skills) for place in range(len(skill.questions))]


def _ids(plan: PlanDraft) -> dict[tuple[int, int], int]:
    return {
        (number, place): plan.skills[number].questions[place].id or count
        for count, (number, place) in enumerate(_places(plan), 1)
    }
