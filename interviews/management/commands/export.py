"""`manage.py export`: an interview as a file, or the schema of the exported JSON."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from interviews.exports import FORMATS, ExportError
from interviews.exports.file_format import schema
from interviews.models import Interview
from interviews.services.exporting import NoSuchVersion, export_interview, is_version


class Command(BaseCommand):
    """Writes the file to standard output, or to a file."""

    help = "Exports an interview, or prints the JSON Schema of the format json."

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        """The parser of every command, in which --version is that of the interview and not Django's."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **options)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("interview", nargs="?", type=int, help="the interview's number, as in its address")
        parser.add_argument("--format", choices=list(FORMATS), default="json")
        parser.add_argument(
            "--version", default="", help="draft, or a revision's number (default: the published one, else the draft)"
        )
        parser.add_argument("--output", metavar="FILE", help="where to write it (default: standard output)")
        parser.add_argument("--schema", action="store_true", help="prints the JSON Schema of the format json")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file."""
        if options["schema"]:
            self._write((json.dumps(schema(), indent=2) + "\n").encode(), options["output"], is_text=True)
            return
        if options["interview"] is None:
            raise CommandError("Name an interview by its number, or ask for --schema.")
        if not is_version(options["version"]):
            raise CommandError(f"--version {options['version']}: write draft or a number.")
        interview = Interview.objects.with_plan().filter(pk=options["interview"], deleted_at=None).first()
        if interview is None:
            raise CommandError(f"There is no interview {options['interview']}.")
        try:
            file = export_interview(interview, options["format"], options["version"])
        except NoSuchVersion:
            known = ", ".join(str(number) for number in interview.revisions.values_list("number", flat=True)[:20])
            raise CommandError(
                f"Interview {interview.pk} has no version {options['version']}. Versions: {known or 'draft only'}."
            ) from None
        except ExportError as error:
            raise CommandError(str(error)) from None
        is_text = file.content_type.startswith(("text/", "application/json"))
        self._write(file.content, options["output"], is_text=is_text)

    def _write(self, content: bytes, output: str | None, *, is_text: bool) -> None:
        if output is not None:
            try:
                Path(output).write_bytes(content)
            except OSError as error:
                raise CommandError(f"{output} cannot be written: {error.strerror}.", returncode=2) from None
            return
        if not is_text and self.stdout.isatty():
            raise CommandError("This format is no text. Name a file with --output.")
        out: Any = self.stdout
        out.flush()
        out.buffer.write(content)
        out.buffer.flush()
