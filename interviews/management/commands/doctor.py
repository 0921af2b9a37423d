"""`manage.py doctor`: what is wrong, and how to mend it."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from hiring.redaction import without_known
from interviews.management.doctor import examined


class Command(BaseCommand):
    """Looks at settings, database, queue, model server, disk, memory and clock. Changes nothing."""

    help = "Says what is wrong and how to mend it; ends with 1 if something does not work."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
        parser.add_argument("--no-network", action="store_true", help="do not ask the model server")

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each finding, as it is found."""
        found = []
        for finding in examined(network=not options["no_network"]):
            found.append(finding)
            if not options["json"]:
                self.stdout.write(without_known(finding.line()))
                self.stdout.flush()
        healthy = all(finding.level != "wrong" for finding in found)
        if options["json"]:
            told = {"ok": healthy, "findings": [finding.as_dict() for finding in found]}
            self.stdout.write(without_known(json.dumps(told, indent=2)))
        if not healthy:
            sys.exit(1)
