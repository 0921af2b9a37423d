"""A loopback receiver of notifications that fails now and then, and remembers what came."""

import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.chaos.flight import Flight

BUSY, CLOSED = 0.02, 0.01
ENDED = {"completed", "failed"}


@dataclass(frozen=True)
class Arrival:
    """One notification as it came: seconds since 1970, the number of its job, and whether it was answered 200."""

    at: float
    number: int
    event: str
    body: dict[str, Any]
    taken: bool


class Receiver:
    """The running server."""

    def __init__(self, seed: int) -> None:
        self.arrivals: list[Arrival] = []
        self.flight = Flight()
        self._chance = random.Random(f"receiver {seed}")
        self._lock = threading.Lock()
        self.url = ""

    def ended(self) -> dict[str, float]:
        """When the end of each job was told and taken: job id -> seconds since 1970."""
        told: dict[str, float] = {}
        for one in list(self.arrivals):
            if one.taken and one.body["status"] in ENDED:
                told.setdefault(one.body["job_id"], one.at)
        return told

    def take(self, exchange: "_Exchange") -> int:
        """Remembers a notification; the status to answer with, 0 for none."""
        at = time.time()
        body = json.loads(exchange.rfile.read(int(exchange.headers["content-length"])))
        number = int(exchange.path.rpartition("/")[2])
        with self._lock:
            chance = self._chance.random()
            status = 0 if chance < CLOSED else 500 if chance < CLOSED + BUSY else 200
            self.arrivals.append(Arrival(at, number, exchange.headers["webhook-id"], body, status == 200))
        return status


class _Exchange(BaseHTTPRequestHandler):
    server: "_Http"

    def do_POST(self) -> None:
        receiver = self.server.receiver
        with receiver.flight.waiting(self.client_address[1]):
            status = receiver.take(self)
            if status:
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    receiver: Receiver

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sender that was killed in the middle of its request is what this is for."""


@contextmanager
def receiving(seed: int) -> Iterator[Receiver]:
    """A receiver for the length of a `with`."""
    http = _Http(("127.0.0.1", 0), _Exchange)
    receiver = http.receiver = Receiver(seed)
    receiver.url = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
