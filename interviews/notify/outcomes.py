"""What came of a POST, in words for the developer who runs the receiver."""

import http.client
import math
import re
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests

EXCERPT = 500

# The first that fits; a narrower kind comes before a wider one.
_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "The name of the host was not found."),
    (UnicodeError, "The name of the host was not found."),
    (
        ssl.SSLCertVerificationError,
        "The secure connection could not be made: the certificate is not valid for this address.",
    ),
    (ssl.SSLError, "The secure connection could not be made: the other side does not speak TLS 1.2 or newer."),
    (ConnectionRefusedError, "The connection was refused: nothing listens at this host and port."),
    (http.client.RemoteDisconnected, "The connection was closed without an answer."),
    (ConnectionError, "The connection was closed before the answer was complete."),
    (http.client.IncompleteRead, "The connection was closed before the answer was complete."),
)


@dataclass(frozen=True)
class Outcome:
    """What came of a POST: the answer's code and beginning, or an error in words.

    `permanent` says that no retry can help; `retry_after` is what the receiver asked for, in seconds from now."""

    status: int | None = None
    excerpt: str = ""
    error: str = ""
    permanent: bool = False
    retry_after: float | None = None

    @property
    def delivered(self) -> bool:
        """Answered with 2xx."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """Answered with 410: the receiver wants nothing more at this URL."""
        return self.status == http.client.GONE


def of_answer(answer: requests.Response, beginning: bytes) -> Outcome:
    """The outcome of a POST that was answered, with the beginning of the answer's body as it came."""
    pause = retry_after(answer.headers.get("Retry-After", ""))
    return Outcome(
        status=answer.status_code,
        excerpt=beginning[:EXCERPT].decode("utf-8", "replace").replace("\x00", ""),
        error=_words_for_status(answer.status_code, pause),
        permanent=answer.status_code == http.client.GONE,
        retry_after=pause,
    )


def of_error(error: Exception, seconds: float) -> Outcome:
    """The outcome of a POST without a whole answer; `seconds` is how long it could have taken."""
    return Outcome(error=_words(_beneath(error), seconds))


def retry_after(value: str) -> float | None:
    """Seconds from now that a `Retry-After` header asks for, as a number or a date (RFC 9110, 10.2.3).

    None for nonsense and for what is past."""
    text = value.strip()
    if re.fullmatch(r"[0-9]+", text):
        seconds = float(text)
    else:
        try:
            moment = parsedate_to_datetime(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            seconds = (moment - datetime.now(UTC)).total_seconds()
        except (ValueError, OverflowError):
            return None
    return seconds if 0 <= seconds < math.inf else None


def _words_for_status(status: int, pause: float | None) -> str:
    if 200 <= status < 300:
        return ""
    if 300 <= status < 400:
        return "It answered with a redirect, which is not followed."
    if pause is not None and status != http.client.GONE:
        return f"It answered {status} and asked to be tried again in {pause:.0f} seconds."
    return f"It answered {status}."


def _beneath(error: BaseException) -> BaseException:
    """What happened, out of all that urllib3 and requests have wrapped around it."""
    for inner in (*error.args, getattr(error, "reason", None), error.__cause__):
        if isinstance(inner, BaseException):
            return _beneath(inner)
    return error


def _words(error: BaseException, seconds: float) -> str:
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words
    if isinstance(error, TimeoutError):
        return f"No complete answer within {seconds:g} seconds."
    if isinstance(error, OSError):
        return "The host could not be reached from here."
    return "What it answered is not valid HTTP."
