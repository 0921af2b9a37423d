"""`manage.py retry JOB [JOB ...]`, or `manage.py retry --failed [--since 24h] [--team SLUG]`; `--dry-run` with both."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from interviews.management.chosen import jobs_named, length, status_of, team_named
from interviews.models import Job
from interviews.services.watching import failed_since

A_DAY = timedelta(hours=24)


class Command(BaseCommand):
    """Exit code 2 when an id is no job's (then nothing is done), 1 when a job had not failed."""

    help = "Puts failed jobs back to work from the step that failed; what they had done is kept."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("jobs", nargs="*", metavar="JOB", help="a job's id")
        parser.add_argument(
            "--failed", action="store_true", help="every job that failed lately; none that was cancelled"
        )
        parser.add_argument(
            "--since", type=length, metavar="TIME", help="with --failed, how far back: 30m, 24h, 7d (default 24h)"
        )
        parser.add_argument("--team", metavar="SLUG", help="with --failed, of this team only")
        parser.add_argument("--dry-run", action="store_true", help="say what would be retried and leave it as it is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Retries what can be retried, then says what could not."""
        jobs = _chosen(options)
        if not jobs:
            self.stdout.write("No job has failed in that time.")
        act = self._foretell if options["dry_run"] else self._retry
        left = [job for job in jobs if not act(job)]
        if left:
            raise CommandError(f"{len(left)} of {len(jobs)} cannot be retried: only failed jobs can.")

    def _foretell(self, job: Job) -> bool:
        if job.status != Job.Status.FAILED:
            return self._leave(job)
        self.stdout.write(f"{job.pk} would go back to work{_from(job)}. It failed with: {job.error}")
        return True

    def _retry(self, job: Job) -> bool:
        if not job.retry():
            return self._leave(job)
        self.stdout.write(f"{job.pk} is back to work{_from(job)}.")
        return True

    def _leave(self, job: Job) -> bool:
        self.stderr.write(f"{job.pk} has not failed, it is {status_of(job)}.")
        return False


def _chosen(options: dict[str, Any]) -> list[Job]:
    if bool(options["jobs"]) == options["failed"]:
        raise CommandError("Name the jobs to retry, or say --failed; one of the two.", returncode=2)
    if options["jobs"]:
        if options["since"] is not None or options["team"] is not None:
            raise CommandError("--since and --team go with --failed only.", returncode=2)
        return jobs_named(options["jobs"])
    team = team_named(options["team"]) if options["team"] else None
    return list(failed_since(timezone.now() - (options["since"] or A_DAY), team=team))


def _from(job: Job) -> str:
    return f" from “{job.step_name}”" if job.step_name else ""
