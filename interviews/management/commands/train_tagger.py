"""`manage.py train_tagger`: trains the skill tagger of the built-in engine and measures it."""

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.engines.library.measuring import measure, table
from interviews.engines.library.skillspan import Posting, SkillSpanError, postings
from interviews.engines.library.tagger import MODEL
from interviews.engines.library.training import train

SOURCE = "data/json of github.com/kris927b/SkillSpan, a JSON object a line"


class Command(BaseCommand):
    """Trains on one file, measures on another; the same data and code give the same bytes."""

    help = (
        "Trains the skill tagger on SkillSpan data and prints how good it is on the postings of another file. "
        "The data (Zhang, Jensen, Sonniks, Plank, NAACL 2022; MIT License) is in the folder data/json of "
        "github.com/kris927b/SkillSpan; interviews/engines/library/TAGGER.md tells more."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument(
            "--train", metavar="FILE", required=True, help=f"sentences to learn from: train.json, {SOURCE}"
        )
        parser.add_argument("--dev", metavar="FILE", required=True, help=f"sentences to measure on: dev.json, {SOURCE}")
        parser.add_argument("--out", metavar="FILE", default=str(MODEL), help="where the model goes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads, trains, measures. The old model stays until the new one is whole."""
        learned, held_out = _marked(options["train"]), _marked(options["dev"])
        target = Path(options["out"])
        if not target.parent.is_dir():
            raise CommandError(f"The folder {target.parent} does not exist; make it or name another with --out.")
        try:
            _write(learned, target)
        except OSError as error:
            raise CommandError(f"The model cannot be written to {target}: {error.strerror}.") from None
        self.stdout.write(f"{target.name}: {target.stat().st_size} bytes from {len(learned)} postings.")
        self.stdout.write(table(measure(held_out, target)))


def _marked(path: str) -> list[Posting]:
    """The postings of a file, some of them with something marked. Raises CommandError."""
    try:
        found = postings(path)
    except SkillSpanError as error:
        raise CommandError(str(error), returncode=2) from None
    if not found:
        raise CommandError(f"{path} is empty: there is no sentence in it.", returncode=2)
    if not any(spans for posting in found for spans in posting.gold.values()):
        raise CommandError(f"{path} marks no knowledge and no skill: nothing can be learned or measured.", returncode=2)
    return found


def _write(learned: list[Posting], target: Path) -> None:
    """Trains into a folder beside the target and moves the model into place in one step. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix=".train-", dir=target.parent) as folder:
        fresh = Path(folder) / "model"
        train(learned, fresh)
        os.replace(fresh, target)
