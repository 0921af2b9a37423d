"""`manage.py jobs`, `cancel` and `retry`."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import HOST, Interview, Job, new_owner
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from interviews.services.regeneration import Again, start_regeneration
from tests import samples
from tests.product import manage

UNKNOWN = "6efe0833-332a-4b78-b022-e2275f8204aa"


def run(*words):
    """What a command says on standard output and on standard error."""
    out, err = StringIO(), StringIO()
    call_command(*words, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refused(*words):
    """Runs a command that refuses: its standard error, its last sentence and its exit code."""
    err = StringIO()
    with pytest.raises(CommandError) as told:
        call_command(*words, stdout=StringIO(), stderr=err)
    return err.getvalue(), str(told.value), told.value.returncode


def start(team, role="Cook"):
    return start_generation(team, Order(role=role, description=samples.DESCRIPTION))


@pytest.fixture
def waiting(team):
    return start(team)


@pytest.fixture
def running(team):
    job = start(team, "Baker")
    owner = new_owner()
    Job.objects.claim(job.pk, owner).begin_step(owner, 1, "Searching the skill library")
    return job


@pytest.fixture
def failed(team):
    job = start(team, "Waiter")
    claimed = Job.objects.claim(job.pk, "me")
    claimed.begin_step("me", 2, "Generating interview questions")
    claimed.fail("me", "The server is out of credit.")
    return job


@pytest.fixture
def completed(team, interview):
    job = start(team, "Porter")
    with transaction.atomic():
        Job.objects.claim(job.pk, "me").complete("me", interview)
    return job


def status(job):
    return Job.objects.get(pk=job.pk).status


def hours_ago(hours, **rows):
    Job.objects.filter(**rows).update(finished_at=timezone.now() - timedelta(hours=hours))


def test_jobs_lists_what_is_unfinished_and_what_failed_lately_newest_first(waiting, running, failed, completed):
    out, err = run("jobs")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == ["ID", str(failed.pk), str(running.pk), str(waiting.pk)]
    assert lines[0].split() == ["ID", "TEAM", "ROLE", "STATUS", "STEP", "ATTEMPT", "WHEN", "ERROR"]
    assert "The server is out of credit." in lines[1]
    assert "Searching the skill library" in lines[2]
    assert "heard of" in lines[2]
    assert "waiting for" in lines[3]
    assert err == ""


def test_a_lease_that_is_over_and_a_cancel_that_was_asked_for_are_said(running):
    running.cancel()
    assert run("jobs")[0].rstrip().endswith(", cancelling")
    Job.objects.update(lease_until=timezone.now() - timedelta(minutes=2))
    assert "heard of 3 min ago, lease over, cancelling" in run("jobs")[0]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (["--status", "pending"], {"Cook"}),
        (["--status", "processing"], {"Baker"}),
        (["--status", "failed"], {"Waiter"}),
        (["--status", "completed"], {"Porter"}),
        (["--team", "another-firm"], set()),
        (["--team", "harbour-logistics"], {"Cook", "Baker", "Waiter"}),
        (["--since", "90m"], {"Cook", "Baker"}),
        (["--since", "90m", "--status", "failed"], set()),
        (["--since", "7d"], {"Cook", "Baker", "Waiter"}),
    ],
)
def test_jobs_can_be_chosen(waiting, running, failed, completed, other_team, words, roles):
    hours_ago(2, pk=failed.pk)
    assert {row["role"] for row in json.loads(run("jobs", "--json", *words)[0])} == roles


def test_the_json_holds_every_field(running):
    (row,) = json.loads(run("jobs", "--json")[0])
    assert (row["id"], row["team"], row["status"], row["attempt"]) == (
        str(running.pk),
        "harbour-logistics",
        "processing",
        1,
    )
    assert (row["machine"], row["process"].isdigit(), row["lease_is_over"]) == (HOST, True, False)
    assert (row["waiting_since"], row["heartbeat_at"] is None) == (None, False)


def test_an_empty_list_says_so_and_is_still_json(db):
    assert run("jobs") == ("", "No job fits.\n")
    assert run("jobs", "--json") == ("[]\n", "No job fits.\n")


def test_a_list_that_is_cut_says_so(team):
    for _ in range(3):
        start(team)
    out, err = run("jobs", "--limit", "2")
    assert len(out.splitlines()) == 3
    assert err == "These are the newest 2; there are more. Raise --limit to see them.\n"


def test_a_list_costs_one_query_however_long_it_is(team, django_assert_num_queries):
    for _ in range(20):
        start(team)
    with django_assert_num_queries(1):
        run("jobs")


def test_long_texts_do_not_break_the_table(failed):
    Job.objects.update(error="line one\nline two " + "x" * 500)
    (_, line) = run("jobs")[0].splitlines()
    assert "line one line two" in line
    assert line.endswith("…")


@pytest.mark.parametrize("words", [["--since", "soon"], ["--since", "0h"], ["--since", "24"], ["--status", "lost"]])
def test_jobs_refuses_what_it_does_not_know(db, words):
    with pytest.raises(CommandError, match=r"length of time|invalid choice"):
        run("jobs", *words)


def test_a_team_that_is_not_there_is_named_with_those_there_are(team):
    for command in (["jobs"], ["retry", "--failed"]):
        sentence = "There is no team nowhere. Teams: harbour-logistics."
        assert refused(*command, "--team", "nowhere")[1] == sentence


def test_cancel_ends_waiting_jobs_and_asks_running_ones(waiting, running):
    out, err = run("cancel", str(waiting.pk), str(running.pk))
    assert out.splitlines() == [
        f"{waiting.pk} is cancelled.",
        f"{running.pk} will end as soon as its worker looks up.",
    ]
    assert (err, status(waiting), status(running)) == ("", "failed", "processing")
    assert Job.objects.filter(cancelled_at=None).count() == 0


def test_what_has_ended_is_told_and_the_rest_is_cancelled(waiting, completed):
    err, sentence, code = refused("cancel", str(completed.pk), str(waiting.pk))
    assert err == f"{completed.pk} has ended already (completed).\n"
    assert (sentence, code) == ("1 of 2 could not be cancelled because they had ended already.", 1)
    assert status(waiting) == "failed"


@pytest.mark.parametrize("command", ["cancel", "retry"])
def test_nothing_is_done_when_an_id_is_no_jobs(waiting, failed, command):
    for bad, sentence in (
        (UNKNOWN, f"There is no job {UNKNOWN}. Nothing was done; `manage.py jobs` lists jobs."),
        ("12", "'12' is no id of a job. Nothing was done; ids look like 6efe0833-332a-4b78-b022-e2275f8204aa."),
    ):
        assert refused(command, str(waiting.pk), str(failed.pk), bad)[1:] == (sentence, 2)
    assert (status(waiting), status(failed)) == ("pending", "failed")


def test_retry_puts_failed_jobs_back_to_work(failed):
    OrmQ.objects.all().delete()
    out, err = run("retry", str(failed.pk), str(failed.pk))
    assert (out, err) == (f"{failed.pk} is back to work from “Generating interview questions”.\n", "")
    assert (status(failed), OrmQ.objects.count()) == ("pending", 1)


def test_what_has_not_failed_is_told_and_the_rest_is_retried(failed, completed):
    err, sentence, code = refused("retry", str(completed.pk), str(failed.pk))
    assert err == f"{completed.pk} has not failed, it is completed.\n"
    assert (sentence, code) == ("1 of 2 cannot be retried: only failed jobs can.", 1)
    assert status(failed) == "pending"


def test_a_dry_run_changes_nothing(failed):
    told = (
        f"{failed.pk} would go back to work from “Generating interview questions”. "
        "It failed with: The server is out of credit.\n"
    )
    assert run("retry", "--failed", "--dry-run")[0] == told
    assert run("retry", str(failed.pk), "--dry-run")[0] == told
    assert status(failed) == "failed"


def test_all_that_failed_lately_is_retried_and_nothing_that_was_cancelled(failed, waiting, completed):
    waiting.cancel()
    run("retry", "--failed")
    assert (status(failed), status(waiting), status(completed)) == ("pending", "failed", "completed")


def test_how_far_back_and_which_team_can_be_said(failed, other_team):
    hours_ago(25, pk=failed.pk)
    nothing = ("No job has failed in that time.\n", "")
    assert run("retry", "--failed") == nothing
    assert run("retry", "--failed", "--since", "2d", "--team", other_team.slug) == nothing
    run("retry", "--failed", "--since", "2d", "--team", "harbour-logistics")
    assert status(failed) == "pending"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Name the jobs to retry, or say --failed; one of the two."),
        ([UNKNOWN, "--failed"], "Name the jobs to retry, or say --failed; one of the two."),
        ([UNKNOWN, "--team", "x"], "--since and --team go with --failed only."),
        ([UNKNOWN, "--since", "1h"], "--since and --team go with --failed only."),
    ],
)
def test_retry_says_what_does_not_go_together(db, words, sentence):
    assert refused("retry", *words)[1:] == (sentence, 2)


def test_what_is_retried_for_an_interview_that_was_deleted_ends_with_that_reason(interview):
    job = start_regeneration(interview, Again("interview"))
    Job.objects.claim(job.pk, "me").fail("me", "The server is out of credit.")
    Interview.objects.all().delete()
    run("retry", str(job.pk))
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.DELETED)


def test_the_exit_codes_are_those_of_the_process(tmp_path, ready_database):
    environment = ready_database(tmp_path)
    assert manage(tmp_path, "jobs", **environment).returncode == 0
    assert manage(tmp_path, "retry", "--failed", **environment).returncode == 0
    done = manage(tmp_path, "cancel", "nonsense", **environment)
    assert (done.returncode, "is no id of a job" in done.stderr, done.stdout) == (2, True, "")
