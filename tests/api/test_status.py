"""GET task-executions/status, to the letter."""

import re
from datetime import UTC, datetime

import pytest
from django.db import transaction

from interviews.models import Job, LogEntry, Unit
from interviews.services.generation import Order, start_generation
from tests import samples

CREATED = datetime(2025, 10, 9, 16, 51, 14, 987_654, tzinfo=UTC)


@pytest.fixture
def job(team):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))
    Job.objects.filter(pk=job.pk).update(created_at=CREATED, updated_at=CREATED)
    return job


def path(job) -> str:
    return f"task-executions/status/{job.pk}"


def test_a_waiting_job(program, job):
    assert program.get(path(job)) == (
        200,
        {
            "created_at": "2025-10-09T16:51:14",
            "current_step": "Waiting to start",
            "id": str(job.pk),
            "notification_url": None,
            "recent_logs": [],
            "result": None,
            "status": "pending",
            "type": "ai_interview_generation",
            "updated_at": "2025-10-09T16:51:14",
        },
    )


def test_a_job_under_way_names_its_step_and_its_lines(program, job):
    claimed = Job.objects.claim(job.pk, "me")
    claimed.begin_step("me", 1, "Searching the skill library")
    line = "AI Progress: Completed search for skill: Stock counts (found 3 results)"
    claimed.commit_unit("me", Unit(step=1, key="0", output=[]), [line])
    _, body = program.get(path(job))
    assert (body["status"], body["current_step"], body["result"]) == ("processing", "Searching the skill library", None)
    last = body["recent_logs"][-1]
    assert (last["message"], last["task_execution_id"]) == (line, str(job.pk))
    assert [entry["id"] for entry in body["recent_logs"]] == sorted(entry["id"] for entry in body["recent_logs"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", last["created_at"])


def test_the_last_50_lines_are_given_oldest_first(program, job):
    LogEntry.objects.bulk_create(LogEntry(job=job, message=f"line {number}") for number in range(60))
    _, body = program.get(path(job))
    assert [entry["message"] for entry in body["recent_logs"]] == [f"line {number}" for number in range(10, 60)]


def test_a_completed_job_names_its_interview(program, job, interview):
    claimed = Job.objects.claim(job.pk, "me")
    with transaction.atomic():
        claimed.complete("me", interview)
    _, body = program.get(path(job))
    assert (body["status"], body["current_step"]) == ("completed", "Completed")
    assert body["result"] == {"ai_interview_id": interview.pk, "ai_interview_name": "Warehouse operative"}


def test_a_failed_job_gives_the_reason(program, job):
    Job.objects.claim(job.pk, "me").fail("me", "The description is not in English.")
    _, body = program.get(path(job))
    assert (body["status"], body["current_step"]) == ("failed", "Failed")
    assert body["result"] == {"error": "The description is not in English."}


def test_a_cancelled_job_reads_failed_and_says_so_in_its_last_line(program, job):
    job.cancel()
    _, body = program.get(path(job))
    assert (body["status"], body["current_step"]) == ("failed", "Cancelled")
    assert body["recent_logs"][-1]["message"] == "AI interview plan generation was cancelled"


@pytest.mark.parametrize("identifier", ["6efe0833-332a-4b78-b022-e2275f8204aa", "1", "nonsense", "x" * 300])
def test_an_unknown_or_malformed_id_is_not_found(program, job, identifier):
    assert program.get(f"task-executions/status/{identifier}") == (404, {"error": "Task execution not found"})


def test_another_teams_job_is_not_found(foreigner, job):
    assert foreigner.get(path(job)) == (404, {"error": "Task execution not found"})


def test_a_read_only_key_may_look(reader, job):
    assert reader.get(path(job))[0] == 200


def test_a_look_takes_three_queries(program, job, django_assert_num_queries):
    program.get(path(job))
    with django_assert_num_queries(3):
        program.get(path(job))


def test_what_a_language_model_was_paid_for_stands_in_the_result(program, team, interview):
    from interviews.drafts import Usage
    from interviews.models import Answer, Job
    from interviews.services.generation import Order, start_generation

    job = start_generation(team, Order(role="Cook", description="You cook."))
    for step, unit in ((0, "analysis"), (2, "0"), (2, "1")):
        Answer.objects.create(
            job=job,
            step=step,
            unit_key=unit,
            call_number=1,
            request_digest="d",
            body="{}",
            model="gpt-6-luna",
            usage=Usage(prompt_tokens=1_000, cached_tokens=400, completion_tokens=200, cost_usd=0.25),
        )
    Job.objects.update(status="completed", interview=interview, finished_at=job.created_at)
    usage = program.get(f"task-executions/status/{job.pk}")[1]["result"]["usage"]
    assert usage == {
        "model": "gpt-6-luna",
        "prompt_tokens": 3_000,
        "cached_tokens": 1_200,
        "completion_tokens": 600,
        "cost_usd": 0.75,
        "steps": [
            {
                "step": "Analyzing job requirements",
                "prompt_tokens": 1_000,
                "cached_tokens": 400,
                "completion_tokens": 200,
                "cost_usd": 0.25,
            },
            {
                "step": "Generating interview questions",
                "prompt_tokens": 2_000,
                "cached_tokens": 800,
                "completion_tokens": 400,
                "cost_usd": 0.5,
            },
        ],
    }
