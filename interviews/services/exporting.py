"""Giving an interview out as a file."""

from dataclasses import dataclass

from django.utils import timezone

from interviews.drafts import PlanDraft
from interviews.exports import FORMATS, Facts, export
from interviews.exports.words import file_name
from interviews.models import Interview


@dataclass(frozen=True)
class Exported:
    """A file: its name for people, its content type, its bytes."""

    name: str
    content_type: str
    content: bytes


class NoSuchVersion(LookupError):
    """An interview has no revision of that number."""


def export_interview(interview: Interview, name: str, version: str = "") -> Exported:
    """An interview as a file of the format `name` (of `exports.FORMATS`).

    `version` is `draft`, a revision's number, or empty for the published version if there is one, else the draft.
    Raises NoSuchVersion. Cheap for an interview that was read with its plan."""
    plan, facts = _wanted(interview, version)
    wanted = FORMATS[name]
    title = file_name(plan.name, facts.version, wanted.suffix)
    return Exported(title, wanted.content_type, export(name, plan, facts))


def is_version(version: str) -> bool:
    """Whether a text can name a version: `draft`, a number, or nothing."""
    return version in {"", "draft"} or (version.isascii() and version.isdigit() and len(version) < 10)


def _wanted(interview: Interview, version: str) -> tuple[PlanDraft, Facts]:
    published = interview.published_revision
    if version == "" and published is not None:
        version = str(published.number)
    if version in {"", "draft"}:
        return interview.plan(), _facts(interview, interview.version, Interview.Status.DRAFT)
    revision = interview.revisions.filter(number=int(version)).first()
    if revision is None:
        raise NoSuchVersion(version)
    is_published = published is not None and published.pk == revision.pk
    status = Interview.Status.PUBLISHED if is_published else Interview.Status.DRAFT
    return revision.snapshot, _facts(interview, revision.number, status)


def _facts(interview: Interview, version: int, status: Interview.Status) -> Facts:
    archived = interview.status == Interview.Status.ARCHIVED
    return Facts(
        identifier=interview.pk,
        version=version,
        status=Interview.Status.ARCHIVED if archived else status,
        team=interview.team.name,
        exported_on=timezone.localdate(),
    )
