"""A job, live."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.drafts import Usage
from interviews.models import Answer, Job, Unit
from interviews.services.generation import Order, start_generation
from tests.pages.plans import DESCRIPTION

HTMX = {"HX-Request": "true"}


@pytest.fixture
def job(team, owner):
    return start_generation(team, Order(role="Data analyst", description=DESCRIPTION), person=owner)


@pytest.fixture
def working(job):
    """A job in its third step: four of six skills have their questions."""
    began = timezone.now() - timedelta(seconds=67)
    Job.objects.filter(pk=job.pk).update(
        status="processing", step=2, step_name="Generating interview questions", version=9, started_at=began
    )
    job.refresh_from_db()
    unit(job, 0, "analysis", {"skills": [{}] * 6}, seconds=1.23)
    paid = Usage(prompt_tokens=4_000, completion_tokens=210, cost_usd=0.021)
    answer(job, 0, "analysis", paid)
    for key in range(6):
        unit(job, 1, str(key), [{}] * 5, seconds=0.1)
    for key in range(4):
        unit(job, 2, str(key), [{}])
    job.say("AI Progress: Completed search for skill: Django (found 5 results)")
    return job


def unit(job, step, key, output, **more):
    Unit.objects.create(job=job, step=step, key=key, output=output, **more)


def answer(job, step, key, usage, model="gpt-6.1-terra"):
    number = job.answers.count()
    Answer.objects.create(
        job=job, step=step, unit_key=key, call_number=1, request_digest=str(number), body="{}", usage=usage, model=model
    )


def text(response):
    return response.content.decode()


def url(job):
    return f"/jobs/{job.pk}/"


def test_a_waiting_job_says_so(signed_in, job):
    page = text(signed_in.get(url(job)))
    assert "Waiting" in page
    assert page.count('class="step step-waiting"') == 5


def test_the_steps_show_what_was_found_and_how_long_it_took(signed_in, working):
    response = signed_in.get(url(working))
    rows = [(row.state, row.detail) for row in response.context["progress"].steps]
    assert rows == [
        ("done", "6 skills"),
        ("done", "6 skills, 30 entries"),
        ("current", "4 of 6 skills"),
        ("waiting", ""),
        ("waiting", ""),
    ]
    page = text(response)
    assert "1.2 s" in page
    assert '<progress max="6" value="4"' in page
    assert "1:07" in page
    assert "4,210" in page
    assert "about $0.02" in page
    assert "Completed search for skill: Django (found 5 results)" in page


def test_a_page_that_is_unfinished_asks_again_each_second(signed_in, working):
    page = text(signed_in.get(url(working)))
    assert f'hx-get="/jobs/{working.pk}/?version=9" hx-trigger="every 1s" hx-swap="outerHTML"' in page
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page


def test_a_poll_answers_204_while_nothing_changes(signed_in, working):
    assert signed_in.get(url(working) + "?version=9", headers=HTMX).status_code == 204


def test_an_unchanged_poll_costs_three_queries(signed_in, working, django_assert_num_queries):
    with django_assert_num_queries(3):
        signed_in.get(url(working) + "?version=9", headers=HTMX)


def test_a_poll_gives_the_part_that_changed(signed_in, working):
    answer = signed_in.get(url(working) + "?version=8", headers=HTMX)
    assert text(answer).strip().startswith('<section id="job"')
    assert "HX-Redirect" not in answer


@pytest.mark.parametrize("version", ["", "abc", "-1", "٣", "9" * 50])
def test_a_version_that_makes_no_sense_gives_the_part(signed_in, working, version):
    assert signed_in.get(url(working), {"version": version}, headers=HTMX).status_code == 200


def test_who_watched_it_to_the_end_is_taken_to_the_plan(signed_in, working, interview):
    finish(working, "completed", interview=interview)
    answer = signed_in.get(url(working) + "?version=9", headers=HTMX)
    assert answer.headers["HX-Redirect"] == f"/interviews/{interview.pk}/"
    assert "hx-trigger" not in text(answer)


def test_who_comes_later_is_offered_the_plan(signed_in, working, interview):
    finish(working, "completed", interview=interview)
    answer = signed_in.get(url(working))
    assert "HX-Redirect" not in answer
    assert f'href="/interviews/{interview.pk}/"' in text(answer)
    assert "http-equiv" not in text(answer)


def test_a_completed_job_whose_plan_was_deleted_says_so(signed_in, working):
    finish(working, "completed")
    assert "has been deleted since" in text(signed_in.get(url(working)))


def test_a_failed_job_says_why_and_offers_to_go_on(signed_in, working):
    finish(working, "failed", error="The model <did> not answer.")
    page = text(signed_in.get(url(working)))
    assert "The model &lt;did&gt; not answer." in page
    assert "Retry from “Generating interview questions”" in page
    assert f"/interviews/new/?job={working.pk}" in page
    assert "every 1s" not in page
    assert "/cancel/" not in page


def test_retry_puts_it_back_to_work(signed_in, working):
    finish(working, "failed", error="x")
    assert signed_in.post(url(working) + "retry/").headers["Location"] == url(working) + "#job"
    working.refresh_from_db()
    assert working.status == "pending"


def test_cancel_ends_it(signed_in, job):
    assert signed_in.post(url(job) + "cancel/").headers["Location"] == url(job) + "#job"
    job.refresh_from_db()
    assert job.is_cancelled
    assert "Cancelled" in text(signed_in.get(url(job)))


def test_cancelling_twice_or_retrying_what_runs_is_no_error(signed_in, job):
    for verb in ("retry/", "cancel/", "cancel/"):
        assert signed_in.post(url(job) + verb).status_code == 302


@pytest.mark.parametrize("verb", ["cancel/", "retry/"])
def test_a_viewer_reads_and_changes_nothing(viewer, job, verb):
    assert verb not in text(viewer.get(url(job)))
    assert viewer.post(url(job) + verb).status_code == 403


@pytest.mark.parametrize("verb", ["cancel/", "retry/"])
def test_a_stranger_finds_nothing(stranger, job, verb):
    assert stranger.get(url(job)).status_code == 404
    assert stranger.get(url(job) + f"?version={job.version}", headers=HTMX).status_code == 404
    assert stranger.post(url(job) + verb).status_code == 404


def test_a_job_that_is_not_there_is_not_found(signed_in):
    assert signed_in.get("/jobs/00000000-0000-0000-0000-000000000000/").status_code == 404
    assert signed_in.get("/jobs/not-an-id/").status_code == 404


def test_wrong_methods_are_refused(signed_in, job):
    assert signed_in.post(url(job)).status_code == 405
    assert signed_in.get(url(job) + "cancel/").status_code == 405
    assert signed_in.get(url(job) + "retry/").status_code == 405


def test_a_long_log_shows_its_end(signed_in, job):
    for number in range(510):
        job.log.create(message=f"line {number:03}")
    page = text(signed_in.get(url(job)))
    assert "line 509" in page
    assert "line 009" not in page
    assert "Earlier lines are left out." in page


def finish(job, status, **more):
    Job.objects.filter(pk=job.pk).update(status=status, version=10, finished_at=timezone.now(), **more)
