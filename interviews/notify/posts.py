"""One post under way, and what it may take: some seconds altogether, and some bytes of an answer."""

import socket
import threading
import time
from contextlib import suppress
from typing import Self

MOST_BYTES = 64 * 1024

_here = threading.local()


class Post:
    """What the thread that entered it is posting: to `target`, a path with its query; `bytes_left` may yet be read."""

    def __init__(self, target: str, seconds: float) -> None:
        self.target = target
        self.bytes_left = MOST_BYTES
        self._end = time.monotonic() + seconds
        self._watch = threading.Timer(seconds, self._cut)
        self._watch.daemon = True
        self._twin: socket.socket | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        _here.post = self
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.cancel()
        self._watch.join()
        self.let_go()

    @property
    def late(self) -> bool:
        """Whether its time is up."""
        return time.monotonic() >= self._end

    def left(self) -> float:
        """Seconds that are left. Raises TimeoutError when there are none."""
        if self.late:
            raise TimeoutError
        return self._end - time.monotonic()

    def hold(self, connected: socket.socket) -> None:
        """Has this socket cut when the time is up: its own timeout begins anew with each byte that trickles."""
        # A twin can be cut at any moment, whatever TLS or urllib3 do with the socket itself.
        self._twin = socket.fromfd(connected.fileno(), connected.family, connected.type)
        self.left()

    def let_go(self) -> None:
        """Leaves the socket to whoever uses it next."""
        with self._lock:
            if self._twin is not None:
                self._twin.close()

    def _cut(self) -> None:
        with self._lock, suppress(OSError):
            if self._twin is not None:
                self._twin.shutdown(socket.SHUT_RDWR)


def current() -> Post:
    """The post of this thread, for what `requests` calls meanwhile."""
    post: Post = _here.post
    return post
