"""Connections to receivers: made to checked addresses only, read to a limit, and cut when the time is up."""

import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

from interviews.notify.addresses import AddressError, may_reach
from interviews.notify.answers import BROKEN, Answer, Response
from interviews.notify.ranges import Network


class Deadline:
    """The moment when a post must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def passed(self) -> bool:
        """Whether it is too late."""
        return time.monotonic() >= self._end

    def left(self) -> float:
        """Seconds until then. Raises TimeoutError when it has passed."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


@dataclass(frozen=True)
class Place:
    """What a connection is made to: with `trusted` authorities in TLS, without any in the clear."""

    host: str
    port: int
    allowed: Sequence[Network]
    trusted: ssl.SSLContext | None = None


class Line:
    """One connection to one place, kept open between posts and used by one thread at a time."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._connection = http.client.HTTPConnection(place.host, place.port)
        self._connection.auto_open = 0  # Only `_open` connects, since only it checks the address.
        self._connection.default_port = 443 if place.trusted else 80
        self._connection.response_class = Response
        self._twin: socket.socket | None = None
        self._whole = False
        self._lock = threading.Lock()

    def post(self, target: str, body: bytes, headers: dict[str, str], deadline: Deadline) -> Answer:
        """Sends a POST and reads the answer. Raises AddressError, OSError (TimeoutError, Unanswered, SSLError among
        them) or HTTPException; the line is not usable then."""
        self._whole = False
        with self._cut_at(deadline):
            if self._connection.sock is None:
                self._open(deadline)
            self._connection.sock.settimeout(deadline.left())
            # A receiver may refuse a body before it has read it all: what it answered is still there to be read.
            with suppress(*BROKEN):
                self._connection.request("POST", target, body, headers)
            with cast(Response, self._connection.getresponse()) as response:
                answer = response.answer()
        deadline.left()
        self._whole = answer.whole
        return answer

    def usable(self) -> bool:
        """Whether another post can go out: the last was answered to its end, and since then nothing came."""
        if not self._whole or self._connection.sock is None or self._twin is None:
            return False
        try:
            self._twin.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            pass
        return False

    def close(self) -> None:
        """Lets go of the connection."""
        self._connection.close()
        with self._lock:
            if self._twin is not None:
                self._twin.close()
                self._twin = None

    def _open(self, deadline: Deadline) -> None:
        plain = connect(self._place, deadline)
        self._connection.sock = plain
        with self._lock:
            # Wrapping in TLS takes the socket away from `plain`; a twin of it can be cut at any moment.
            self._twin = plain.dup()
            self._twin.setblocking(False)
        plain.settimeout(deadline.left())
        if self._place.trusted is not None:
            self._connection.sock = self._place.trusted.wrap_socket(plain, server_hostname=self._place.host)

    @contextmanager
    def _cut_at(self, deadline: Deadline) -> Iterator[None]:
        """Ends whatever goes on when the time is up: a timeout of a socket begins anew with each byte that trickles."""
        watch = threading.Timer(deadline.left(), self._cut)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            watch.join()

    def _cut(self) -> None:
        with self._lock, suppress(OSError):
            if self._twin is not None:
                self._twin.shutdown(socket.SHUT_RDWR)


def connect(place: Place, deadline: Deadline) -> socket.socket:
    """A socket to one of the host's addresses, after *every* one of them was found reachable.

    The socket goes to the very address that was checked. Raises AddressError, or OSError when nothing answers."""
    found = _look_up(place.host, place.port, deadline)
    for *_, address in found:
        if not may_reach(ipaddress.ip_address(str(address[0]).partition("%")[0]), place.allowed):
            raise AddressError("The name leads to an address that this service may not reach.")
    last: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
    for tried, (family, kind, protocol, _, address) in enumerate(found):
        seconds = deadline.left() / (len(found) - tried)
        try:
            return _connected(socket.socket(family, kind, protocol), address, seconds)
        except OSError as error:
            last = error
    raise last


def _connected(fresh: socket.socket, address: Any, seconds: float) -> socket.socket:
    try:
        fresh.settimeout(seconds)
        fresh.connect(address)
        fresh.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        fresh.close()
        raise
    return fresh


def _look_up(host: str, port: int, deadline: Deadline) -> list[Any]:
    """What `getaddrinfo` says; a resolver that hangs is left behind in a thread of its own, which ends when it does."""
    answers: queue.SimpleQueue[list[Any] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, name="notify-lookup", daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, UnicodeError):
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    if isinstance(answer, OSError):
        raise answer
    return answer
