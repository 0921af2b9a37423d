"""One POST to a team's URL: only to addresses that were checked, no redirects, bounded in time and size."""

import threading
from urllib.parse import SplitResult, quote

from django.conf import settings
from requests import PreparedRequest, Request, RequestException, Response
from urllib3.exceptions import HTTPError

from interviews.notify.adapter import Adapter
from interviews.notify.addresses import AddressError, check_url
from interviews.notify.outcomes import Outcome as Outcome
from interviews.notify.outcomes import of_answer, of_error
from interviews.notify.posts import Post

SECONDS = 10.0
IDLE_SECONDS = 30.0
USER_AGENT = "hiring-notifications/1"
_PIECE = 4096
_AS_IT_IS = "/?%:@!$&'()*+,;=~[]"


class Sender:
    """Posts JSON texts, from any thread of the process that made it; keeps connections open for the next post."""

    def __init__(self, seconds: float = SECONDS, idle_seconds: float = IDLE_SECONDS) -> None:
        self._seconds = seconds
        self._idle_seconds = idle_seconds
        self._adapter = Adapter()
        self._sweeper: threading.Timer | None = None
        self._lock = threading.Lock()

    def post(self, url: str, body: str, headers: dict[str, str]) -> Outcome:
        """POSTs a JSON text. Never raises for what the other side does."""
        all_headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT, **headers}
        try:
            parts = check_url(url, settings.NOTIFY_ALLOW)
            request = Request("POST", parts.geturl(), all_headers, data=body.encode()).prepare()
            with Post(_target(parts), self._seconds) as post:
                return self._outcome(request, post)
        except AddressError as error:
            return Outcome(error=str(error), permanent=True)
        # ValueError is what http.client raises for a chunk of negative length.
        except (RequestException, HTTPError, OSError, ValueError) as error:
            return of_error(error, self._seconds)
        finally:
            self._sweep_later()

    def close(self) -> None:
        """Closes the connections that wait; those in use are closed when their post is over."""
        self._idle_seconds = 0.0
        self._sweep()

    def _outcome(self, request: PreparedRequest, post: Post) -> Outcome:
        try:
            with self._adapter.send(request, stream=True, timeout=post.left()) as answer:
                beginning = _beginning(answer, post)
        finally:
            post.left()  # What was cut may look like anything: like a whole answer too.
        return of_answer(answer, beginning)

    def _sweep_later(self) -> None:
        """Sees to it that a connection given back by now is closed after `idle_seconds` at the latest."""
        with self._lock:
            if self._sweeper is None:
                self._sweeper = threading.Timer(self._idle_seconds, self._sweep)
                self._sweeper.daemon = True
                self._sweeper.start()

    def _sweep(self) -> None:
        with self._lock:
            if self._sweeper is not None:
                self._sweeper.cancel()
            self._sweeper = None
        self._adapter.drain()


def _beginning(answer: Response, post: Post) -> bytes:
    """What of the body lies within the limits, as it came."""
    beginning = bytearray()
    try:
        while piece := answer.raw.read(_PIECE):
            beginning += piece
    except HTTPError:
        if post.bytes_left:
            raise
    return bytes(beginning)


def _target(parts: SplitResult) -> str:
    """Path and query as they are sent: what is already percent-encoded stays, the rest becomes ASCII."""
    path, query = quote(parts.path or "/", safe=_AS_IT_IS), quote(parts.query, safe=_AS_IT_IS)
    return f"{path}?{query}" if query else path
