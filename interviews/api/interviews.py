"""GET ai-interviews/details and ai-interviews/versions."""

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.errors import HttpError

from interviews.api.auth import key_of
from interviews.drafts import moment
from interviews.models import Interview, Revision

router = Router(tags=["AI interviews"])

MOST_ID = 2**63 - 1


def find(request: HttpRequest, identifier: str, *, with_plan: bool = False) -> Interview:
    """An interview of the key's team. Raises HttpError 404 on an unknown, foreign or malformed id."""
    rows = Interview.objects.with_plan() if with_plan else Interview.objects.all()
    known = identifier.isascii() and identifier.isdigit() and int(identifier[:20]) <= MOST_ID
    found = rows.for_team(key_of(request).team).filter(pk=int(identifier)).first() if known else None
    if found is None:
        raise HttpError(404, "AI interview not found")
    return found


@router.get("/details/{ai_interview_id}", response=dict[str, Any])
def details(request: HttpRequest, ai_interview_id: str, version: str = "") -> dict[str, Any]:
    """The whole plan: the published version if there is one, else the draft.

    `?version=draft` asks for the draft, `?version=3` for revision 3."""
    interview = find(request, ai_interview_id, with_plan=True)
    if version not in {"", "draft"} and not (version.isascii() and version.isdigit()):
        raise HttpError(400, "version must be draft or a number")
    answer = interview.details(version)
    if answer is None:
        raise HttpError(404, "AI interview not found")
    return answer


@router.get("/versions/{ai_interview_id}", response=dict[str, Any])
def versions(request: HttpRequest, ai_interview_id: str) -> dict[str, Any]:
    """The versions that are kept of a plan, newest first. `details` answers each by its `number`.

    A version holds the saves of one sitting: those from version `began` to version `number`, in all `changes`."""
    interview = find(request, ai_interview_id)
    rows = Revision.objects.filter(interview=interview).defer("snapshot").order_by("-number")
    return {
        "ai_interview_id": interview.pk,
        "version": interview.version,
        "versions": [_version(row, row.pk == interview.published_revision_id) for row in rows],
    }


def _version(row: Revision, is_published: bool) -> dict[str, Any]:
    return {
        "number": row.number,
        "began": row.began,
        "kind": row.kind,
        "why": row.why,
        "author": row.author,
        "created_at": moment(row.created_at),
        "updated_at": moment(row.updated_at),
        "published": is_published,
        "changes": len(row.changes),
    }
