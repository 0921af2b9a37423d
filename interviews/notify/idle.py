"""Connections that wait for their next post: few, not for long, each given to one thread."""

import threading
import time
from typing import NamedTuple

from interviews.notify.connections import Line

SECONDS = 30.0
MOST_EACH = 4
MOST = 64


class _Waiting(NamedTuple):
    origin: str
    line: Line
    since: float


class IdleLines:
    """At most `MOST_EACH` idle lines for one origin and `MOST` altogether, closed after some seconds of waiting."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = []  # The one that waits longest comes first.
        self._sweeper: threading.Timer | None = None
        self._ended = False

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, origin: str) -> Line | None:
        """The line to this origin that was used last and is still open, now the caller's own."""
        while (line := self._last(origin)) is not None:
            if line.usable():
                return line
            line.close()
        return None

    def give(self, origin: str, line: Line) -> None:
        """Keeps a line for the next post, or closes it when it cannot be used again."""
        usable = line.usable()
        with self._lock:
            if self._ended or not usable:
                line.close()
                return
            self._waiting.append(_Waiting(origin, line, time.monotonic()))
            same = [waiting for waiting in self._waiting if waiting.origin == origin]
            surplus = same[:-MOST_EACH] or self._waiting[:-MOST]
            self._drop(surplus)
            self._sweep_later()

    def close(self) -> None:
        """Closes what waits, and whatever is given from now on."""
        with self._lock:
            self._ended = True
            self._drop(list(self._waiting))
            if self._sweeper is not None:
                self._sweeper.cancel()

    def _last(self, origin: str) -> Line | None:
        with self._lock:
            for waiting in reversed(self._waiting):
                if waiting.origin == origin:
                    self._waiting.remove(waiting)
                    return waiting.line
        return None

    def _drop(self, surplus: list[_Waiting]) -> None:
        for waiting in surplus:
            self._waiting.remove(waiting)
            waiting.line.close()

    def _sweep(self) -> None:
        with self._lock:
            self._sweeper = None
            latest = time.monotonic() - self._seconds
            self._drop([waiting for waiting in self._waiting if waiting.since <= latest])
            self._sweep_later()

    def _sweep_later(self) -> None:
        if self._sweeper is None and self._waiting and not self._ended:
            seconds = max(0.0, self._waiting[0].since + self._seconds - time.monotonic())
            self._sweeper = threading.Timer(seconds, self._sweep)
            self._sweeper.daemon = True
            self._sweeper.start()
