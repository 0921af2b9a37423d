"""The database is asked beside the main thread: what hangs there holds up nothing else."""

import threading

import pytest
from django.db import OperationalError, connection

from interviews.management.supervisor.backstage import Backstage


@pytest.fixture
def stuck():
    """Something that hangs until the test is over."""
    released = threading.Event()
    yield released.wait
    released.set()


def test_what_hangs_is_left_alone_and_nothing_is_asked_meanwhile(stuck):
    backstage = Backstage()
    assert backstage.ask(stuck) is True
    assert backstage.ask(lambda: None) is False
    assert backstage.finish(lambda: None, 0.05) is False


def test_a_last_thing_waits_for_what_is_under_way():
    backstage, done = Backstage(), []
    backstage.ask(lambda: done.append("first"))
    assert backstage.finish(lambda: done.append("last"), 20) is True
    assert done == ["first", "last"]


@pytest.mark.parametrize("error", [OperationalError("away"), ZeroDivisionError("ours")])
def test_what_fails_is_told_and_the_next_is_done(error, monkeypatch, caplog):
    monkeypatch.setattr(connection, "close", lambda: None)

    def fails():
        raise error

    backstage, done = Backstage(), []
    backstage.ask(fails)
    assert backstage.finish(lambda: done.append(1), 20) is True
    assert done == [1]
    assert "trying again" in caplog.text
    assert "away" not in caplog.messages[0]
