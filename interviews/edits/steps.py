"""Moving a question one step: the keyboard's way of dragging."""

from interviews.drafts import PlanDraft
from interviews.edits.places import question_of
from interviews.edits.questions import move_question
from interviews.edits.refusals import EditRefused


def move_up(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Puts a question before the one above it; the first of a skill becomes the last of the skill above.

    Raises Gone, and EditRefused at the top of the plan and at a locked skill."""
    home, question = question_of(plan, identifier)
    place, here = home.questions.index(question), plan.skills.index(home)
    if place:
        before = home.questions[place - 2].id if place > 1 else None
        return move_question(plan, identifier, home.id or 0, before)
    if not here:
        raise EditRefused("This is the first question already.")
    return move_question(plan, identifier, plan.skills[here - 1].id or 0, -1)


def move_down(plan: PlanDraft, identifier: int) -> PlanDraft:
    """Puts a question behind the one below it; the last of a skill becomes the first of the skill below.

    Raises Gone, and EditRefused at the end of the plan and at a locked skill."""
    home, question = question_of(plan, identifier)
    place, here = home.questions.index(question), plan.skills.index(home)
    if place + 1 < len(home.questions):
        return move_question(plan, identifier, home.id or 0, home.questions[place + 1].id)
    if here + 1 == len(plan.skills):
        raise EditRefused("This is the last question already.")
    return move_question(plan, identifier, plan.skills[here + 1].id or 0, None)
