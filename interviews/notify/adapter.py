"""How `requests` reaches receivers: urllib3 keeps the connections, and makes them to checked addresses only."""

import queue
import socket
import ssl
from contextlib import suppress
from functools import cached_property, partial
from typing import Any

from django.conf import settings
from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError

from interviews.notify.answers import Response
from interviews.notify.connections import connect
from interviews.notify.posts import MOST_BYTES, current

MOST_ORIGINS = 64
MOST_EACH = 4
# What a socket raises once the other side has gone.
_BROKEN = (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError, ssl.SSLZeroReturnError)


class _Line(HTTPConnection):
    """A connection that keeps the limits of the post that uses it.

    When the receiver has closed it while it waited, what it was given is sent once more, on a fresh one."""

    response_class = Response

    def _new_conn(self) -> socket.socket:
        self._fresh = True
        try:
            return connect(self.host, self.port, settings.NOTIFY_ALLOW, current())
        except OSError as error:
            raise NewConnectionError(self, "no connection") from error

    def request(self, method: str, url: str, *rest: Any, **named: Any) -> None:
        """Sends a request to the target of this thread's post; `url` is the same, as urllib3 would write it."""
        self._asked = partial(super().request, method, current().target, *rest, **named)
        self._send()

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        """Reads the head of the answer; its body is never unpacked."""
        try:
            response = super().getresponse()
        except _BROKEN:
            if self._fresh or current().bytes_left < MOST_BYTES:
                raise
            current().left()
            self.close()
            self._send()
            response = super().getresponse()
        self._fresh = False
        response.headers.discard("Content-Encoding")
        return response

    def _send(self) -> None:
        if self.is_closed:
            self.connect()
        current().hold(self.sock)
        # A receiver may refuse a body before it has read it all: what it answered is still there to be read.
        with suppress(*_BROKEN):
            self._asked()


class _SecureLine(_Line, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Line


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureLine


class Adapter(HTTPAdapter):
    """Keeps at most `MOST_EACH` idle connections to each of the `MOST_ORIGINS` last posted to. Safe with threads.

    It is called without a session, so there are no redirects, cookies, proxies or passwords of the environment."""

    def __init__(self) -> None:
        super().__init__(pool_connections=MOST_ORIGINS, pool_maxsize=MOST_EACH)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
        self.poolmanager.pools.dispose_func = _drain

    def drain(self) -> None:
        """Closes the connections that wait; those in use are left alone."""
        pools = self.poolmanager.pools
        for pool in filter(None, map(pools.get, pools.keys())):
            _drain(pool)

    def build_connection_pool_key_attributes(self, request: PreparedRequest, verify: Any, cert: Any = None) -> Any:
        """Where a request goes, and whom to trust there."""
        where, how = super().build_connection_pool_key_attributes(request, verify, cert)
        return where, how | {"ssl_context": self._trusted} if where["scheme"] == "https" else how

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Does nothing: `requests` would read certifi's authorities anew for each connection."""

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        """The system's authorities, where an intranet's own would stand, and those that browsers trust."""
        context = ssl.create_default_context()
        context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
        return context


def _drain(pool: HTTPConnectionPool) -> None:
    with suppress(queue.Empty):
        while pool.pool is not None:
            waiting = pool.pool.get_nowait()
            if waiting is not None:
                waiting.close()
