"""Changing an interview: one verb that every edit goes through, and what people and programs do with it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction

from interviews.checks import check
from interviews.drafts import Change, PlanDraft
from interviews.edits.differences import differences
from interviews.edits.fields import wanted_changes
from interviews.edits.places import question_of, skill_of
from interviews.edits.questions import change_question
from interviews.edits.refusals import EditRefused
from interviews.edits.skills import change_skill
from interviews.edits.texts import write_texts
from interviews.edits.undoing import undone
from interviews.edits.weights import balance, weigh
from interviews.models import (
    ApiKey,
    Author,
    Interview,
    Occasion,
    Revision,
    User,
    VersionConflict,
    keep_version,
    save_plan,
)
from interviews.services.frozen import frozen

Act = Callable[[PlanDraft], PlanDraft]
EDIT = Occasion(Revision.Kind.EDITED)


@dataclass(frozen=True)
class Edited:
    """What an edit did. Without changes nothing was saved: the plan already was as it was asked for."""

    interview: Interview
    before: PlanDraft
    plan: PlanDraft
    changes: list[Change]


def by_person(person: User) -> Author:
    """A person as the author of a change."""
    return Author(person.email, person)


def by_key(key: ApiKey) -> Author:
    """A program as the author of a change."""
    return Author(f"API key {key.name}")


def edit(
    interview: Interview, act: Act, *, by: Author, version: int | None = None, occasion: Occasion = EDIT
) -> Edited:
    """Does something to a plan: `act` gets the plan as it is now and gives back what it is to be.

    `act` may change the plan that it is given, but replaces nested values and never changes those in place. The new
    plan is checked, saved and remembered in one transaction, or nothing is. A published plan stays as it is, unless the
    occasion begins a new draft version beside it.

    Raises EditRefused (`act` does too), and VersionConflict unless the interview still is at `version`, if given."""
    with transaction.atomic():
        held = Interview.objects.with_plan().select_for_update(of=("self",)).get(pk=interview.pk)
        _may_change(held, version, occasion)
        before = held.plan()
        after = act(held.plan())
        if after == before:
            return Edited(held, before, before, [])
        if sum(skill.weight for skill in after.skills) != 100:
            after = balance(after)
        after.findings = check(after)
        return _saved(held, before, after, by, occasion)


def _may_change(held: Interview, version: int | None, occasion: Occasion) -> None:
    if held.deleted_at is not None:
        raise EditRefused("The interview was deleted. Bring it back from the list of deleted interviews first.")
    refusal = frozen(held)
    if refusal is not None and not (occasion.thaws and held.status == Interview.Status.PUBLISHED):
        raise refusal
    if version is not None and held.version != version:
        raise VersionConflict(str(held.pk))


def _saved(held: Interview, before: PlanDraft, after: PlanDraft, by: Author, occasion: Occasion) -> Edited:
    if not held.revisions.exists():
        keep_version(held, before, [], by=Author(held.author), occasion=Occasion(Revision.Kind.FOUND))
    if held.status == Interview.Status.PUBLISHED:
        held.status = Interview.Status.DRAFT
        held.save(update_fields=["status"])
    held.change()
    save_plan(held, before, after)
    changes = [change.model_copy(update={"version": held.version}) for change in differences(before, after)]
    keep_version(held, after, changes, by=by, occasion=occasion)
    return Edited(held, before, after, changes)


def undo(interview: Interview, version: int, *, by: Author) -> Edited:
    """Takes back what the save that led to `version` changed; what came later stays, and so does what was taken back
    already. An undo is a save of its own, which can be undone.

    When nothing came later and the version before is kept, the plan is exactly that again. Raises EditRefused when it
    was changed again or locked since, or is not in the history."""
    held = interview.revisions.filter(began__lte=version, number__gte=version).defer("snapshot").first()
    changes = [change for change in held.changes if change.version == version] if held else []
    if held is None or not changes:
        raise EditRefused("There is nothing to take back there. Open the plan again to see how it stands.")
    before = interview.revisions.filter(number=version - 1).first() if held.began == version else None
    if before is not None:
        with suppress(VersionConflict):
            return edit(interview, partial(as_in, snapshot=before.snapshot), by=by, version=version)
    return edit(interview, partial(undone, changes=changes, text=text_before(interview, version)), by=by)


def text_before(interview: Interview, version: int) -> str | None:
    """The description before the save that led to a version; None when it is the same still."""
    later = interview.revisions.filter(number__gte=version).defer("snapshot").order_by("number")
    told = (
        change.before
        for revision in later
        for change in revision.changes
        if change.version >= version and (change.subject, change.field) == ("plan", "description")
    )
    return next(told, None)


def as_in(plan: PlanDraft, snapshot: PlanDraft) -> PlanDraft:
    """The plan of a version as an act: the role is none of the plan's, and findings are looked for afresh."""
    return snapshot.model_copy(update={"role": plan.role, "findings": plan.findings})


def save_question(
    interview: Interview, identifier: int, sent: dict[str, Any], seen: dict[str, str], *, by: Author
) -> Edited:
    """Saves those fields of a question that the person changed: `sent` has new values, `seen` digests of the old ones.

    Raises Gone, Changed when somebody else changed one of them meanwhile, pydantic's ValidationError, and EditRefused
    when it is locked (the lock itself can be changed)."""

    def act(plan: PlanDraft) -> PlanDraft:
        skill, question = question_of(plan, identifier)
        changes = wanted_changes(dict(question), sent, seen)
        if changes.keys() - {"locked"} and (question.locked or skill.locked):
            raise EditRefused("The question is locked. Unlock it first.")
        return change_question(plan, identifier, changes) if changes else plan

    return edit(interview, act, by=by)


def save_skill(
    interview: Interview, identifier: int, sent: dict[str, Any], seen: dict[str, str], *, by: Author
) -> Edited:
    """As `save_question`, for a skill; a new weight makes the others give or take."""

    def act(plan: PlanDraft) -> PlanDraft:
        changes = wanted_changes(dict(skill_of(plan, identifier)), sent, seen)
        weight = changes.pop("weight", None)
        plan = change_skill(plan, identifier, changes) if changes else plan
        return plan if weight is None else weigh(plan, identifier, weight)

    return edit(interview, act, by=by)


def save_texts(interview: Interview, sent: dict[str, Any], seen: dict[str, str], *, by: Author) -> Edited:
    """As `save_question`, for what stands on the plan itself: name, summary, scripts, lists, intake answers."""
    return edit(interview, partial(write_texts, sent=sent, seen=seen), by=by)
