"""`manage.py jobs [--team SLUG] [--status STATUS] [--since 24h] [--limit N] [--json]`."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from interviews.management.chosen import in_words, length, team_named
from interviews.models import Job
from interviews.services.watching import Watched, jobs_since

HEADINGS = ("ID", "TEAM", "ROLE", "STATUS", "STEP", "ATTEMPT", "WHEN", "ERROR")
WIDEST = {"ROLE": 30, "ERROR": 80}


class Command(BaseCommand):
    """Lists jobs as a table, or as JSON with every field."""

    help = "Lists the jobs that are waiting or running, and those that failed lately, newest first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--team", metavar="SLUG", help="of this team only")
        parser.add_argument("--status", choices=list(Job.Status.values), help="of this status only")
        parser.add_argument(
            "--since",
            type=length,
            default=timedelta(hours=24),
            metavar="TIME",
            help="how far back jobs that have ended are listed: 30m, 24h, 7d (default 24h)",
        )
        parser.add_argument("--limit", type=int, default=200, metavar="N", help="at most so many (default 200)")
        parser.add_argument("--json", action="store_true", help="a JSON list with every field, times in UTC")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the list; says on standard error when it is empty or cut."""
        team = team_named(options["team"]) if options["team"] else None
        limit = max(1, options["limit"])
        jobs = jobs_since(timezone.now() - options["since"], team=team, status=options["status"] or "")
        rows = [Watched.of(job) for job in jobs[: limit + 1]]
        if options["json"]:
            self.stdout.write(json.dumps([_plain(row) for row in rows[:limit]], indent=2, ensure_ascii=False))
        elif rows:
            self._table([_cells(row) for row in rows[:limit]])
        if not rows:
            self.stderr.write("No job fits.")
        if len(rows) > limit:
            self.stderr.write(f"These are the newest {limit}; there are more. Raise --limit to see them.")

    def _table(self, rows: list[tuple[str, ...]]) -> None:
        lines = [HEADINGS, *rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
        for line in lines:
            cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
            self.stdout.write("  ".join(cells).rstrip())


def _plain(row: Watched) -> dict[str, Any]:
    values = {name: str(value) if name == "id" else value for name, value in asdict(row).items()}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def _cells(row: Watched) -> tuple[str, ...]:
    role, error = _cut(row.role, WIDEST["ROLE"]), _cut(row.error, WIDEST["ERROR"])
    return (str(row.id), row.team, role, row.status, row.step or "-", str(row.attempt), _when(row), error)


def _when(row: Watched) -> str:
    now = timezone.now()
    if row.heartbeat_at is not None:
        heard = f"heard of {in_words(now - row.heartbeat_at)} ago"
        return heard + (", lease over" if row.lease_is_over else "") + (", cancelling" if row.cancelled_at else "")
    if row.waiting_since is not None:
        return f"waiting for {in_words(now - row.waiting_since)}"
    return f"ended {in_words(now - row.finished_at)} ago" if row.finished_at else ""


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
