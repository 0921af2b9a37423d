"""Taking an exported plan in as a new interview."""

from dataclasses import dataclass

from django.db import transaction

from interviews.checks import check
from interviews.edits.weights import balance
from interviews.exports.incoming import incoming
from interviews.models import Author, Interview, Occasion, Revision, Role, Team, write_plan


@dataclass(frozen=True)
class Imported:
    """A new draft, and in sentences what was mended in it on the way."""

    interview: Interview
    notices: list[str]


def import_plan(team: Team, content: bytes, *, by: Author) -> Imported:
    """The plan of an exported JSON as a new draft of a team. Raises FileError with every problem it found.

    Locks, weights chosen by hand and the intake are kept; ids are new and findings are made by the checks of today.
    Weights that do not sum to 100 are balanced."""
    read = incoming(content)
    plan, notices = read.plan, [*read.notices]
    total = sum(skill.weight for skill in plan.skills)
    if plan.skills and total != 100:
        now = ", ".join(str(skill.weight) for skill in balance(plan).skills)
        notices.append(f"The weights of the skills summed to {total}, not to 100. They are now {now}.")
    plan.findings = check(plan)
    with transaction.atomic():
        role, _ = Role.objects.get_or_create(team=team, title=" ".join(plan.role.split()))
        interview = write_plan(team, role, plan, by=by, occasion=Occasion(Revision.Kind.IMPORTED))
    return Imported(interview, notices)
