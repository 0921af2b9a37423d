"""What a person makes of a proposal: takes it, takes parts of it, adds what is new, or leaves the plan as it is."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone

from interviews.drafts import PlanDraft, Suggested
from interviews.edits.proposals import PARTS, take_proposed
from interviews.edits.questions import add_question
from interviews.edits.refusals import EditRefused
from interviews.models import Author, Occasion, Proposal, Revision
from interviews.services.editing import Edited, edit

_DECIDED = "Somebody has decided on this proposal already. Open the plan again to see how it stands."


def take(proposal: Proposal, questions: Sequence[int], *, by: Author, parts: Sequence[str] = tuple(PARTS)) -> Edited:
    """Puts what is proposed for these questions (ids of rows) into the plan, as one edit.

    Raises Gone when one was removed, and EditRefused when it is locked, decided already, or no part was chosen."""
    with transaction.atomic():
        held, open_ones = _open(proposal, lambda one: one.replaces in questions, len(set(questions)))
        return _take(held, open_ones, parts, by)


def take_all(proposal: Proposal, *, by: Author) -> tuple[Edited | None, int]:
    """Takes all that is still open and can be taken; what was removed or locked meanwhile stays open.

    Returns the edit (None: nothing could be taken) and how many questions were left."""
    with transaction.atomic():
        held = Proposal.objects.select_for_update().get(pk=proposal.pk)
        waiting = [one for one in held.content.questions if not one.decided]
        plan = held.interview.__class__.objects.with_plan().get(pk=held.interview_id).plan()
        skills = [skill for skill in plan.skills if not skill.locked]
        homes = {skill.id for skill in skills}
        free = {question.id for skill in skills for question in skill.questions if not question.locked}
        able = [one for one in waiting if (one.replaces in free if one.replaces else one.skill in homes)]
        if not able:
            return None, len(waiting)
        return _take(held, able, tuple(PARTS), by), len(waiting) - len(able)


def add_new(proposal: Proposal, skill: int, *, by: Author) -> Edited:
    """Adds what is proposed as a new question of a skill (its id) behind those that it has.

    Raises Gone when the skill was removed, and EditRefused when it is locked or this is decided already."""
    with transaction.atomic():
        held, open_ones = _open(proposal, lambda one: one.replaces is None and one.skill == skill)
        return _take(held, open_ones, tuple(PARTS), by)


def add_instead(proposal: Proposal, question: int, *, by: Author) -> Edited:
    """Adds what is proposed for a question that was removed as a new question of its skill.

    Raises Gone when the skill was removed too, and EditRefused."""
    with transaction.atomic():
        held, open_ones = _open(proposal, lambda one: one.replaces == question)
        fresh = open_ones[0].question.model_copy(update={"id": None})

        def act(plan: PlanDraft) -> PlanDraft:
            return add_question(plan, open_ones[0].skill, fresh)

        edited = edit(held.interview, act, by=by, occasion=Occasion(Revision.Kind.TAKEN))
        _decide(held, open_ones, "taken", by)
    return edited


def keep(proposal: Proposal, questions: Sequence[int] | None, *, by: Author, skill: int | None = None) -> None:
    """Leaves these questions (None: all that are open) as they are; the proposal for them is put away.

    `skill`: the id of one for which what is proposed as new is put away too."""
    with transaction.atomic():
        held = Proposal.objects.select_for_update().get(pk=proposal.pk)
        wanted = [
            one
            for one in held.content.questions
            if not one.decided
            and (questions is None or one.replaces in questions or (one.replaces is None and one.skill == skill))
        ]
        _decide(held, wanted, "kept", by)


def _take(held: Proposal, chosen: list[Suggested], parts: Sequence[str], by: Author) -> Edited:
    def act(plan: PlanDraft) -> PlanDraft:
        for one in chosen:
            if one.replaces:
                plan = take_proposed(plan, one.replaces, one.question, parts)
            else:
                plan = add_question(plan, one.skill, one.question)
        return plan

    edited = edit(held.interview, act, by=by, occasion=Occasion(Revision.Kind.TAKEN))
    _decide(held, chosen, "taken", by)
    return edited


def _open(
    proposal: Proposal, means: Callable[[Suggested], bool], count: int | None = None
) -> tuple[Proposal, list[Suggested]]:
    held = Proposal.objects.select_for_update(of=("self",)).select_related("interview").get(pk=proposal.pk)
    found = [one for one in held.content.questions if means(one) and not one.decided]
    if not found or len(found) != (count or len(found)) or held.status != Proposal.Status.OPEN:
        raise EditRefused(_DECIDED)
    return held, found


def _decide(held: Proposal, questions: list[Suggested], decided: str, by: Author) -> None:
    for one in held.content.questions:
        if any(one is mine for mine in questions):
            one.decided = decided
    if all(one.decided for one in held.content.questions):
        taken = any(one.decided == "taken" for one in held.content.questions)
        held.status = Proposal.Status.TAKEN if taken else Proposal.Status.DISMISSED
        held.decided_by, held.decided_at = by.person, timezone.now()
    held.save(update_fields=["content", "status", "decided_by", "decided_at"])
