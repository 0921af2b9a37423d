"""One POST to a team's URL: only to addresses that were checked, no redirects, bounded in time and size."""

import ipaddress
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from interviews.notify.addresses import AddressError, check_url, may_reach

SECONDS = 10.0
MOST_BYTES = 64 * 1024
EXCERPT = 500
USER_AGENT = "hiring-notifications/1"

_LATE = f"No complete answer within {SECONDS:.0f} seconds."

_open = threading.local()


@dataclass(frozen=True)
class Outcome:
    """What came of a POST: the answer's code and beginning, or an error in words.

    `permanent` says that no retry can help."""

    status: int | None = None
    excerpt: str = ""
    error: str = ""
    permanent: bool = False
    retry_after: float | None = None

    @property
    def delivered(self) -> bool:
        """Answered with 2xx."""
        return self.status is not None and 200 <= self.status < 300


def post(url: str, body: str, headers: dict[str, str]) -> Outcome:
    """POSTs a JSON text. Never raises for what the other side does."""
    deadline = Deadline()
    try:
        check_url(url, settings.NOTIFY_ALLOW)
        with deadline, requests.Session() as session:
            session.trust_env = False
            for scheme in ("http://", "https://"):
                session.mount(scheme, _GuardedAdapter())
            outcome = _answer(session, url, body, headers)
    except AddressError as error:
        return Outcome(error=str(error), permanent=True)
    except (requests.RequestException, HTTPError, OSError) as error:
        outcome = Outcome(error=_refusal(error) or _words(error))
    return Outcome(error=_LATE) if deadline.passed else outcome


def _answer(session: requests.Session, url: str, body: str, headers: dict[str, str]) -> Outcome:
    all_headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT, **headers}
    timeout = (SECONDS / 2, SECONDS)
    with session.post(
        url, data=body.encode(), headers=all_headers, timeout=timeout, allow_redirects=False, stream=True
    ) as response:
        excerpt = response.raw.read(MOST_BYTES, decode_content=False)[:EXCERPT].decode("utf-8", "replace")
        excerpt = excerpt.replace("\x00", "")
        if 300 <= response.status_code < 400:
            return Outcome(response.status_code, excerpt, "It answered with a redirect, which is not followed.")
        error = "" if response.ok else f"It answered {response.status_code}."
        return Outcome(response.status_code, excerpt, error, permanent=response.status_code == 410)


def _refusal(error: BaseException | None) -> str:
    """The guard's own words, if it is what stopped the connection."""
    seen: list[Any] = [error]
    while seen:
        current = seen.pop()
        if isinstance(current, AddressError):
            return str(current)
        if isinstance(current, BaseException):
            seen += [*current.args, getattr(current, "reason", None), current.__cause__]
    return ""


def _words(error: Exception) -> str:
    if isinstance(error, requests.Timeout):
        return _LATE
    if isinstance(error, requests.exceptions.SSLError):
        return "The secure connection could not be made: the certificate is not valid for this address."
    if isinstance(error, requests.ConnectionError):
        return "The connection could not be made, or it was closed without an answer."
    return "The answer could not be read."


class Deadline:
    """Closes this thread's sockets when the time is up, however slowly the other side trickles."""

    def __init__(self) -> None:
        self.passed = False
        self._ended = threading.Event()
        self._sockets: list[socket.socket] = []
        self._thread = threading.Thread(target=self._watch, name="notify-deadline", daemon=True)

    def __enter__(self) -> "Deadline":
        _open.sockets = self._sockets
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        if self._ended.wait(SECONDS):
            return
        self.passed = True
        for connected in self._sockets:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


def connect(host: str, port: int) -> socket.socket:
    """A socket to one of the host's addresses, after *every* one of them was found reachable.

    The socket goes to the very address that was checked. Raises AddressError, or OSError when nothing answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not may_reach(ipaddress.ip_address(str(address[0]).partition("%")[0]), settings.NOTIFY_ALLOW):
            raise AddressError("The name leads to an address that this service may not reach.")
    last: OSError = OSError("The name leads nowhere.")
    for family, kind, protocol, _, address in found:
        connected = socket.socket(family, kind, protocol)
        _open.sockets.append(connected)
        connected.settimeout(SECONDS / 2)
        try:
            connected.connect(address)
        except OSError as error:
            connected.close()
            last = error
            continue
        connected.settimeout(SECONDS)
        return connected
    raise last


class _GuardedHTTP(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return connect(self.host, self.port or 80)


class _GuardedHTTPS(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return connect(self.host, self.port or 443)


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPS


class _GuardedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}


class Sender:
    """Placeholder until connections are reused."""

    def post(self, url: str, body: str, headers: dict[str, str]) -> Outcome:
        """POSTs."""
        return post(url, body, headers)

    def close(self) -> None:
        """Nothing is open."""
