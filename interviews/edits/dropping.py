"""Makes a plan fit its time: which questions go, and in which order."""

from interviews.drafts import PlanDraft, QuestionDraft, dropping, minutes_used, until_it_fits
from interviews.edits.refusals import EditRefused


def drop_order(plan: PlanDraft) -> list[int]:
    """The ids of all questions in the order in which they are left out when time is short.

    First what the plan marks so, then nice-to-haves before must-haves, a second question on a skill before an only
    one, light skills before heavy ones, later ones before earlier ones; locked ones late; the last question on a
    must-have when nothing else is left. A question without a row is numbered from 1, as in the details answer."""
    ids = _ids(plan)
    return [ids[place] for place in dropping(plan.skills)]


def fitted(plan: PlanDraft, minutes: int) -> tuple[PlanDraft, list[QuestionDraft]]:
    """The plan with just so many questions left out, in `drop_order`, that it takes at most `minutes`, and those.

    Opening and closing count. One question always stays: check the minutes of the answer. Fewer minutes leave out the
    same questions and more, so that a slider never swaps one for another."""
    going = until_it_fits(plan, minutes)
    dropped = [plan.skills[number].questions[place] for number, place in going]
    skills = [
        skill.model_copy(
            update={"questions": [one for place, one in enumerate(skill.questions) if (number, place) not in going]}
        )
        for number, skill in enumerate(plan.skills)
    ]
    return plan.model_copy(update={"skills": skills}), dropped


def shortest(plan: PlanDraft) -> int:
    """The fewest minutes to which a plan can be cut with every locked question and one on each must-have kept."""
    minutes, left = minutes_used(plan), [len(skill.questions) for skill in plan.skills]
    for number, place in until_it_fits(plan, 0):
        skill = plan.skills[number]
        is_last_of_must = skill.importance == "must_have" and left[number] == 1
        if is_last_of_must or skill.locked or skill.questions[place].locked:
            break
        left[number] -= 1
        minutes -= skill.questions[place].minutes
    return minutes


def shorten(plan: PlanDraft, minutes: int, seen: list[int]) -> PlanDraft:
    """The plan cut to these minutes. `seen`: ids of the questions that the person was told would go, in order.

    Raises EditRefused when others would go, or a locked one or the only one on a must-have would have to."""
    if minutes < shortest(plan):
        raise EditRefused(
            f"The plan cannot be made shorter than {shortest(plan)} minutes: what is left then is locked, or is the "
            "only question on a must-have. Unlock questions, or remove them one by one."
        )
    shorter, dropped = fitted(plan, minutes)
    if [question.id for question in dropped] != seen:
        raise EditRefused(
            "The plan has changed since you looked, and other questions would go now. Nothing was dropped: look again."
        )
    return shorter


def _ids(plan: PlanDraft) -> dict[tuple[int, int], int]:
    places = [(number, place) for number, skill in enumerate(plan.skills) for place in range(len(skill.questions))]
    return {
        (number, place): plan.skills[number].questions[place].id or count
        for count, (number, place) in enumerate(places, 1)
    }
