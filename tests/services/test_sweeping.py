"""The sweeper wakes what nobody works on, and only that."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.models import OrmQ

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


def test_a_full_queue_is_not_filled_further(job, monkeypatch):
    monkeypatch.setattr("interviews.services.sweeping.MOST_QUEUED", 0)
    age(woken_at=1)
    assert sweep() == 0
