"""Interviews out as files and in again: ai-interviews/export, import and export-schema."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import Router, Status
from ninja.errors import HttpError

from interviews.api.auth import key_of
from interviews.api.errors import described
from interviews.api.interviews import find
from interviews.exports import FORMATS, ExportError
from interviews.exports.file_format import schema
from interviews.exports.incoming import MOST_BYTES, FileError
from interviews.services.editing import by_key
from interviews.services.exporting import NoSuchVersion, export_interview, is_version
from interviews.services.importing import import_plan

router = Router(tags=["Export and import"])

_FILE = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {
                one.content_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
                for one in FORMATS.values()
            },
        },
        400: described("There is no such format, or the version is no version."),
        404: described("There is no such interview, or it has no such version."),
        503: described("The file could not be made now: the plan is too long for a PDF, or the machine too busy."),
    }
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["format", "schema", "plan"],
                    "description": "An exported plan; export-schema gives its JSON Schema.",
                }
            }
        },
    },
    "responses": {
        400: described("The file cannot be imported: up to 20 problems, each in a line that names where it stands."),
        413: described("The file is larger than 2 MB."),
    },
}


@router.get("/export/{ai_interview_id}", response={200: None}, openapi_extra=_FILE)
def export(request: HttpRequest, ai_interview_id: str, format: str = "json", version: str = "") -> HttpResponse:
    """An interview as a file: the published version if there is one, else the draft.

    `?version=draft` asks for the draft, `?version=3` for revision 3."""
    interview = find(request, ai_interview_id, with_plan=True)
    if format not in FORMATS:
        raise HttpError(400, f"format must be one of {', '.join(FORMATS)}")
    if not is_version(version):
        raise HttpError(400, "version must be draft or a number")
    try:
        file = export_interview(interview, format, version)
    except NoSuchVersion:
        raise HttpError(404, "AI interview not found") from None
    except ExportError as error:
        raise HttpError(503, str(error)) from None
    answer = HttpResponse(file.content, content_type=file.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    return answer


@router.get("/export-schema", response=dict[str, Any])
def export_schema(request: HttpRequest) -> dict[str, Any]:
    """The JSON Schema of the format json."""
    return schema()


@router.post("/import", response={201: dict[str, Any]}, openapi_extra=_BODY)
def import_interview(request: HttpRequest) -> Status[dict[str, Any]]:
    """Makes a new draft of an exported plan. `notices` say what was mended in it on the way."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise HttpError(413, "The file is larger than 2 MB")
    if request.body and request.content_type != "application/json":
        raise HttpError(415, "Send JSON: the content type must be application/json")
    key = key_of(request)
    try:
        made = import_plan(key.team, request.body, by=by_key(key))
    except FileError as error:
        raise HttpError(400, str(error)) from None
    answer = {
        "ai_interview_id": made.interview.pk,
        "ai_interview_name": made.interview.name,
        "notices": made.notices,
    }
    return Status(201, answer)
