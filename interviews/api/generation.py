"""POST ai-interviews/generate-interview."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status
from ninja.errors import HttpError

from interviews.api.auth import GenerationThrottle, key_of
from interviews.api.bodies import read_object, text
from interviews.drafts import MOST_DESCRIPTION, MOST_ROLE, normalise
from interviews.notify.addresses import AddressError, check_url
from interviews.services.generation import Order, start_generation

router = Router(tags=["AI interviews"])

_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["job_role", "job_description"],
                    "properties": {
                        "job_role": {"type": "string", "maxLength": MOST_ROLE},
                        "job_description": {"type": "string", "maxLength": MOST_DESCRIPTION},
                        "notification_url": {"type": "string", "format": "uri", "nullable": True},
                    },
                },
                "example": {
                    "job_role": "Warehouse operative",
                    "job_description": "You load and unload trailers with a counterbalance forklift ...",
                },
            }
        },
    }
}


@router.post(
    "/generate-interview", response={202: dict[str, Any]}, throttle=[GenerationThrottle()], openapi_extra=_BODY
)
def generate_interview(request: HttpRequest) -> Status[dict[str, Any]]:
    """Starts the making of an interview plan in the background. Follow it by task-executions/status."""
    key = key_of(request)
    order = _order(read_object(request))
    job = start_generation(key.team, order, api_key=key)
    answer = {
        "job_id": str(job.pk),
        "status": job.status,
        "message": "AI interview plan generation job has been queued successfully",
    }
    return Status(202, answer)


def _order(body: dict[str, Any]) -> Order:
    role = " ".join(normalise(text(body, "job_role")).split())
    description = normalise(text(body, "job_description"))
    url = text(body, "notification_url").strip()
    if not role or not description.strip():
        raise HttpError(400, "Job role and job description are required")
    if len(role) > MOST_ROLE:
        raise HttpError(400, f"job_role must be at most {MOST_ROLE} characters")
    if len(description) > MOST_DESCRIPTION:
        raise HttpError(400, f"job_description must be at most {MOST_DESCRIPTION} characters")
    if url:
        try:
            check_url(url, settings.NOTIFY_ALLOW)
        except AddressError as error:
            raise HttpError(400, str(error)) from None
    return Order(role=role, description=description, notification_url=url)
