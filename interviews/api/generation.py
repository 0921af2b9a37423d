"""POST ai-interviews/generate-interview."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from ninja.errors import HttpError

from interviews.api.auth import GenerationThrottle, key_of
from interviews.api.bodies import digest_of, read_object, text, texts
from interviews.api.errors import described
from interviews.api.idempotency import HEADER, PARAMETER, key_in
from interviews.drafts import ASKED, MOST_ANSWER, MOST_DESCRIPTION, MOST_ROLE, Intake, normalise
from interviews.models import ApiKey, Job
from interviews.notify.addresses import AddressError, check_url
from interviews.services.generation import AnotherBody, Once, Order, start_generation, start_once

router = Router(tags=["AI interviews"])

_ANOTHER_BODY = (
    f"This {HEADER} was used in the last 24 hours with another body. Send that body again to get its job, or choose "
    "a new key to start a new one"
)
_INTAKE: dict[str, Any] = {
    "type": "object",
    "nullable": True,
    "description": "What the hiring team says about the job. Write about the work, not about a person.",
    "additionalProperties": False,
    "properties": {
        name: {"type": "string", "maxLength": MOST_ANSWER, "nullable": True, "description": asked}
        for name, asked in ASKED.items()
    },
}
_MORE: dict[str, Any] = {
    "parameters": [PARAMETER],
    "responses": {409: described(f"The {HEADER} stands for a request with another body.")},
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
                        "intake": _INTAKE,
                    },
                },
                "example": {
                    "job_role": "Warehouse operative",
                    "job_description": "You load and unload trailers with a counterbalance forklift ...",
                },
            }
        },
    },
}


@router.post(
    "/generate-interview", response={202: dict[str, Any]}, throttle=[GenerationThrottle()], openapi_extra=_MORE
)
def generate_interview(request: HttpRequest, response: HttpResponse) -> Status[dict[str, Any]]:
    """Starts the making of an interview plan in the background. Follow it by task-executions/status."""
    idempotency_key, body = key_in(request), read_object(request)
    order = _order(body)
    once = Once(idempotency_key, digest_of(body)) if idempotency_key else None
    job, replayed = _start(key_of(request), order, once)
    if replayed:
        response["Idempotent-Replayed"] = "true"
    answer = {
        "job_id": str(job.pk),
        "status": Job.Status.PENDING,
        "message": "AI interview plan generation job has been queued successfully",
    }
    return Status(202, answer)


def _start(key: ApiKey, order: Order, once: Once | None) -> tuple[Job, bool]:
    if once is None:
        return start_generation(key.team, order, api_key=key), False
    try:
        return start_once(key.team, order, once, api_key=key)
    except AnotherBody:
        raise HttpError(409, _ANOTHER_BODY) from None


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
    return Order(role=role, description=description, notification_url=url, intake=_intake(body))


def _intake(body: dict[str, Any]) -> Intake:
    said = {name: normalise(answer) for name, answer in texts(body, "intake", tuple(ASKED)).items()}
    for name, answer in said.items():
        if len(answer) > MOST_ANSWER:
            raise HttpError(400, f"intake.{name} must be at most {MOST_ANSWER} characters")
    return Intake(**said)
