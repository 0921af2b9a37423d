"""A worker that is being stopped, or has lost its database, gives its job back; the next one goes on."""

import time

import pytest
from django.db import DataError, OperationalError, connection
from django_q.models import OrmQ

from interviews import models
from interviews.drafts import Answered, Usage
from interviews.engines import ENGINES
from interviews.engines.base import Stopped
from interviews.models import Job, Team
from interviews.pipeline import runner, stopping
from interviews.services.generation import Order, start_generation
from tests import samples
from tests.pipeline.test_runner import Scripted


@pytest.fixture
def job(team):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))
    OrmQ.objects.all().delete()
    return job


@pytest.fixture
def stop(monkeypatch):
    """Asks for the end as the cluster does; undone after the test."""
    asked: list[bool] = []
    monkeypatch.setattr(stopping, "is_asked", lambda: bool(asked))
    return lambda: asked.append(True)


def test_the_flag_is_seen_by_processes_that_are_forked():
    assert stopping.is_asked() is False
    stopping.ask()
    try:
        assert stopping.is_asked() is True
    finally:
        stopping._asked.value = 0


def test_a_worker_that_stops_finishes_its_unit_and_gives_the_job_back(job, monkeypatch, stop):
    engine = Scripted(lambda skill, call, calls: stop())
    monkeypatch.setitem(ENGINES, "library", engine)
    runner.run(str(job.pk))
    job.refresh_from_db()
    done = job.units.filter(step=2).count()
    assert (job.status, job.lease_until, job.attempts_without_progress, done) == ("processing", None, 0, 1)
    assert OrmQ.objects.count() == 1, "another worker is woken"
    monkeypatch.setattr(stopping, "is_asked", lambda: False)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert job.status == "completed"
    assert len(engine.calls) == len(set(engine.calls)), "nothing is done twice"


def test_a_worker_that_stops_takes_no_new_job(job, stop):
    stop()
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.attempt, OrmQ.objects.count()) == ("pending", 0, 1)


def test_a_job_whose_worker_lost_the_database_is_given_back_when_it_answers(job, monkeypatch, caplog):
    def fault(skill, call, calls):
        if calls == 2:
            raise OperationalError("the server closed the connection")

    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    answers = iter([OperationalError("not yet"), None])
    let_go = Job.let_go

    def slowly(self, owner, **options):
        error = next(answers)
        if error is not None:
            raise error
        return let_go(self, owner, **options)

    monkeypatch.setattr(Job, "let_go", slowly)
    monkeypatch.setattr("interviews.pipeline.runner.time.sleep", lambda seconds: None)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.lease_owner, OrmQ.objects.count()) == ("processing", "", 1)


def test_a_database_that_fails_each_time_is_not_tried_for_ever(job, monkeypatch, caplog):
    def fault(skill, call, calls):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    for _ in range(7):
        runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.POISONED)


def test_a_row_that_the_database_refuses_fails_the_job(job, monkeypatch, caplog):
    def fault(skill, call, calls):
        raise DataError("value too long")

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.BROKEN)


def test_too_much_memory_fails_the_job_with_what_to_do(job, monkeypatch):
    def fault(skill, call, calls):
        raise MemoryError

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.TOO_MUCH_MEMORY)


def test_a_job_that_this_version_cannot_read_fails_with_what_to_do(job, caplog):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE interviews_job SET brief = %s", ['{"from": "another version"}'])
    runner.run(str(job.pk))
    read = Job.objects.defer("brief").get()
    assert (read.status, read.error) == ("failed", runner.UNREADABLE)


@pytest.mark.django_db(transaction=True)
def test_answers_that_arrive_after_a_cancel_are_kept(monkeypatch):
    """Both calls are under way when somebody cancels; what they answer was paid, and a retry reads it."""
    team = Team.objects.create_named("Cancels")
    monkeypatch.setattr("interviews.pipeline.units.LOOK_EVERY", 0.05)

    def fault(skill, call, calls):
        if len(engine.calls) == 2:
            Job.objects.get().cancel()
            connection.close()
        while not call.cancelled():
            time.sleep(0.01)
        call.keep(Answered(f"digest {skill.name}", "{}", Usage()))
        raise Stopped("It was cancelled.")

    engine = Scripted(fault)
    monkeypatch.setitem(ENGINES, "openai", engine)
    order = Order(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai")
    job = start_generation(team, order)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert job.current_step == "Cancelled"
    assert job.answers.count() == len(engine.calls) - 1 > 0


@pytest.mark.parametrize("away", [1, 3])
def test_an_answer_is_kept_when_the_database_is_away_for_a_while(job, monkeypatch, caplog, away):
    def fault(skill, call, calls):
        call.keep(Answered(f"digest {skill.name}", "{}", Usage()))

    failures = [OperationalError("restarting")] * away
    keep_answer = models.keep_answer

    def keeps(*args):
        if failures:
            raise failures.pop()
        keep_answer(*args)

    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setattr("interviews.pipeline.units.time.sleep", lambda seconds: None)
    monkeypatch.setattr("interviews.pipeline.units.keep_answer", keeps)
    engine = Scripted(fault)
    monkeypatch.setitem(ENGINES, "library", engine)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.attempt) == ("completed", 1)
    assert job.answers.count() == len(engine.calls) - 1
