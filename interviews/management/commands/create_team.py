"""`manage.py create_team NAME`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.drafts import normalise
from interviews.models import Team


class Command(BaseCommand):
    """Makes a team and prints its slug."""

    help = "Makes a team and prints its slug."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("name", help="the team's name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the team."""
        name = " ".join(normalise(options["name"]).split())
        if not 1 <= len(name) <= 100:
            raise CommandError("A team's name has 1 to 100 characters.")
        self.stdout.write(Team.objects.create_named(name).slug)
