"""The processes of `manage.py up`: started anew when they end, guarded, stopped."""

import os
import signal
import sys
import time

import psutil
import pytest

from interviews.management.supervisor import processes, supervising
from interviews.management.supervisor.bell import Bell
from interviews.management.supervisor.processes import Child, Guard, stop
from interviews.management.supervisor.supervising import Children, Supervisor
from interviews.management.supervisor.watchdog import Watchdog

STAYS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def guard():
    guard = Guard()
    yield guard
    guard.dismiss()


@pytest.fixture
def child(guard):
    child = Child("sleeper", STAYS, {}, guard)
    child.start()
    yield child
    stop([child])


def until(happened, seconds=20.0):
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def kill(child: Child) -> None:
    os.killpg(child._process.pid, signal.SIGKILL)
    until(lambda: child.ended() is not None)


def test_what_ends_after_steady_work_starts_again_at_once(child, monkeypatch):
    monkeypatch.setattr(processes, "STEADY_SECONDS", 0.0)
    assert child.revive() is False
    for _ in range(3):
        kill(child)
        assert child.revive() is True
        assert child.ended() is None


def test_what_ends_soon_starts_again_ever_later(child, monkeypatch):
    pauses = []
    for _ in range(7):
        child._process.terminate()
        until(lambda: child.ended() is not None)
        assert child.revive() is True
        assert child.ended() is not None, "it does not start again at once"
        pauses.append(round(child._not_before - time.monotonic()))
        child._not_before = time.monotonic()
        assert child.revive() is False
        assert child.ended() is None
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_what_is_killed_from_outside_waits_no_longer_each_time(child):
    for _ in range(3):
        kill(child)
        assert child.revive() is True
        assert 0 < child._not_before - time.monotonic() <= 1
        child._not_before = time.monotonic()
        child.revive()


def test_a_guard_that_died_is_replaced_and_knows_the_groups(child, guard):
    first = guard._process
    first.kill()
    until(lambda: first.poll() is not None)
    guard.tell("+1")
    guard.revive([child])
    second = guard._process
    assert second.pid != first.pid
    guard.revive([child])
    assert guard._process is second
    guard._process.stdin.close()
    until(lambda: child.ended() is not None)
    second.wait(10)
    guard.revive([])


def test_stopping_asks_first_and_kills_the_group_in_the_end(guard, monkeypatch):
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.3)
    deaf = "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    deaf += "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); time.sleep(60)"
    child = Child("deaf", [sys.executable, "-c", deaf], {}, guard)
    child.start()
    until(lambda: len(psutil.Process(child._process.pid).children()) == 1)
    family = [psutil.Process(child._process.pid), *psutil.Process(child._process.pid).children()]
    stop([child])
    assert not [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def test_the_bell_tells_signals_and_the_end_of_a_child():
    with Bell() as bell:
        assert bell.wait(0) == set()
        os.kill(os.getpid(), signal.SIGTERM)
        assert bell.wait(5) == {signal.SIGTERM}
        os.waitpid(os.spawnv(os.P_NOWAIT, sys.executable, ENDS), 0)
        assert signal.SIGCHLD in bell.wait(5)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize("which", ["cluster", "sender"])
def test_what_hangs_is_killed_and_started_again(db, guard, child, monkeypatch, which):
    children = Children(cluster=child) if which == "cluster" else Children(sender=child)
    monkeypatch.setattr(Watchdog, "sees_a_wedge", lambda self: which == "cluster")
    monkeypatch.setattr("interviews.services.sweeping.outbox_stands_still", lambda: which == "sender")
    monkeypatch.setattr(supervising, "PATIENCE_WITH_SENDER", 0.0)
    monkeypatch.setattr(processes, "STEADY_SECONDS", 0.0)
    supervisor = Supervisor(children, 4, guard)
    monkeypatch.setattr(supervisor._backstage, "ask", lambda act: False)
    supervisor._look_after_jobs()
    before = child._process.pid
    supervisor._look()
    until(lambda: child.ended() is None)
    assert child._process.pid != before
