"""What several commands are told on the command line: teams, jobs, lengths of time."""

import re
from argparse import ArgumentTypeError
from datetime import timedelta
from uuid import UUID

from django.core.management import CommandError

from interviews.models import Job, Team
from interviews.services.watching import watchable

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_LENGTH = re.compile(r"([1-9][0-9]{0,5})([mhd])")


def length(text: str) -> timedelta:
    """A length of time such as 30m, 24h or 7d, for `type=` of an argument."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no length of time; write minutes, hours or days as 30m, 24h or 7d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def team_named(slug: str) -> Team:
    """The team with this slug. Raises CommandError with the slugs there are."""
    found = Team.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Team.objects.order_by("pk").values_list("slug", flat=True))
        raise CommandError(f"There is no team {slug}. Teams: {known or 'none yet; make one with create_team'}.")
    return found


def jobs_named(identifiers: list[str]) -> list[Job]:
    """The jobs with these ids, in this order and each once. Raises CommandError when one of them is no job's."""
    wanted = list(dict.fromkeys(_identifier(text) for text in identifiers))
    found = {job.pk: job for job in watchable().filter(pk__in=wanted)}
    unknown = [str(identifier) for identifier in wanted if identifier not in found]
    if unknown:
        raise CommandError(
            f"There is no job {', '.join(unknown)}. Nothing was done; `manage.py jobs` lists jobs.", returncode=2
        )
    return [found[identifier] for identifier in wanted]


def status_of(job: Job) -> str:
    """What the row says now: another status than `job` was loaded with, or "deleted"."""
    return Job.objects.filter(pk=job.pk).values_list("status", flat=True).first() or "deleted"


def _identifier(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise CommandError(
            f"{text!r} is no id of a job. Nothing was done; ids look like 6efe0833-332a-4b78-b022-e2275f8204aa.",
            returncode=2,
        ) from None


def in_words(time: timedelta) -> str:
    """A length of time in the largest unit that fits: 12 s, 5 min, 3 h, 2 d."""
    seconds = max(0, int(time.total_seconds()))
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
