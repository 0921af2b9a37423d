"""`manage.py cancel JOB [JOB ...]`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.management.chosen import jobs_named, status_of
from interviews.models import Job


class Command(BaseCommand):
    """Exit code 2 when an id is no job's (then nothing is done), 1 when a job had ended already."""

    help = "Asks for the end of jobs: waiting ones end at once, running ones as soon as their worker looks up."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("jobs", nargs="+", metavar="JOB", help="a job's id")

    def handle(self, *args: Any, **options: Any) -> None:
        """Cancels what can be cancelled, then says what could not."""
        jobs = jobs_named(options["jobs"])
        ended = [job for job in jobs if not self._cancel(job)]
        if ended:
            raise CommandError(f"{len(ended)} of {len(jobs)} could not be cancelled because they had ended already.")

    def _cancel(self, job: Job) -> bool:
        asked, status = job.cancel(), status_of(job)
        over = status not in {Job.Status.PENDING, Job.Status.PROCESSING}
        if over and not asked:
            self.stderr.write(f"{job.pk} has ended already ({status}).")
            return False
        self.stdout.write(f"{job.pk} {'is cancelled' if over else 'will end as soon as its worker looks up'}.")
        return True
