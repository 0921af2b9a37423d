"""What a person makes of a proposal: takes it, takes parts of it, or keeps the question as it is."""

from collections.abc import Sequence

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
        held, open_ones = _open(proposal, questions)

        def act(plan: PlanDraft) -> PlanDraft:
            for one in open_ones:
                plan = take_proposed(plan, one.replaces or 0, one.question, parts)
            return plan

        edited = edit(held.interview, act, by=by, occasion=Occasion(Revision.Kind.TAKEN))
        _decide(held, open_ones, "taken", by)
    return edited


def take_all(proposal: Proposal, *, by: Author) -> tuple[Edited | None, int]:
    """Takes all that is still open and can be taken; what was removed or locked meanwhile stays open.

    Returns the edit (None: nothing could be taken) and how many questions were left."""
    with transaction.atomic():
        held = Proposal.objects.select_for_update().get(pk=proposal.pk)
        waiting = [one for one in held.content.questions if not one.decided]
        plan = held.interview.__class__.objects.with_plan().get(pk=held.interview_id).plan()
        free = {
            question.id
            for skill in plan.skills
            for question in skill.questions
            if not question.locked and not skill.locked
        }
        able = [one.replaces for one in waiting if one.replaces in free]
        if not able:
            return None, len(waiting)
        return take(held, [identifier for identifier in able if identifier], by=by), len(waiting) - len(able)


def add_instead(proposal: Proposal, question: int, *, by: Author) -> Edited:
    """Adds what is proposed for a question that was removed as a new question of its skill.

    Raises Gone when the skill was removed too, and EditRefused."""
    with transaction.atomic():
        held, open_ones = _open(proposal, [question])
        fresh = open_ones[0].question.model_copy(update={"id": None})

        def act(plan: PlanDraft) -> PlanDraft:
            return add_question(plan, open_ones[0].skill, fresh)

        edited = edit(held.interview, act, by=by, occasion=Occasion(Revision.Kind.TAKEN))
        _decide(held, open_ones, "taken", by)
    return edited


def keep(proposal: Proposal, questions: Sequence[int] | None, *, by: Author) -> None:
    """Leaves these questions (None: all that are open) as they are; the proposal for them is put away."""
    with transaction.atomic():
        held = Proposal.objects.select_for_update().get(pk=proposal.pk)
        wanted = [
            one
            for one in held.content.questions
            if not one.decided and (questions is None or one.replaces in questions)
        ]
        _decide(held, wanted, "kept", by)


def _open(proposal: Proposal, questions: Sequence[int]) -> tuple[Proposal, list[Suggested]]:
    held = Proposal.objects.select_for_update(of=("self",)).select_related("interview").get(pk=proposal.pk)
    found = [one for one in held.content.questions if one.replaces in questions and not one.decided]
    if len(found) != len(set(questions)) or held.status != Proposal.Status.OPEN:
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
