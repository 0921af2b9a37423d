"""A process that `up` has started ends when `up` is gone, with or without a guard."""

import signal
import subprocess
import sys
import time

import psutil
import pytest

CHILD = (
    "import time; from hiring.orphans import end_with_parent; "
    "end_with_parent(); print('on', flush=True); time.sleep(60)"
)
PARENT = (
    "import os, subprocess, sys, time; "
    "child = subprocess.Popen([sys.executable, '-c', sys.argv[1]], env={**os.environ, 'HIRING_PARENT': sys.argv[2] or "
    "str(os.getpid())}, stdout=subprocess.PIPE, start_new_session=True); "
    "print(child.pid, child.stdout.readline(), flush=True); time.sleep(60)"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent has died")


def until_dead(pid: int) -> None:
    deadline = time.monotonic() + 20
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def started(parent: str) -> tuple[subprocess.Popen[str], int, str]:
    command = [sys.executable, "-c", PARENT, CHILD, parent]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    pid, said = process.stdout.readline().split(maxsplit=1)
    return process, int(pid), said


def test_it_ends_when_its_parent_is_killed():
    parent, child, said = started("")
    assert "on" in said
    parent.send_signal(signal.SIGKILL)
    parent.communicate(timeout=20)
    until_dead(child)


def test_it_ends_at_once_when_its_parent_died_before():
    parent, child, said = started("1234567")
    assert "on" not in said
    until_dead(child)
    parent.kill()
    parent.communicate(timeout=20)
