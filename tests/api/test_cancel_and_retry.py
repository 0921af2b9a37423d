"""POST task-executions/cancel and task-executions/retry, to the letter."""

import pytest
from django.db import transaction
from django_q.models import OrmQ

from interviews.models import Interview, Job
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from interviews.services.regeneration import Again, start_regeneration
from tests import samples

UNKNOWN = (404, {"error": "Task execution not found"})


@pytest.fixture
def job(team):
    return start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))


@pytest.fixture
def failed(job):
    Job.objects.claim(job.pk, "me").fail("me", "The server is out of credit.")
    return job


@pytest.fixture
def completed(job, interview):
    with transaction.atomic():
        Job.objects.claim(job.pk, "me").complete("me", interview)
    return job


def path(verb, job):
    return f"task-executions/{verb}/{job.pk}"


def test_a_waiting_job_is_cancelled_at_once(program, job):
    status, body = program.post(path("cancel", job), {})
    assert (status, body) == (202, program.get(path("status", job))[1])
    assert (body["status"], body["current_step"]) == ("failed", "Cancelled")
    assert body["result"] == {"error": "The job was cancelled."}


def test_a_running_job_is_asked_to_end_however_often(program, job):
    Job.objects.claim(job.pk, "me")
    for _ in range(2):
        status, body = program.post(path("cancel", job), {})
        assert (status, body["status"]) == (202, "processing")
    job.refresh_from_db()
    assert job.cancelled_at is not None


@pytest.mark.parametrize("name", ["failed", "completed"])
def test_a_job_that_has_ended_cannot_be_cancelled(program, request, name):
    job = request.getfixturevalue(name)
    sentence = f"Nothing is left to cancel: this task execution has ended ({name})"
    assert program.post(path("cancel", job), {}) == (409, {"error": sentence})


def test_a_failed_job_goes_back_to_work(program, failed):
    OrmQ.objects.all().delete()
    status, body = program.post(path("retry", failed), {})
    assert (status, body) == (202, program.get(path("status", failed))[1])
    assert (body["status"], body["current_step"], body["result"]) == ("pending", "Waiting to start", None)
    assert body["recent_logs"][-1]["message"] == "AI interview plan generation was put back to work"
    assert OrmQ.objects.count() == 1


def test_a_cancelled_job_may_be_retried(program, job):
    job.cancel()
    assert program.post(path("retry", job), {})[1]["status"] == "pending"


def test_what_has_not_failed_cannot_be_retried(program, job):
    for state in ("pending", "processing"):
        sentence = f"Only a failed task execution can be retried; this one is {state}"
        assert program.post(path("retry", job), {}) == (409, {"error": sentence})
        Job.objects.claim(job.pk, "me")


def test_a_completed_job_cannot_be_retried(program, completed):
    sentence = "Only a failed task execution can be retried; this one is completed"
    assert program.post(path("retry", completed), {}) == (409, {"error": sentence})


def test_no_body_is_needed(client, key, job):
    answer = client.post(f"/api/v2/{path('cancel', job)}", headers={"apiKey": key})
    assert answer.status_code == 202


def test_what_is_retried_for_an_interview_that_was_deleted_ends_with_that_reason(program, interview):
    job = start_regeneration(interview, Again("interview"))
    Job.objects.claim(job.pk, "me").fail("me", "The server is out of credit.")
    Interview.objects.all().delete()
    assert program.post(path("retry", job), {})[0] == 202
    runner.run(str(job.pk))
    _, body = program.get(path("status", job))
    assert (body["status"], body["result"]) == ("failed", {"error": runner.DELETED})


VERBS = pytest.mark.parametrize("verb", ["cancel", "retry"])


@VERBS
@pytest.mark.parametrize("identifier", ["6efe0833-332a-4b78-b022-e2275f8204aa", "1", "nonsense", "x" * 300])
def test_an_unknown_or_malformed_id_is_not_found(program, job, verb, identifier):
    assert program.post(f"task-executions/{verb}/{identifier}", b"{") == UNKNOWN


@VERBS
def test_another_teams_job_is_not_found(foreigner, failed, verb):
    assert foreigner.post(path(verb, failed), {}) == UNKNOWN
    failed.refresh_from_db()
    assert failed.status == "failed"


@VERBS
def test_a_read_only_key_is_told_so_before_anything_else(reader, job, verb):
    refused = (403, {"error": "This API key is read-only"})
    assert reader.post(path(verb, job), {}) == refused
    assert reader.post(f"task-executions/{verb}/nonsense", {}) == refused


@VERBS
def test_a_wrong_key_is_refused(client, job, verb):
    answer = client.post(f"/api/v2/{path(verb, job)}", headers={"apiKey": "wrong"})
    assert (answer.status_code, answer.json()) == (401, {"error": "Invalid API key"})


@VERBS
def test_a_wrong_method_is_refused(program, job, verb):
    assert program.get(path(verb, job)) == (405, {"error": "Method not allowed"})


@VERBS
def test_the_explorer_tells_of_the_conflict(client, db, verb):
    paths = client.get("/api/v2/openapi.json").json()["paths"]
    described = paths[f"/api/v2/task-executions/{verb}/{{job_id}}"]["post"]
    assert {"202", "409"} <= set(described["responses"])
