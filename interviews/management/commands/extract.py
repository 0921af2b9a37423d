"""`manage.py extract`: the skill names of descriptions, without server, database or data folder."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.drafts import normalise
from interviews.engines.library.extract import extract
from interviews.management.batches import BatchError, run_batch


class Command(BaseCommand):
    """Lists the skills that descriptions name, in rank order."""

    help = 'Reads lines {"id", "text"} and writes lines {"id", "skills": [names in rank order]}.'
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--batch", metavar="FILE", required=True, help='lines {"id", "text"}')
        parser.add_argument("--out", metavar="FILE", required=True, help='lines {"id", "skills"}')

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads and writes the lines."""
        try:
            run_batch(options["batch"], options["out"], _answer)
        except BatchError as error:
            raise CommandError(str(error), returncode=2) from None


def _answer(line: dict[str, Any]) -> dict[str, Any]:
    text = line.get("text")
    if not isinstance(text, str):
        return {"id": line.get("id"), "skills": [], "error": "The line needs a text."}
    return {"id": line.get("id"), "skills": extract(normalise(text))}
