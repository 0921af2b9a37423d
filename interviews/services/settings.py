"""General and proctoring settings, of an interview and of a team."""

from contextlib import suppress
from typing import Any, Literal

from django.db import transaction

from interviews.drafts import General, PlanDraft, Proctoring, merged
from interviews.edits.refusals import EditRefused
from interviews.edits.settings import with_settings
from interviews.models import Author, Interview, Occasion, Revision, Team
from interviews.services.editing import Edited, edit

Kind = Literal["general", "proctoring"]


def change_general(interview: Interview, general: General, *, by: Author, version: int | None = None) -> Edited:
    """Replaces the general settings of an interview. Raises VersionConflict and EditRefused."""
    return _set(interview, by, version, general=general)


def change_proctoring(
    interview: Interview, proctoring: Proctoring, *, by: Author, version: int | None = None
) -> Edited:
    """Replaces the proctoring settings of an interview. Raises VersionConflict and EditRefused."""
    return _set(interview, by, version, proctoring=proctoring)


def change_team_general(team: Team, general: General, *, by: Author, update_all: bool = False) -> None:
    """Replaces a team's default general settings; `update_all` also those of every existing interview."""
    patch_team(team, "general", general.model_dump(), by=by, update_all=update_all)


def change_team_proctoring(team: Team, proctoring: Proctoring, *, by: Author, update_all: bool = False) -> None:
    """Replaces a team's default proctoring settings; `update_all` also those of every existing interview."""
    patch_team(team, "proctoring", proctoring.model_dump(), by=by, update_all=update_all)


def patch_interview(interview: Interview, kind: Kind, patch: dict[str, Any], *, by: Author) -> None:
    """Changes some settings of an interview, for a program: what is published gets a new draft version beside it.

    Raises pydantic's ValidationError and EditRefused."""

    def act(plan: PlanDraft) -> PlanDraft:
        return with_settings(plan, **{kind: merged(getattr(plan, kind), patch)})

    edit(interview, act, by=by, occasion=Occasion(Revision.Kind.EDITED, thaws=True))


def patch_team(team: Team, kind: Kind, patch: dict[str, Any], *, by: Author, update_all: bool = False) -> None:
    """Changes some of a team's default settings, and with `update_all` the same of every interview not archived.

    All or nothing. Raises pydantic's ValidationError."""
    with transaction.atomic():
        team = Team.objects.select_for_update().get(pk=team.pk)
        setattr(team, kind, merged(getattr(team, kind), patch))
        team.save(update_fields=[kind])
        if update_all:
            for interview in Interview.objects.for_team(team).exclude(status=Interview.Status.ARCHIVED):
                with suppress(EditRefused):  # put away a moment ago
                    patch_interview(interview, kind, patch, by=by)


def _set(interview: Interview, by: Author, version: int | None, **values: Any) -> Edited:
    def act(plan: PlanDraft) -> PlanDraft:
        return with_settings(plan, **values)

    return edit(interview, act, by=by, version=version)
