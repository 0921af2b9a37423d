"""The heartbeat renews a lease and notices when the job is no longer ours."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.models import Job, Team
from interviews.pipeline import heartbeat
from interviews.pipeline.heartbeat import Heartbeat
from interviews.services.generation import Order, start_generation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job(monkeypatch):
    monkeypatch.setattr(heartbeat, "SECONDS", 0.05)
    team = Team.objects.create_named("Beats")
    job = start_generation(team, Order(role="Cook", description="You cook."))
    return Job.objects.claim(job.pk, "me")


def until(happened):
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_it_renews_the_lease_while_work_goes_on(job):
    almost_over = timezone.now() + timedelta(seconds=1)
    Job.objects.update(lease_until=almost_over)
    with Heartbeat(job, "me") as beat:
        until(lambda: Job.objects.get().lease_until > almost_over + timedelta(seconds=30))
        assert beat.stopped() is False


@pytest.mark.parametrize("what", ["somebody else has it", "it was cancelled", "it has ended"])
def test_it_notices_when_the_work_should_stop(job, what):
    with Heartbeat(job, "me") as beat:
        if what == "somebody else has it":
            Job.objects.update(lease_owner="you")
        elif what == "it was cancelled":
            job.cancel()
        else:
            job.fail("me", "No.")
        until(beat.stopped)


def test_it_ends_with_the_work(job):
    with Heartbeat(job, "me") as beat:
        pass
    assert beat._thread.is_alive() is False
