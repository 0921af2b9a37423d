"""Changing an interview: every edit is conditional on the version that the person saw."""

from typing import Any, Literal

from django.db import transaction

from interviews.checks import check
from interviews.drafts import General, Proctoring, merged, normalise
from interviews.models import Interview, Question, Team

Kind = Literal["general", "proctoring"]


def edit_question(question: Question, *, version: int | None, prompt: str, minutes: int) -> Question:
    """Changes a question's prompt and minutes. Raises VersionConflict and writes nothing if the interview moved on."""
    interview = question.skill.interview
    with transaction.atomic():
        interview.change(version)
        question.prompt = normalise(prompt).strip()
        question.minutes = minutes
        question.save(update_fields=["prompt", "minutes"])
        _check(interview)
    return question


def _check(interview: Interview) -> None:
    """Checks the plan as it stands now; its findings go with it."""
    plan = Interview.objects.with_plan().get(pk=interview.pk).plan()
    Interview.objects.filter(pk=interview.pk).update(findings=check(plan))


def change_general(interview: Interview, general: General, *, version: int | None = None) -> None:
    """Replaces the general settings of an interview. Raises VersionConflict."""
    _change(interview, version, general=general)


def change_proctoring(interview: Interview, proctoring: Proctoring, *, version: int | None = None) -> None:
    """Replaces the proctoring settings of an interview. Raises VersionConflict."""
    _change(interview, version, proctoring=proctoring)


def change_team_general(team: Team, general: General, *, update_all: bool = False) -> None:
    """Replaces a team's default general settings; `update_all` also those of every existing interview."""
    patch_team(team, "general", general.model_dump(), update_all=update_all)


def change_team_proctoring(team: Team, proctoring: Proctoring, *, update_all: bool = False) -> None:
    """Replaces a team's default proctoring settings; `update_all` also those of every existing interview."""
    patch_team(team, "proctoring", proctoring.model_dump(), update_all=update_all)


def patch_interview(interview: Interview, kind: Kind, patch: dict[str, Any]) -> None:
    """Changes some settings of an interview. Raises pydantic's ValidationError."""
    _change(interview, None, **{kind: merged(getattr(interview, kind), patch)})


def patch_team(team: Team, kind: Kind, patch: dict[str, Any], *, update_all: bool = False) -> None:
    """Changes some of a team's default settings, and with `update_all` the same of every existing interview.

    All or nothing. Raises pydantic's ValidationError."""
    with transaction.atomic():
        setattr(team, kind, merged(getattr(team, kind), patch))
        team.save(update_fields=[kind])
        if update_all:
            for interview in Interview.objects.for_team(team):
                patch_interview(interview, kind, patch)


def _change(interview: Interview, version: int | None, **values: Any) -> None:
    with transaction.atomic():
        interview.change(version)
        for name, value in values.items():
            setattr(interview, name, value)
        interview.save(update_fields=list(values))
