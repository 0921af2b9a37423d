"""What a plan goes through: draft, published, archived; copied, deleted and brought back."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from interviews.checks import check
from interviews.drafts import PlanDraft
from interviews.edits.refusals import EditRefused
from interviews.models import (
    KEPT,
    Author,
    Interview,
    Job,
    Occasion,
    Revision,
    VersionConflict,
    keep_version,
    write_plan,
)
from interviews.services.blocking import may_publish
from interviews.services.editing import Edited, as_in, edit

_DELETED = "The interview was deleted. Bring it back from the list of deleted interviews first."


class Blocked(EditRefused):
    """The plan may not be published as it stands. `reasons` are sentences, one for each finding that stands against
    it."""

    def __init__(self, reasons: list[str]) -> None:
        """`reasons`: at least one."""
        super().__init__("The plan cannot be published yet. " + " ".join(reasons))
        self.reasons = reasons


def publish(interview: Interview, *, by: Author, version: int | None = None) -> Revision:
    """Freezes the plan as it stands: from now on programs and the kit read this version.

    Raises VersionConflict when the plan is no longer the one that was looked at, Blocked, and EditRefused."""
    with transaction.atomic():
        held = _held(interview)
        if held.status != Interview.Status.DRAFT:
            raise EditRefused("Only a draft can be published. This plan is published or archived already.")
        if version is not None and held.version != version:
            raise VersionConflict(str(held.pk))
        plan = held.plan()
        plan.findings = check(plan)
        reasons = _against(held, plan)
        if reasons:
            raise Blocked(reasons)
        held.change()
        held.findings, held.status = plan.findings, Interview.Status.PUBLISHED
        held.published_revision = keep_version(held, plan, [], by=by, occasion=Occasion(Revision.Kind.PUBLISHED))
        held.save(update_fields=["findings", "status", "published_revision"])
        return held.published_revision


def against(interview: Interview) -> list[str]:
    """What stands against publishing a plan that was read `with_plan()`: sentences, none when it may be published."""
    return _against(interview, interview.plan())


def _against(held: Interview, plan: PlanDraft) -> list[str]:
    if not any(skill.questions for skill in plan.skills):
        return ["It has no question yet. Write one, or add one from the library."]
    return may_publish(held, plan)[1]


def begin_draft(interview: Interview) -> Interview:
    """Opens a published plan for changes: a new draft version beside the published one. Raises EditRefused."""
    with transaction.atomic():
        held = _held(interview)
        if held.status == Interview.Status.ARCHIVED:
            raise EditRefused("The interview is archived. Bring it back first.")
        _become(held, Interview.Status.DRAFT)
    return held


def discard_draft(interview: Interview, *, by: Author) -> Edited:
    """Gives up the draft beside a published version: the plan reads as published again. The history keeps the draft.

    Raises EditRefused when nothing is published or no draft has been begun."""
    with transaction.atomic():
        held = _held(interview)
        if held.published_revision is None or held.status != Interview.Status.DRAFT:
            raise EditRefused("There is no draft beside a published version that could be given up.")
        published = Revision.objects.get(pk=held.published_revision.pk)
        occasion = Occasion(Revision.Kind.RESTORED, f"version {published.number}")
        edited = edit(held, partial(as_in, snapshot=published.snapshot), by=by, occasion=occasion)
        _become(edited.interview, Interview.Status.PUBLISHED)
    return edited


def archive(interview: Interview) -> Interview:
    """Puts a plan away: it can be read and exported, and not changed until it is brought back."""
    with transaction.atomic():
        held = _held(interview)
        _become(held, Interview.Status.ARCHIVED)
    return held


def bring_back(interview: Interview) -> Interview:
    """Brings an archived plan back: published if it still is what was published, else as a draft."""
    with transaction.atomic():
        held = _held(interview)
        if held.status == Interview.Status.ARCHIVED:
            last = held.revisions.order_by("-number").first()
            is_published = last is not None and last.pk == held.published_revision_id
            _become(held, Interview.Status.PUBLISHED if is_published else Interview.Status.DRAFT)
    return held


def mark_used(interview: Interview) -> Interview:
    """Notes that candidates were interviewed with this plan: from then on it can be archived, and not deleted."""
    with transaction.atomic():
        held = _held(interview)
        if held.used_in_hiring_at is None:
            held.used_in_hiring_at = timezone.now()
            held.save(update_fields=["used_in_hiring_at"])
    return held


def duplicate(interview: Interview, *, by: Author) -> Interview:
    """A new draft with the same plan under another name; the history begins anew, what was locked is open."""
    with transaction.atomic():
        held = _held(interview)
        plan = held.plan()
        plan.name = f"Copy of {plan.name}"[:200]
        for skill in plan.skills:
            skill.locked = False
            skill.questions = [question.model_copy(update={"locked": False}) for question in skill.questions]
        occasion = Occasion(Revision.Kind.COPIED, f"{held.name}, version {held.version}"[:300])
        return write_plan(held.team, held.role, plan, by=by, occasion=occasion)


def delete(interview: Interview, *, by: Author) -> None:
    """Deletes an interview; for 30 days it can be brought back. Jobs that write parts of it again are cancelled.

    Raises EditRefused for one that was used in hiring: what candidates were asked has to be kept."""
    with transaction.atomic():
        held = _held(interview)
        if held.used_in_hiring_at is not None:
            raise EditRefused(
                "Candidates were interviewed with this plan, so it has to be kept: archive it instead of deleting it."
            )
        held.deleted_at, held.deleted_by = timezone.now(), by.person
        held.save(update_fields=["deleted_at", "deleted_by"])
        for job in Job.objects.unfinished().filter(interview=held):
            job.cancel()


def undelete(interview: Interview) -> None:
    """Brings a deleted interview back as it was. Raises EditRefused after 30 days."""
    rows = Interview.objects.filter(pk=interview.pk, deleted_at__gt=timezone.now() - KEPT)
    if rows.update(deleted_at=None, deleted_by=None) != 1:
        raise EditRefused("The interview cannot be brought back any more: it was deleted more than 30 days ago.")


def _held(interview: Interview) -> Interview:
    held = Interview.objects.with_plan().select_for_update(of=("self",)).get(pk=interview.pk)
    if held.deleted_at is not None:
        raise EditRefused(_DELETED)
    return held


def _become(held: Interview, status: str) -> None:
    if held.status != status:
        held.status = status
        held.save(update_fields=["status"])
