"""`manage.py train_tagger`: trains the skill tagger of the built-in engine and measures it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.engines.library.measuring import measure, table
from interviews.engines.library.skillspan import SkillSpanError, postings
from interviews.engines.library.tagger import MODEL
from interviews.engines.library.training import train


class Command(BaseCommand):
    """Trains on one file, measures on another; the same data and code give the same bytes."""

    help = "Trains the skill tagger on SkillSpan data and prints how good it is on the postings of another file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--train", metavar="FILE", required=True, help="SkillSpan sentences to learn from")
        parser.add_argument("--dev", metavar="FILE", required=True, help="SkillSpan sentences to measure on")
        parser.add_argument("--out", metavar="FILE", default=str(MODEL), help="where the model goes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads, trains, measures."""
        try:
            learned, held_out = postings(options["train"]), postings(options["dev"])
        except SkillSpanError as error:
            raise CommandError(str(error), returncode=2) from None
        target = Path(options["out"])
        if not target.parent.is_dir():
            raise CommandError(f"The folder {target.parent} does not exist; make it or name another with --out.")
        train(learned, target)
        self.stdout.write(f"{target.name}: {target.stat().st_size} bytes from {len(learned)} postings.")
        self.stdout.write(table(measure(held_out, target)))
