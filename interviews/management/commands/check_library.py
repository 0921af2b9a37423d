"""`manage.py check_library`: the linter of the question library."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from interviews.engines.library.lint import problems
from interviews.library.shelf import ShelfError, families


class Command(BaseCommand):
    """Prints every broken rule of the question library and fails if there is one."""

    help = "Checks the question library against the rules in WRITING.md."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks all families."""
        try:
            found = families()
        except ShelfError as error:
            raise CommandError(str(error)) from None
        broken = problems(found)
        for problem in broken:
            self.stdout.write(problem)
        competencies = [competency for family in found.values() for competency in family.competencies]
        questions = sum(len(competency.questions) for competency in competencies)
        if broken:
            raise CommandError(f"{len(broken)} problems in {questions} questions.")
        self.stdout.write(f"{len(found)} families, {len(competencies)} competencies, {questions} questions: all sound.")
