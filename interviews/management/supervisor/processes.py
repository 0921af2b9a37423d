"""The processes that `manage.py up` starts: each in a session and process group of its own, restarted with backoff."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hiring.orphans import PARENT_VARIABLE
from interviews.management.supervisor import guard

logger = logging.getLogger("hiring.up")

FIRST_BACKOFF = 1.0
LONGEST_BACKOFF = 30.0
STEADY_SECONDS = 5.0
STOP_SECONDS = 10.0
KILL_SECONDS = 5.0
# The exit code of a cluster that gives up because one of its queues is lost.
QUEUES_LOST = 75


class Guard:
    """The guard process, told by its standard input which groups there are."""

    def __init__(self) -> None:
        self._process = self._started()

    def _started(self) -> "subprocess.Popen[str]":
        command = [sys.executable, "-E", "-s", guard.__file__]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True, text=True
        )

    def tell(self, word: str) -> None:
        """Passes a word on; one that a dead guard does not hear is said to the next one by `revive`."""
        assert self._process.stdin is not None  # noqa: S101
        with suppress(BrokenPipeError):
            self._process.stdin.write(word + "\n")
            self._process.stdin.flush()

    def revive(self, children: "list[Child]") -> None:
        """Starts a new guard if this one has died, and tells it the groups."""
        if self._process.poll() is None:
            return
        logger.warning("the guard process died; it is started again")
        with suppress(BrokenPipeError):
            self._process.stdin.close()  # type: ignore[union-attr]
        self._process = self._started()
        for child in children:
            child.be_guarded()

    def dismiss(self) -> None:
        """Says goodbye: nothing is left to guard."""
        self.tell("bye")
        assert self._process.stdin is not None  # noqa: S101
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait(5)


class Child:
    """A long-running process and its group."""

    def __init__(self, name: str, command: list[str], environment: Mapping[str, str], watch: Guard) -> None:
        self.name = name
        self._command = command
        self._environment = {**os.environ, **environment, PARENT_VARIABLE: str(os.getpid())}
        self._guard = watch
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._backoff = FIRST_BACKOFF
        self._not_before = 0.0

    @property
    def uptime(self) -> float:
        """Seconds since the last start."""
        return time.monotonic() - self._started

    def start(self) -> None:
        """Starts the process in a session of its own."""
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            cwd=Path(__file__).resolve().parents[3],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._started = time.monotonic()
        logger.info("the %s has started (process %d)", self.name, self._process.pid)
        self.be_guarded()

    def be_guarded(self) -> None:
        """Tells the guard of the group."""
        if self._process is not None:
            self._guard.tell(f"+{self._process.pid}")

    def ended(self) -> int | None:
        """The exit code once the process has ended."""
        return None if self._process is None else self._process.poll()

    def revive(self) -> bool:
        """Starts the process again if it ended: at once after steady work, ever later while it keeps ending soon.

        True when its end was noticed just now; its whole group is dead then."""
        code = self.ended()
        if code is None:
            return False
        now = time.monotonic()
        noticed = self._not_before == 0.0
        if noticed:
            self.kill()
            self._not_before = now + self._pause(code, now - self._started)
            wait = self._not_before - now
            logger.warning("the %s ended with code %s; it starts again in %.0f s", self.name, code, wait)
        if now >= self._not_before:
            self._not_before = 0.0
            self.start()
        return noticed

    def _pause(self, code: int, uptime: float) -> float:
        """What was killed from outside, or gave up on its queues, is not at fault: it need not wait ever longer."""
        if uptime > STEADY_SECONDS:
            self._backoff = FIRST_BACKOFF
            return 0.0
        if code in {-signal.SIGKILL, QUEUES_LOST}:
            return FIRST_BACKOFF
        pause, self._backoff = self._backoff, min(LONGEST_BACKOFF, self._backoff * 2)
        return pause

    def ask_to_stop(self) -> None:
        """SIGTERM to the parent only: its group hangs when every member gets it."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def wait(self, deadline: float) -> None:
        """Waits for the end until a moment of `time.monotonic()`."""
        if self._process is not None:
            try:
                self._process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                logger.warning("the %s did not stop in time and is killed", self.name)

    def kill(self) -> None:
        """Kills what is left of the group."""
        if self._process is None:
            return
        group = self._process.pid
        deadline = time.monotonic() + KILL_SECONDS
        while guard.alive(group) and time.monotonic() < deadline:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(group, signal.SIGKILL)
            self._process.poll()
            _reap(group)
            time.sleep(0.02)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(KILL_SECONDS)
        self._guard.tell(f"-{group}")


def _reap(group: int) -> None:
    """Where this process is the first of its container, the orphans of a killed group are its to bury."""
    with suppress(ChildProcessError):
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass


def stop(children: list[Child]) -> None:
    """Asks all to stop, waits for them together, then kills what is left."""
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.wait(deadline)
    for child in children:
        child.kill()
