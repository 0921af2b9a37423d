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

from interviews.management.supervisor import guard

logger = logging.getLogger("hiring.up")

FIRST_BACKOFF = 1.0
LONGEST_BACKOFF = 30.0
STEADY_SECONDS = 60.0
STOP_SECONDS = 10.0
KILL_SECONDS = 5.0


class Guard:
    """The guard process, told by its standard input which groups there are."""

    def __init__(self) -> None:
        command = [sys.executable, "-E", "-s", guard.__file__]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True, text=True
        )

    def tell(self, word: str) -> None:
        """Passes a word on; a guard that died is started anew by nobody, the parent then stops by itself."""
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(word + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            logger.warning("the guard process has died")

    def dismiss(self) -> None:
        """Says goodbye: nothing is left to guard."""
        self.tell("bye")
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.close()
        self._process.wait(5)


class Child:
    """A long-running process and its group."""

    def __init__(self, name: str, command: list[str], environment: Mapping[str, str], watch: Guard) -> None:
        self.name = name
        self._command = command
        self._environment = {**os.environ, **environment}
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
        self._guard.tell(f"+{self._process.pid}")

    def ended(self) -> int | None:
        """The exit code once the process has ended."""
        return None if self._process is None else self._process.poll()

    def revive(self) -> None:
        """Starts the process again if it ended, at first after a second, then ever later while it keeps ending."""
        code = self.ended()
        if code is None:
            return
        now = time.monotonic()
        if self._not_before == 0.0:
            self._backoff = FIRST_BACKOFF if now - self._started > STEADY_SECONDS else self._backoff
            logger.warning("the %s ended with code %s; it starts again in %.0f s", self.name, code, self._backoff)
            self.kill()
            self._not_before = now + self._backoff
            self._backoff = min(LONGEST_BACKOFF, self._backoff * 2)
        elif now >= self._not_before:
            self._not_before = 0.0
            self.start()

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
            time.sleep(0.02)
        self._guard.tell(f"-{group}")


def stop(children: list[Child]) -> None:
    """Asks all to stop, waits for them together, then kills what is left."""
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.wait(deadline)
    for child in children:
        child.kill()
