"""Taking an exported plan in as a new interview."""

from dataclasses import dataclass

from django.db import transaction

from interviews.checks import check
from interviews.exports.incoming import incoming
from interviews.models import Interview, Role, Team, User, write_plan


@dataclass(frozen=True)
class Imported:
    """A new draft, and in sentences what was mended in it on the way."""

    interview: Interview
    notices: list[str]


def import_plan(team: Team, content: bytes, *, author: str, person: User | None = None) -> Imported:
    """The plan of an exported JSON as a new draft of a team. Raises FileError with every problem it found.

    Locks, weights chosen by hand and the intake are kept; ids are new and findings are made by the checks of today."""
    read = incoming(content)
    plan = read.plan
    plan.findings = check(plan)
    with transaction.atomic():
        role, _ = Role.objects.get_or_create(team=team, title=" ".join(plan.role.split()))
        interview = write_plan(team, role, plan, author=author, created_by=person)
    return Imported(interview, read.notices)
