"""A loopback server that speaks OpenAI's wire format and follows a script: one step for each request, in order."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Step = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request and how it is answered."""

    protocol_version = "HTTP/1.1"
    # Else the second small packet of an answer waits 40 ms for the first to be acknowledged.
    disable_nagle_algorithm = True
    server: "_Http"
    asked: dict[str, Any]

    def do_POST(self) -> None:
        self.asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        scripted = self.server.scripted
        with scripted.lock:
            scripted.requests.append(self.asked)
            scripted.paths.append(self.path)
            scripted.keys.append(self.headers["authorization"])
            step = scripted.script.pop(0) if scripted.script else scripted.then
        step(self)

    def send(self, status: int, body: bytes, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    scripted: "Scripted"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is part of some scripts."""


@dataclass
class Scripted:
    """The script, and what was asked so far."""

    script: list[Step]
    then: Step
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    released: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def prompt(self, number: int) -> str:
        """Everything that a request said to the model."""
        return "\n".join(message["content"] for message in self.requests[number]["messages"])


@contextmanager
def serving(*script: Step, then: Step | None = None) -> Iterator[Scripted]:
    """A server with a script, for the length of a `with`; `then` is every step after it."""
    http = _Http(("127.0.0.1", 0), Exchange)
    scripted = http.scripted = Scripted(list(script), then=then or fails(418, "the script is over"))
    scripted.url = f"http://127.0.0.1:{http.server_port}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield scripted
    finally:
        scripted.released.set()
        http.shutdown()
        http.server_close()
        thread.join()


def completion(text: str | None, finish: str = "stop", refusal: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, "refusal": refusal},
            }
        ],
        "usage": {
            "prompt_tokens": 1000,
            "completion_tokens": 200,
            "total_tokens": 1200,
            "prompt_tokens_details": {"cached_tokens": 400},
        },
    }


def says(answer: Any, finish: str = "stop") -> Step:
    """A good answer: a text as it is, anything else as JSON."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return lambda exchange: exchange.send(200, json.dumps(completion(text, finish)).encode())


def minds(author: Callable[[str], Any]) -> Step:
    """An answer that depends on what was said to the model."""
    return lambda exchange: says(author("\n".join(m["content"] for m in exchange.asked["messages"])))(exchange)


def refuses(reason: str) -> Step:
    return lambda exchange: exchange.send(200, json.dumps(completion(None, refusal=reason)).encode())


def fails(status: int, message: str = "", code: str = "", **headers: str) -> Step:
    body = json.dumps({"error": {"message": message, "type": "error", "code": code or None, "param": None}})
    return lambda exchange: exchange.send(status, body.encode(), **headers)


def sends(status: int, body: str, kind: str = "text/html") -> Step:
    return lambda exchange: exchange.send(status, body.encode(), kind)


def hangs() -> Step:
    """Answers nothing until the server ends."""

    def step(exchange: Exchange) -> None:
        exchange.server.scripted.released.wait(20)

    return step


def trickles() -> Step:
    """Sends a byte now and then, so that no read ever times out."""

    def step(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("content-type", "application/json")
        exchange.send_header("content-length", "100000")
        exchange.end_headers()
        while not exchange.server.scripted.released.wait(0.02):
            exchange.wfile.write(b" ")

    return step


def trickles_headers() -> Step:
    """Sends a header without an end, a byte now and then."""

    def step(exchange: Exchange) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\nx-endless: ")
        while not exchange.server.scripted.released.wait(0.02):
            exchange.wfile.write(b"a")

    return step


def drops() -> Step:
    """Closes the connection without an answer."""

    def step(exchange: Exchange) -> None:
        exchange.close_connection = True

    return step
