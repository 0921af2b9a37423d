"""`manage.py regenerate`: has a part of a plan written again and prints what is proposed. The plan stays as it is."""

import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.drafts import nothing_used
from interviews.models import Interview, Job, Proposal, used_by_step
from interviews.pipeline import runner
from interviews.services.regeneration import Again, NothingToWrite, start_regeneration

LOOK_EVERY = 0.5


class Command(BaseCommand):
    """Works on the job in this process, or waits for the worker that was faster."""

    help = "Has a question, a skill or all that is not locked written again; prints the proposal as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("interview", type=int, help="the interview's number, as in its address")
        part = parser.add_mutually_exclusive_group(required=True)
        part.add_argument("--question", type=int, metavar="ID", help="one question, by its id in the details answer")
        part.add_argument("--skill", type=int, metavar="ID", help="one skill, by its id in the details answer")
        part.add_argument("--all", action="store_true", help="everything that is not locked")
        parser.add_argument("--instruction", default="", help='how, such as "shorter" or "for a night shift"')
        parser.add_argument("--engine", choices=["library", "openai"], help="default: the team's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Starts the job, sees it to its end, prints the proposal."""
        interview = (
            Interview.objects.select_related("team", "role").filter(pk=options["interview"], deleted_at=None).first()
        )
        if interview is None:
            raise CommandError(f"There is no interview {options['interview']}.")
        again = _again(options)
        try:
            job = start_regeneration(interview, again)
        except NothingToWrite as error:
            raise CommandError(str(error)) from None
        runner.run(str(job.pk))
        while not job.is_finished:
            job.refresh_from_db(fields=["status", "error"])
            time.sleep(0 if job.is_finished else LOOK_EVERY)
        if job.status == Job.Status.FAILED:
            raise CommandError(job.error)
        used, _ = used_by_step(job)
        if used:
            self.stderr.write(sum(used.values(), nothing_used()).in_words())
        proposal = Proposal.objects.get(job=job)
        self.stdout.write(json.dumps(proposal.content.model_dump(mode="json"), indent=2, ensure_ascii=False))


def _again(options: dict[str, Any]) -> Again:
    how = {"instruction": options["instruction"], "engine": options["engine"]}
    if options["question"] is not None:
        return Again("question", options["question"], **how)
    if options["skill"] is not None:
        return Again("skill", options["skill"], **how)
    return Again("interview", **how)
