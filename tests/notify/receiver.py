"""A loopback HTTP server that receives notifications and answers as a script says."""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Receiver:
    """Keeps what it was sent; `script` is a list of (status, headers, body) answers, the last one repeated.

    `connections` counts what was accepted; connections stay open between requests. A None in the script closes the
    connection without an answer. With a `tls` context it speaks HTTPS."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self.script: list[tuple[int, dict[str, str], bytes] | None] = [(200, {}, b"ok")]
        self.delay = 0.0
        self.server = (_Server6 if ":" in host else _Server)((host, 0), _Answer)
        self.server.receiver, self.server.tls = self, tls
        name = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if tls else 'http'}://{name}:{self.server.server_port}/hook"
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def connections(self) -> int:
        return self.server.accepted

    @property
    def open_connections(self) -> int:
        """How many connections the server holds at this moment."""
        with self.server.lock:
            return len(self.server.held)

    def hang_up(self) -> None:
        """Closes every connection, as a receiver does with those that wait too long; returns when that is done."""
        with self.server.lock:
            held = list(self.server.held)
        for request in held:
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)
        wait_until(lambda: self.open_connections == 0)

    def close(self) -> None:
        """Stops listening and hangs up."""
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()
        with self.server.lock:
            held = list(self.server.held)
        for request in held:
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)


def wait_until(reached: Callable[[], bool]) -> None:
    """Returns as soon as `reached` says so; fails after ten seconds."""
    end = time.monotonic() + 10
    while not reached():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    receiver: Receiver
    tls: ssl.SSLContext | None

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.lock = threading.Lock()
        self.accepted = 0
        self.held: set[socket.socket] = set()

    def process_request(self, request, client_address):
        with self.lock:
            self.accepted += 1
            self.held.add(request)
        super().process_request(request, client_address)

    def finish_request(self, request, client_address):
        if self.tls is None:
            super().finish_request(request, client_address)
            return
        with self.tls.wrap_socket(request, server_side=True) as wrapped:
            super().finish_request(wrapped, client_address)

    def shutdown_request(self, request):
        super().shutdown_request(request)
        with self.lock:
            self.held.discard(request)

    def handle_error(self, request, client_address):
        """Says nothing: a sender that goes away is no news."""


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self):
        receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            number = len(receiver.requests)
            receiver.requests.append((self.path, dict(self.headers), body))
        time.sleep(receiver.delay)
        step = receiver.script[min(number, len(receiver.script) - 1)]
        if step is None:
            self.close_connection = True
            return
        status, headers, answer = step
        self.send_response(status)
        for name, value in {"Content-Length": str(len(answer)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        """Says nothing."""
