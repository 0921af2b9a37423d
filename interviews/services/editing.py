"""Changing an interview: every edit is conditional on the version that the person saw."""

from typing import Any

from django.db import transaction

from interviews.drafts import General, Proctoring, normalise
from interviews.models import Interview, Question, Team


def edit_question(question: Question, *, version: int | None, prompt: str, minutes: int) -> Question:
    """Changes a question's prompt and minutes. Raises VersionConflict and writes nothing if the interview moved on."""
    interview = question.skill.interview
    with transaction.atomic():
        interview.change(version)
        question.prompt = normalise(prompt).strip()
        question.minutes = minutes
        question.save(update_fields=["prompt", "minutes"])
    return question


def change_general(interview: Interview, general: General, *, version: int | None = None) -> None:
    """Replaces the general settings of an interview. Raises VersionConflict."""
    _change(interview, version, general=general)


def change_proctoring(interview: Interview, proctoring: Proctoring, *, version: int | None = None) -> None:
    """Replaces the proctoring settings of an interview. Raises VersionConflict."""
    _change(interview, version, proctoring=proctoring)


def change_team_general(team: Team, general: General, *, update_all: bool = False) -> None:
    """Replaces a team's default general settings; `update_all` also those of every existing interview."""
    with transaction.atomic():
        team.general = general
        team.save(update_fields=["general"])
        if update_all:
            for interview in Interview.objects.for_team(team):
                change_general(interview, general)


def change_team_proctoring(team: Team, proctoring: Proctoring, *, update_all: bool = False) -> None:
    """Replaces a team's default proctoring settings; `update_all` also those of every existing interview."""
    with transaction.atomic():
        team.proctoring = proctoring
        team.save(update_fields=["proctoring"])
        if update_all:
            for interview in Interview.objects.for_team(team):
                change_proctoring(interview, proctoring)


def _change(interview: Interview, version: int | None, **values: Any) -> None:
    with transaction.atomic():
        interview.change(version)
        for name, value in values.items():
            setattr(interview, name, value)
        interview.save(update_fields=list(values))
