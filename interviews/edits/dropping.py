"""Makes a plan fit its time: which questions go, and in which order."""

from interviews.drafts import PlanDraft, QuestionDraft, dropping, until_it_fits


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


def _ids(plan: PlanDraft) -> dict[tuple[int, int], int]:
    places = [(number, place) for number, skill in enumerate(plan.skills) for place in range(len(skill.questions))]
    return {
        (number, place): plan.skills[number].questions[place].id or count
        for count, (number, place) in enumerate(places, 1)
    }
