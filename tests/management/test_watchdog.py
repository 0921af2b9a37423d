"""A cluster that takes no work is told from one that is busy, starting, or has nothing to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.management.supervisor.watchdog import PATIENCE, Watchdog
from interviews.models import Job, new_owner
from interviews.services.generation import Order, start_generation


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
    watchdog = Watchdog(4)
    assert watchdog.sees_a_wedge() is False
    clock.pass_by(PATIENCE)
    assert watchdog.sees_a_wedge() is True


def test_a_cluster_that_was_just_started_gets_its_time(job, clock):
    watchdog = Watchdog(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    watchdog.begin()
    assert watchdog.sees_a_wedge() is False


def test_waking_a_job_again_does_not_hide_the_wedge(job, clock):
    watchdog = Watchdog(4)
    seen = []
    for _ in range(4):
        seen.append(watchdog.sees_a_wedge())
        Job.objects.update(woken_at=timezone.now())
        clock.pass_by(timedelta(seconds=3))
    assert seen == [False, False, False, True]


def test_a_cluster_that_takes_jobs_is_not_wedged(job, team, clock):
    watchdog = Watchdog(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    other = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(other.pk, owner := new_owner()).fail(owner, "No.")
    assert watchdog.sees_a_wedge() is False


def test_what_another_machine_takes_does_not_hide_a_wedge_here(job, team, clock):
    watchdog = Watchdog(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    other = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(other.pk, "elsewhere:1/run/7/1")
    assert watchdog.sees_a_wedge() is True


def test_a_cluster_that_is_full_is_not_wedged(job, team, clock):
    busy = start_generation(team, Order(role="Waiter", description="You wait."))
    Job.objects.claim(busy.pk, new_owner())
    full, half = Watchdog(1), Watchdog(2)
    assert not full.sees_a_wedge()
    assert not half.sees_a_wedge()
    clock.pass_by(PATIENCE)
    assert full.sees_a_wedge() is False
    assert half.sees_a_wedge() is True


def test_with_nothing_waiting_there_is_no_wedge(db, clock):
    watchdog = Watchdog(4)
    watchdog.sees_a_wedge()
    clock.pass_by(PATIENCE)
    assert watchdog.sees_a_wedge() is False
