"""GET task-executions/status, POST task-executions/cancel and /retry."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from ninja.errors import HttpError

from interviews.api.auth import key_of
from interviews.api.errors import described
from interviews.drafts import moment, nothing_used
from interviews.drafts.about import also
from interviews.models import Job, used_by_step
from interviews.models.steps import STEP_NAMES

router = Router(tags=["Task executions"])

RECENT = 50


@router.get("/status/{job_id}", response=dict[str, Any])
def status(request: HttpRequest, job_id: str) -> dict[str, Any]:
    """Where a job is, with its last 50 log lines, oldest first."""
    return _shown(_find(request, job_id))


@router.post(
    "/cancel/{job_id}",
    response={202: dict[str, Any]},
    openapi_extra={"responses": {409: described("The job has ended already.")}},
)
def cancel(request: HttpRequest, job_id: str) -> Status[dict[str, Any]]:
    """Asks for the end of a job and answers as `status` does.

    A waiting job ends at once, a running one as soon as its worker looks up; asking again changes nothing."""
    job = _find(request, job_id)
    if not job.cancel():
        job = _find(request, job_id)
        if job.is_finished:
            raise HttpError(409, f"Nothing is left to cancel: this task execution has ended ({job.status})")
    return Status(202, _shown(_find(request, job_id)))


@router.post(
    "/retry/{job_id}",
    response={202: dict[str, Any]},
    openapi_extra={"responses": {409: described("The job has not failed.")}},
)
def retry(request: HttpRequest, job_id: str) -> Status[dict[str, Any]]:
    """Puts a failed or cancelled job back to work and answers as `status` does.

    It goes on with the step that failed; what it had done and paid for is kept."""
    job = _find(request, job_id)
    if not job.retry():
        job = _find(request, job_id)
        raise HttpError(409, f"Only a failed task execution can be retried; this one is {job.status}")
    return Status(202, _shown(_find(request, job_id)))


def _shown(job: Job) -> dict[str, Any]:
    lines = job.log.order_by("-id").values_list("created_at", "id", "message")[:RECENT]
    return {
        "created_at": moment(job.created_at),
        "current_step": job.current_step,
        "id": str(job.pk),
        "notification_url": job.notification_url or None,
        "recent_logs": [
            {"created_at": moment(created_at), "id": number, "message": message, "task_execution_id": str(job.pk)}
            for created_at, number, message in reversed(lines)
        ],
        "result": _result(job),
        "status": job.status,
        "type": job.type,
        "updated_at": moment(job.updated_at),
    }


def _find(request: HttpRequest, job_id: str) -> Job:
    try:
        identifier = UUID(job_id)
    except ValueError:
        identifier = None
    jobs = Job.objects.for_team(key_of(request).team).select_related("interview").defer("brief", "target")
    job = jobs.filter(pk=identifier).first() if identifier and str(identifier) == job_id.lower() else None
    if job is None:
        raise HttpError(404, "Task execution not found")
    also(job=job.pk)
    return job


def _result(job: Job) -> dict[str, Any] | None:
    if job.status == Job.Status.FAILED:
        return {"error": job.error} | _usage(job)
    if job.status == Job.Status.COMPLETED and job.interview is not None:
        return {"ai_interview_id": job.interview.pk, "ai_interview_name": job.interview.name} | _usage(job)
    return None


def _usage(job: Job) -> dict[str, Any]:
    """What the job has used of a language model; nothing where none was asked."""
    used, model = used_by_step(job)
    if not used:
        return {}
    total = sum(used.values(), nothing_used())
    steps = [{"step": STEP_NAMES[job.type][step], **usage.model_dump()} for step, usage in sorted(used.items())]
    return {"usage": {"model": model, **total.model_dump(), "steps": steps}}
