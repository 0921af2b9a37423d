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
    found = interview.at(version)
    if found is None:
        raise NoSuchVersion(version)
    plan, record = found
    facts = Facts(
        identifier=interview.pk,
        version=record.version,
        status=record.status,
        team=interview.team.name,
        exported_on=timezone.localdate(),
    )
    return plan, facts
