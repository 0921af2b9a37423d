"""`manage.py create_api_key NAME [--team SLUG] [--read-only]`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.drafts import normalise
from interviews.management.chosen import team_named
from interviews.models import ApiKey, Team


class Command(BaseCommand):
    """Makes an API key and prints it once: the last word of the output."""

    help = "Makes an API key of a team and prints it once (the last word of the output)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("name", help="what the key is for")
        parser.add_argument("--team", metavar="SLUG", help="the team's slug (needed when there are several teams)")
        parser.add_argument("--read-only", action="store_true", help="the key may read, not write")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the key."""
        name = " ".join(normalise(options["name"]).split())
        if not 1 <= len(name) <= 100:
            raise CommandError("A key's name has 1 to 100 characters.")
        key, secret = ApiKey.issue(_team(options["team"]), name, read_only=options["read_only"])
        kind = "read-only key" if key.read_only else "key"
        self.stdout.write(f"The {kind} {key.name} of {key.team} is shown this once: {secret}")


def _team(slug: str | None) -> Team:
    if slug is not None:
        return team_named(slug)
    teams = list(Team.objects.order_by("pk")[:2])
    if not teams:
        raise CommandError("There is no team yet. Make one with: manage.py create_team NAME")
    if len(teams) > 1:
        known = ", ".join(Team.objects.order_by("pk").values_list("slug", flat=True))
        raise CommandError(f"There are several teams; name one with --team. Teams: {known}.")
    return teams[0]
