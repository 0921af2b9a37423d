"""A loopback HTTP server that receives notifications and answers as a script says."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """Keeps what it was sent; `script` is a list of (status, headers, body) answers, the last one repeated.

    `connections` counts what was accepted; connections stay open between requests. A `None` in the script closes the
    connection without an answer; with `idle` seconds set, one that waits longer is closed."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self.script: list[tuple[int, dict[str, str], bytes] | None] = [(200, {}, b"ok")]
        self.delay = 0.0
        self.connections = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        outer = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with outer._lock:
                    number = len(outer.requests)
                    outer.requests.append((self.path, dict(self.headers), body))
                time.sleep(outer.delay)
                step = outer.script[min(number, len(outer.script) - 1)]
                if step is None:
                    self.close_connection = True
                    return
                status, headers, answer = step
                self.send_response(status)
                for name, value in {"Content-Length": str(len(answer)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                with suppress(ConnectionError):
                    self.wfile.write(answer)

            def log_message(self, *args):
                """Says nothing."""

        class Server(ThreadingHTTPServer):
            address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
            request_queue_size = 128

            def process_request(self, request, client_address):
                with outer._lock:
                    outer.connections += 1
                    outer._open.add(request)
                super().process_request(request, client_address)

            def shutdown_request(self, request):
                with outer._lock:
                    outer._open.discard(request)
                super().shutdown_request(request)

            def handle_error(self, request, client_address):
                """Says nothing: a sender that goes away is no news."""

        self.server = Server((host, 0), Answer)
        name = f"[{host}]" if ":" in host else host
        self.url = f"http://{name}:{self.server.server_port}/hook"
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return self.server.server_port

    def hang_up(self) -> None:
        """Closes every connection that is open, as a receiver does with those that wait."""
        with self._lock:
            waiting = list(self._open)
        for request in waiting:
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Returns as soon as `reached` says so; fails after ten seconds."""
        end = time.monotonic() + 10
        while not reached():
            assert time.monotonic() < end, "it did not come to that"
            time.sleep(0.01)

    def open_connections(self) -> int:
        """How many connections the server holds at this moment."""
        with self._lock:
            return len(self._open)

    def close(self) -> None:
        """Stops listening and hangs up."""
        self.server.shutdown()
        self.server.server_close()
        self.hang_up()
        self._thread.join()
