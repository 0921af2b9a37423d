"""`manage.py generate`: plans on the command line, without server, database or data folder."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from pydantic import ValidationError

from interviews.drafts import (
    MOST_ANSWER,
    MOST_DESCRIPTION,
    MOST_ROLE,
    Brief,
    Duration,
    General,
    Intake,
    PlanDraft,
    PlanRecord,
    details,
    normalise,
)
from interviews.engines.base import EngineError
from interviews.exports.markdown import markdown
from interviews.management.batches import BatchError, run_batch
from interviews.pipeline.plain import make_plan

FLAGS = {"question_count": "--questions"}
INTAKE = {
    "strong": ("--strong", "what strong people in this job do differently"),
    "went_wrong": ("--went-wrong", "what went wrong last time"),
    "learned": ("--learned", "what can be learned on the job, and so need not be asked for"),
}


class Command(BaseCommand):
    """Prints the plan of one description, or answers a file of them."""

    help = "Makes interview plans on the command line. Needs no server, no database and no data folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--role", help="the job role")
        parser.add_argument(
            "--description", metavar="FILE", help="a text file with the description; - reads standard input"
        )
        parser.add_argument(
            "--engine", choices=["library", "openai"], help="default: the language model if one is set up"
        )
        parser.add_argument("--format", choices=["json", "markdown"], default="json")
        parser.add_argument("--minutes", type=int, default=30, help="length of the interview (15 to 90; default 30)")
        parser.add_argument("--questions", type=int, help="how many questions (default: what the minutes hold)")
        parser.add_argument("--seniority", choices=["entry", "mid", "senior", "lead"])
        parser.add_argument("--seed", type=int, default=0, help="another seed gives another equally good choice")
        for flag, said in INTAKE.values():
            parser.add_argument(flag, metavar="TEXT", default="", help=f"{said} (at most {MOST_ANSWER} characters)")
        parser.add_argument("--batch", metavar="FILE", help='lines {"id", "title", "text"}; with --out')
        parser.add_argument("--out", metavar="FILE", help='lines {"id", "plan"} or {"id", "plan": null, "error"}')

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the plan or plans."""
        self.options = options
        if options["batch"]:
            self._batch()
            return
        if not options["role"] or not options["description"]:
            raise CommandError(
                "Name a role and a description: --role R --description FILE (or --batch FILE --out FILE)."
            )
        try:
            plan = self._plan(options["role"], _read(options["description"]))
        except EngineError as error:
            raise CommandError(str(error)) from None
        answer = (
            markdown(plan)
            if options["format"] == "markdown"
            else json.dumps(_details(plan), indent=2, ensure_ascii=False)
        )
        self.stdout.write(answer)

    def _batch(self) -> None:
        if not self.options["out"]:
            raise CommandError("Name the file for the answers with --out.", returncode=2)
        try:
            run_batch(self.options["batch"], self.options["out"], self._answer)
        except BatchError as error:
            raise CommandError(str(error), returncode=2) from None

    def _answer(self, line: dict[str, Any]) -> dict[str, Any]:
        identifier = line.get("id")
        title, text = line.get("title"), line.get("text")
        if not isinstance(title, str) or not isinstance(text, str):
            return {"id": identifier, "plan": None, "error": "The line needs a title and a text, both strings."}
        try:
            return {"id": identifier, "plan": _details(self._plan(title, text))}
        except EngineError as error:
            return {"id": identifier, "plan": None, "error": str(error)}

    def _plan(self, role: str, description: str) -> PlanDraft:
        return make_plan(self._brief(" ".join(normalise(role).split()), normalise(description)))

    def _brief(self, role: str, description: str) -> Brief:
        minutes = self.options["minutes"]
        if not 15 <= minutes <= 90:
            raise CommandError(f"--minutes {minutes}: an interview takes 15 to 90 minutes.")
        if not role or not description.strip():
            raise EngineError("Job role and job description are required.", permanent=True)
        if len(role) > MOST_ROLE or len(description) > MOST_DESCRIPTION:
            raise EngineError(
                f"A role has at most {MOST_ROLE} characters, a description {MOST_DESCRIPTION}.", permanent=True
            )
        try:
            return Brief(
                role=role,
                description=description,
                engine=self.options["engine"] or ("openai" if settings.LANGUAGE_MODEL.configured else "library"),
                seniority=self.options["seniority"],
                question_count=self.options["questions"],
                seed=self.options["seed"],
                general=General(duration=Duration(min=min(15, minutes), max=minutes)),
                intake=self._intake(),
            )
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            raise CommandError(f"{FLAGS.get(field, field)}: {first['msg']}.") from None

    def _intake(self) -> Intake:
        said = {name: normalise(self.options[name]) for name in INTAKE}
        for name, answer in said.items():
            if len(answer) > MOST_ANSWER:
                raise CommandError(f"{INTAKE[name][0]}: {len(answer)} characters; shorten it to {MOST_ANSWER}.")
        return Intake(**said)


def _read(source: str) -> str:
    try:
        return sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except OSError as error:
        raise CommandError(f"{source} cannot be read: {error.strerror}.", returncode=2) from None
    except UnicodeDecodeError:
        raise CommandError(f"{source} is not a UTF-8 text file.", returncode=2) from None


def _details(plan: PlanDraft) -> dict[str, Any]:
    return details(plan, PlanRecord(created_by="command line"))
