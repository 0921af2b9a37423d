"""The sweeper wakes what nobody works on, and only that."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.models import OrmQ

from interviews.management.supervisor.watchdog import wedged
from interviews.models import Delivery, Job
from interviews.services.generation import Order, start_generation
from interviews.services.sweeping import sweep

LONG_AGO = timedelta(minutes=2)


@pytest.fixture
def job(team):
    job = start_generation(team, Order(role="Cook", description="You cook.", notification_url="https://example.org/"))
    OrmQ.objects.all().delete()
    return job


def age(**moments):
    Job.objects.update(**{name: timezone.now() - LONG_AGO for name in moments})


def test_a_fresh_job_is_left_to_its_own_wake_up_call(job):
    assert sweep() == 0


def test_a_job_whose_call_was_lost_is_woken_once(job):
    age(woken_at=1)
    assert (sweep(), sweep()) == (1, 0)
    assert OrmQ.objects.count() == 1


def test_a_job_whose_worker_died_is_woken_when_its_lease_ends(job):
    Job.objects.claim(job.pk, "dead")
    age(woken_at=1)
    Delivery.objects.all().delete()
    assert sweep() == 0
    age(lease_until=1)
    assert sweep() == 1


def test_a_finished_job_sleeps(job):
    Job.objects.claim(job.pk, "me").fail("me", "No.")
    age(woken_at=1)
    Delivery.objects.all().delete()
    assert sweep() == 0


def test_due_deliveries_are_woken_once_a_job(job):
    Job.objects.claim(job.pk, "me").begin_step("me", 0, "Analyzing job requirements")
    OrmQ.objects.all().delete()
    Delivery.objects.update(next_attempt_at=timezone.now() - LONG_AGO)
    assert sweep() == 1


def test_a_full_queue_is_not_filled_further(job, monkeypatch):
    monkeypatch.setattr("interviews.services.sweeping.MOST_QUEUED", 0)
    age(woken_at=1)
    assert sweep() == 0


def test_a_cluster_is_wedged_when_jobs_wait_and_it_takes_none(job):
    assert wedged(4) is False
    age(woken_at=1)
    assert wedged(4) is True


def test_a_cluster_that_takes_jobs_or_is_full_is_not_wedged(job, team):
    busy = start_generation(team, Order(role="Waiter", description="You wait."))
    age(woken_at=1)
    from interviews.models import HOST

    Job.objects.claim(busy.pk, f"{HOST}/1")
    assert wedged(4) is False
    Job.objects.filter(pk=busy.pk).update(claimed_at=timezone.now() - LONG_AGO)
    assert wedged(4) is True
    assert wedged(1) is False
