"""Who waits for an answer right now: the client ports of requests under way at a loopback server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Flight:
    """Ports of clients whose request has come and whose answer has not gone yet."""

    def __init__(self) -> None:
        self._ports: set[int] = set()
        self._lock = threading.Lock()

    @contextmanager
    def waiting(self, port: int) -> Iterator[None]:
        """Counts a client as waiting for the length of a `with`."""
        with self._lock:
            self._ports.add(port)
        try:
            yield
        finally:
            with self._lock:
                self._ports.discard(port)

    @property
    def ports(self) -> set[int]:
        """The ports of the clients that wait."""
        with self._lock:
            return set(self._ports)
