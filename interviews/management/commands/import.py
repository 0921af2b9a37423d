"""`manage.py import FILE --team SLUG`: an exported plan as a new draft."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.exports.incoming import MOST_BYTES, FileError
from interviews.management.chosen import team_named
from interviews.models import Author
from interviews.services.importing import import_plan


class Command(BaseCommand):
    """Says what it made and what was mended on the way, or what is wrong with the file line by line."""

    help = "Imports a plan that was exported as JSON, as a new draft of a team."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("file", help="the exported JSON; - reads standard input")
        parser.add_argument("--team", metavar="SLUG", required=True, help="the team's slug")

    def handle(self, *args: Any, **options: Any) -> None:
        """Imports the plan."""
        team = team_named(options["team"])
        try:
            made = import_plan(team, _read(options["file"]), by=Author("command line"))
        except FileError as error:
            raise CommandError(f"{options['file']} was not imported.\n{error}") from None
        for notice in made.notices:
            self.stderr.write(notice)
        self.stdout.write(f"{made.interview.name} is now interview {made.interview.pk}")


def _read(source: str) -> bytes:
    """At most a byte more than is allowed, which is enough to say so."""
    try:
        if source == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(source).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{source} cannot be read: {error.strerror}.", returncode=2) from None
