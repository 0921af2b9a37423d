"""The sweeper wakes what nobody works on, and only that."""

import subprocess
import sys
import uuid
from datetime import timedelta

import psutil
import pytest
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import HOST, Cluster, Delivery, IdempotencyKey, Job, new_owner, wake
from interviews.services.generation import Order, start_generation
from interviews.services.sweeping import clear_old, free_the_dead, give_back, outbox_stands_still, sweep

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


def test_no_job_is_woken_while_its_call_still_waits(job):
    age(woken_at=1)
    wake("job", str(job.pk))
    assert sweep() == 0


def test_only_as_many_are_woken_as_have_no_call(team):
    jobs = [start_generation(team, Order(role="Cook", description="You cook.")) for _ in range(3)]
    for number, job in enumerate(jobs):
        Job.objects.filter(pk=job.pk).update(woken_at=timezone.now() - LONG_AGO + timedelta(seconds=number))
    OrmQ.objects.first().delete()
    assert sweep() == 1
    assert Job.objects.filter(woken_at__gt=timezone.now() - timedelta(seconds=30)).get().pk == jobs[0].pk


def test_with_a_free_worker_here_a_lost_call_is_missed_sooner(job):
    Job.objects.update(woken_at=timezone.now() - timedelta(seconds=5))
    assert sweep(workers=0) == 0
    assert sweep(workers=1) == 1


def claimed(team, owner: str) -> Job:
    job = start_generation(team, Order(role="Cook", description="You cook."))
    OrmQ.objects.all().delete()
    taken = Job.objects.claim(job.pk, owner)
    assert taken is not None
    return taken


def test_a_job_of_a_dead_worker_is_free_at_once(team):
    died = subprocess.Popen([sys.executable, "-c", ""])
    died.wait()
    job = claimed(team, f"{HOST}/run/{died.pid}/1")
    assert free_the_dead() == 1
    assert sweep(workers=4) == 1
    again = Job.objects.claim(job.pk, "next")
    assert (again.attempt, again.attempts_without_progress) == (2, 2)


def test_a_worker_that_nobody_has_buried_is_dead_too(team):
    died = subprocess.Popen([sys.executable, "-c", ""])
    while psutil.Process(died.pid).status() != psutil.STATUS_ZOMBIE:
        pass
    claimed(team, f"{HOST}/run/{died.pid}/1")
    assert free_the_dead() == 1
    died.wait()


OWNERS = {"alive": new_owner(), "elsewhere": "elsewhere:1/run/1/1", "short": "me", "odd": f"{HOST}/run/x/1", "none": ""}


@pytest.mark.parametrize("owner", OWNERS.values(), ids=OWNERS)
def test_a_worker_that_lives_or_cannot_be_seen_keeps_its_job(team, owner):
    claimed(team, owner)
    assert free_the_dead() == 0
    assert Job.objects.get().lease_owner == owner


def test_a_notification_that_a_dead_process_was_sending_is_free_at_once(job):
    died = subprocess.Popen([sys.executable, "-c", ""])
    died.wait()
    Job.objects.claim(job.pk, "me")
    until = timezone.now() + timedelta(seconds=30)
    Delivery.objects.update(lease_owner=f"{HOST}/run/{died.pid}/1", lease_until=until)
    free_the_dead()
    assert Delivery.objects.due(timezone.now()).count() == 1


def test_jobs_of_a_run_that_was_stopped_are_given_back_without_counting_against_them(team):
    job = claimed(team, f"{HOST}/stopped/1/1")
    other = claimed(team, f"{HOST}/other/1/1")
    assert give_back(f"{HOST}/stopped") == 1
    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.lease_owner, job.attempts_without_progress, job.status) == ("", 0, "processing")
    assert other.lease_owner
    assert sweep(workers=4) == 1


def test_what_was_kept_long_enough_is_forgotten(team, job):
    now = timezone.now()
    for name, age_ in (("old", timedelta(hours=25)), ("young", timedelta(hours=23))):
        IdempotencyKey.objects.create(team=team, key=name, digest="d", job=job, created_at=now - age_)
        Cluster.objects.create(
            cluster_id=uuid.uuid4(), host=name, run="r", pid=1, sentinel_pid=2, started_at=now, seen_at=now - age_
        )
    assert clear_old() == 2
    assert IdempotencyKey.objects.get().key == Cluster.objects.get().host == "young"


def test_a_clock_that_was_set_back_holds_no_job_up(team):
    job = start_generation(team, Order(role="Cook", description="You cook."))
    OrmQ.objects.all().delete()
    hour = timedelta(hours=1)
    Job.objects.update(woken_at=timezone.now() + hour)
    assert sweep(workers=4) == 1
    Job.objects.claim(job.pk, "before")
    Job.objects.update(lease_until=timezone.now() + hour)
    assert Job.objects.claim(job.pk, "after") is not None


def test_a_sender_that_takes_nothing_of_what_is_due_is_noticed(job):
    Job.objects.claim(job.pk, "me")
    assert outbox_stands_still() is False
    Delivery.objects.update(next_attempt_at=timezone.now() - LONG_AGO)
    assert outbox_stands_still() is True
    Delivery.objects.update(lease_owner=new_owner(), lease_until=timezone.now() + timedelta(seconds=30))
    assert outbox_stands_still() is False, "it is at one"
