"""One POST to a team's URL: only to addresses that were checked, no redirects, bounded in time and size."""

import http.client
import ssl
from contextlib import suppress
from functools import cached_property
from urllib.parse import SplitResult, quote

import certifi
from django.conf import settings

from interviews.models import receiver_of
from interviews.notify.addresses import AddressError, check_url
from interviews.notify.answers import Answer, Unanswered
from interviews.notify.connections import Deadline, Line, Place
from interviews.notify.idle import SECONDS as IDLE_SECONDS
from interviews.notify.idle import IdleLines
from interviews.notify.outcomes import Outcome as Outcome
from interviews.notify.outcomes import of_answer, of_error

SECONDS = 10.0
USER_AGENT = "hiring-notifications/1"
_AS_IT_IS = "/?%:@!$&'()*+,;=~[]"


class Sender:
    """Posts JSON texts, from any thread of the process that made it; keeps connections open for the next post."""

    def __init__(self, seconds: float = SECONDS, idle_seconds: float = IDLE_SECONDS) -> None:
        self._seconds = seconds
        self._idle = IdleLines(idle_seconds)

    def post(self, url: str, body: str, headers: dict[str, str]) -> Outcome:
        """POSTs a JSON text. Never raises for what the other side does."""
        deadline = Deadline(self._seconds)
        all_headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT, **headers}
        try:
            parts = check_url(url, settings.NOTIFY_ALLOW)
            return of_answer(self._answer(parts, body.encode(), all_headers, deadline))
        except AddressError as error:
            return Outcome(error=str(error), permanent=True)
        except (OSError, http.client.HTTPException) as error:
            return of_error(TimeoutError() if deadline.passed else error, self._seconds)

    def close(self) -> None:
        """Closes the connections that wait; those in use are closed when their post is over."""
        self._idle.close()

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        """Whom to trust: the system's authorities, where an intranet's own would stand, and those that browsers do."""
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context

    def _answer(self, parts: SplitResult, body: bytes, headers: dict[str, str], deadline: Deadline) -> Answer:
        where = receiver_of(parts.geturl())

        def through(line: Line) -> Answer:
            try:
                return line.post(_target(parts), body, headers, deadline)
            finally:
                self._idle.give(where, line)

        kept = self._idle.take(where)
        if kept is not None:
            # The receiver may have closed it while the post was on its way; a fresh connection gets the one other try.
            with suppress(Unanswered):
                return through(kept)
        trusted = self._trusted if parts.scheme == "https" else None
        return through(Line(Place(parts.hostname or "", parts.port or 0, settings.NOTIFY_ALLOW, trusted)))


def _target(parts: SplitResult) -> str:
    """Path and query as they are sent: what is already percent-encoded stays, the rest becomes ASCII."""
    path, query = quote(parts.path or "/", safe=_AS_IT_IS), quote(parts.query, safe=_AS_IT_IS)
    return f"{path}?{query}" if query else path
