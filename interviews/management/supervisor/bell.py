"""Waits for signals: a pipe that the interpreter writes their numbers to, so that no handler runs between two lines."""

import os
import select
import signal
from types import FrameType, TracebackType

ENDING = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})


class Bell:
    """Rings when one of ENDING arrives or a child process has ended. For the main thread, in a `with`."""

    def __enter__(self) -> "Bell":
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        self._before = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (*ENDING, signal.SIGCHLD):
            signal.signal(number, _heard)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number in (*ENDING, signal.SIGCHLD):
            signal.signal(number, signal.SIG_IGN if number in ENDING else signal.SIG_DFL)
        signal.set_wakeup_fd(self._before)
        os.close(self._read)
        os.close(self._write)

    def wait(self, seconds: float) -> set[int]:
        """The signals that have arrived, at once or within `seconds`; empty when none has."""
        if not select.select([self._read], [], [], max(0.0, seconds))[0]:
            return set()
        return set(os.read(self._read, 4096))


def _heard(number: int, frame: FrameType | None) -> None:
    """The number is in the pipe already."""
