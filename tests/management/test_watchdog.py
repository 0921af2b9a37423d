"""A cluster that takes no work is told from one that is busy, starting, or has nothing to do."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.management.supervisor.watchdog import PATIENCE, STARTING, Watchdog
from interviews.models import Cluster, Job, new_owner, run_of_this
from interviews.services.generation import Order, start_generation


def seen() -> None:
    """A cluster of this run shows itself."""
    now = timezone.now()
    values = {"host": "h", "run": run_of_this(), "pid": 1, "sentinel_pid": 2, "started_at": now, "seen_at": now}
    Cluster.objects.update_or_create(cluster_id=uuid.UUID(int=1), defaults=values)


def watching(workers: int) -> Watchdog:
    """A watchdog over a cluster that has started."""
    watchdog = Watchdog(workers)
    seen()
    return watchdog


@pytest.fixture
def job(team):
    job = start_generation(team, Order(role="Cook", description="You cook."))
    Job.objects.update(woken_at=timezone.now() - timedelta(minutes=1))
    return job


class Clock:
    """`timezone.now`, moved by the test."""

    def __init__(self, monkeypatch):
        self.ahead, now = timedelta(), timezone.now
        monkeypatch.setattr(timezone, "now", lambda: now() + self.ahead)

    def pass_by(self, time: timedelta) -> None:
        self.ahead += time


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def test_jobs_that_wait_with_room_for_them_are_a_wedge_after_a_while(job, clock):
    watchdog = watching(4)
    assert watchdog.sees_a_wedge() is False
    clock.pass_by(PATIENCE)
    assert watchdog.sees_a_wedge() is True


def test_a_cluster_that_was_just_started_gets_its_time(job, clock):
    watchdog = watching(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    watchdog.begin()
    assert watchdog.sees_a_wedge() is False
    clock.pass_by(PATIENCE * 2)
    assert watchdog.sees_a_wedge() is False, "it has not shown itself yet"
    seen()
    assert watchdog.sees_a_wedge() is False
    clock.pass_by(PATIENCE)
    assert watchdog.sees_a_wedge() is True


def test_a_cluster_that_never_shows_itself_is_started_anew(job, clock):
    watchdog = Watchdog(4)
    clock.pass_by(STARTING - timedelta(seconds=1))
    assert watchdog.sees_a_wedge() is False
    clock.pass_by(timedelta(seconds=2))
    assert watchdog.sees_a_wedge() is True


def test_waking_a_job_again_does_not_hide_the_wedge(job, clock):
    watchdog = watching(4)
    looks = []
    for _ in range(4):
        looks.append(watchdog.sees_a_wedge())
        Job.objects.update(woken_at=timezone.now())
        clock.pass_by(timedelta(seconds=3))
    assert looks == [False, False, True, True]


def test_a_cluster_that_takes_jobs_is_not_wedged(job, team, clock):
    watchdog = watching(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    other = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(other.pk, owner := new_owner()).fail(owner, "No.")
    assert watchdog.sees_a_wedge() is False


def test_what_another_machine_takes_does_not_hide_a_wedge_here(job, team, clock):
    watchdog = watching(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    other = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(other.pk, "elsewhere:1/run/7/1")
    assert watchdog.sees_a_wedge() is True


def test_a_cluster_that_is_full_is_not_wedged(job, team, clock):
    busy = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(busy.pk, new_owner())
    full, half = watching(1), watching(2)
    assert not full.sees_a_wedge()
    assert not half.sees_a_wedge()
    clock.pass_by(PATIENCE)
    assert full.sees_a_wedge() is False
    assert half.sees_a_wedge() is True


def test_with_nothing_waiting_there_is_no_wedge(db, clock):
    watchdog = watching(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    assert watchdog.sees_a_wedge() is False
