"""General and proctoring settings: a team's defaults and those of one interview. Bodies are partial."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router
from ninja.errors import HttpError
from pydantic import BaseModel, ValidationError

from interviews.api.auth import key_of
from interviews.api.bodies import read_object
from interviews.api.interviews import find
from interviews.drafts import General, Proctoring
from interviews.edits.refusals import EditRefused
from interviews.services.editing import by_key
from interviews.services.settings import patch_interview, patch_team

router = Router(tags=["Settings"])


def _body(kind: str, settings: type[BaseModel], *, update_all: bool) -> dict[str, Any]:
    """What the explorer shows of a body; `_patch` reads it."""
    properties: dict[str, Any] = {kind: settings.model_json_schema()}
    if update_all:
        properties["updateAll"] = {"type": "boolean", "default": False}
    schema = {"type": "object", "required": [kind], "properties": properties}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


Kind = Literal["general", "proctoring"]
_VOICE = "Invalid accent and gender combination"


def _patch(request: HttpRequest, kind: Kind) -> tuple[dict[str, Any], bool]:
    body = read_object(request)
    patch, update_all = body.get(kind), body.get("updateAll", False)
    if not isinstance(patch, dict):
        raise HttpError(400, f"{kind} must be an object")
    if not isinstance(update_all, bool):
        raise HttpError(400, "updateAll must be true or false")
    return patch, update_all


def _sentence(kind: Kind, error: ValidationError) -> str:
    first = error.errors()[0]
    if _VOICE in first["msg"] or "voice" in first["loc"]:
        return _VOICE
    place = ".".join([kind, *(str(part) for part in first["loc"])])
    return f"{place}: {first['msg'].removeprefix('Value error, ')}"


def _done(kind: Kind) -> dict[str, str]:
    return {"status": "success", "message": f"{kind.capitalize()} settings updated successfully"}


def _change_team(request: HttpRequest, kind: Kind) -> dict[str, str]:
    patch, update_all = _patch(request, kind)
    try:
        patch_team(key_of(request).team, kind, patch, by=by_key(key_of(request)), update_all=update_all)
    except ValidationError as error:
        raise HttpError(400, _sentence(kind, error)) from None
    return _done(kind)


def _change_interview(request: HttpRequest, identifier: str, kind: Kind) -> dict[str, str]:
    interview = find(request, identifier)
    patch, _ = _patch(request, kind)
    try:
        patch_interview(interview, kind, patch, by=by_key(key_of(request)))
    except ValidationError as error:
        raise HttpError(400, _sentence(kind, error)) from None
    except EditRefused as error:
        raise HttpError(409, str(error)) from None
    return _done(kind)


_TEAM_GENERAL = _body("general", General, update_all=True)
_GENERAL = _body("general", General, update_all=False)
_TEAM_PROCTORING = _body("proctoring", Proctoring, update_all=True)
_PROCTORING = _body("proctoring", Proctoring, update_all=False)


@router.get("/general", response=dict[str, Any])
def team_general(request: HttpRequest) -> dict[str, Any]:
    """The team's default general settings."""
    return {"general": key_of(request).team.general.model_dump(mode="json")}


@router.post("/general", response=dict[str, str], openapi_extra=_TEAM_GENERAL)
def change_team_general(request: HttpRequest) -> dict[str, str]:
    """Changes the team's default general settings; `updateAll` also those of every existing interview."""
    return _change_team(request, "general")


@router.get("/general/{ai_interview_id}", response=dict[str, Any])
def interview_general(request: HttpRequest, ai_interview_id: str) -> dict[str, Any]:
    """The general settings of an interview."""
    return {"general": find(request, ai_interview_id).general.model_dump(mode="json")}


@router.put("/general/{ai_interview_id}", response=dict[str, str], openapi_extra=_GENERAL)
def change_interview_general(request: HttpRequest, ai_interview_id: str) -> dict[str, str]:
    """Changes the general settings of an interview."""
    return _change_interview(request, ai_interview_id, "general")


@router.get("/proctoring", response=dict[str, Any])
def team_proctoring(request: HttpRequest) -> dict[str, Any]:
    """The team's default proctoring settings."""
    return {"proctoring": key_of(request).team.proctoring.model_dump(mode="json")}


@router.post("/proctoring", response=dict[str, str], openapi_extra=_TEAM_PROCTORING)
def change_team_proctoring(request: HttpRequest) -> dict[str, str]:
    """Changes the team's default proctoring settings; `updateAll` also those of every existing interview."""
    return _change_team(request, "proctoring")


@router.get("/proctoring/{ai_interview_id}", response=dict[str, Any])
def interview_proctoring(request: HttpRequest, ai_interview_id: str) -> dict[str, Any]:
    """The proctoring settings of an interview."""
    return {"proctoring": find(request, ai_interview_id).proctoring.model_dump(mode="json")}


@router.put(
    "/proctoring/{ai_interview_id}",
    response=dict[str, str],
    openapi_extra=_PROCTORING,
)
def change_interview_proctoring(request: HttpRequest, ai_interview_id: str) -> dict[str, str]:
    """Changes the proctoring settings of an interview."""
    return _change_interview(request, ai_interview_id, "proctoring")
