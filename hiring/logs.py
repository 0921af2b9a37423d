"""The log: a text for people or one JSON object a line, with the job and the team that a line is about.

No secret and nothing that people typed stands in it: see `tracebacks` for exceptions, `redaction` for the last net.
Read by the web server's own process too, so it knows no settings."""

import json
import logging
import os
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

from hiring.redaction import CUT, redacted
from hiring.tracebacks import Account, account, lines
from interviews.drafts.about import subject

FORMATS = ("text", "json")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
OWN = frozenset({"hiring", "interviews"})
# Others whose messages hold no words of people; of the rest only the pattern is told, not what was put into it.
HARMLESS = OWN | {"django", "django-q", "_granian", "granian", "psycopg"}
HOST_REFUSED = "django.security.DisallowedHost"
_CONTROLS = {number: repr(chr(number))[1:-1] for number in [*range(32), 127, 0x85, 0x2028, 0x2029]}


def is_json() -> bool:
    """Whether HIRING_LOG_FORMAT asks for JSON. The settings see to it that it is one of FORMATS."""
    return os.environ.get("HIRING_LOG_FORMAT", "").strip().lower() == "json"


def configuration(level: str) -> dict[str, Any]:
    """What Django's LOGGING should be. `level` is for the product's own lines; others are heard from WARNING up."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "hiring.logs.formatter"}},
        "filters": {"fit": {"()": "hiring.logs.Fit"}},
        "handlers": {"console": {"()": "hiring.logs.Console", "level": level, "formatter": "line", "filters": ["fit"]}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        # urllib3 would tell the addresses of receivers, with the tokens in them.
        "loggers": {name: {"level": level} for name in sorted(OWN)} | {"urllib3": {"level": "ERROR"}},
    }


def formatter() -> logging.Formatter:
    """The one that HIRING_LOG_FORMAT names."""
    return JsonLines() if is_json() else TextLines()


def spoken(level: str, logger: str, message: str) -> str:
    """A line of JSON for what was written without the log."""
    return json.dumps(
        {"time": _moment(None), "level": level, "logger": logger, "message": message, "process": os.getpid()}
    )


class JsonLines(logging.Formatter):
    """`time` (UTC), `level`, `logger`, `message`, `process`; `job`, `team` and `exception` where there are any."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        said = {
            "time": _moment(record.created),
            "level": record.levelname,
            "logger": record.name,
            "message": redacted(_message(record)),
            "process": record.process,
            **_subject(record),
        }
        told = _exception(record)
        return json.dumps(said if told is None else {**said, "exception": _redacted(told)})


class TextLines(logging.Formatter):
    """The time here, level, logger and message, then job and team; an exception on lines of its own below."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and more for an exception."""
        of = "".join(f" {name}={value}" for name, value in _subject(record).items())
        said = f"{self.formatTime(record)} {record.levelname} {record.name}: {_message(record)}{of}"
        told = _exception(record)
        every = [said] if told is None else [said, *lines(told)]
        return "\n".join(redacted(line).translate(_CONTROLS) for line in every)


class Fit(logging.Filter):
    """Lets others speak from WARNING up only, whatever their levels say: libraries' details quote prompts and URLs."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record may be told."""
        return record.levelno >= logging.WARNING or _family(record) in OWN


class Console(logging.StreamHandler[TextIO]):
    """Writes to standard error as it is now. A line that cannot be written is left out, not printed with its values."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """Standard error, beneath what `streams` may have put over it."""
        return getattr(sys.stderr, "plain", sys.stderr)

    def handleError(self, record: logging.LogRecord) -> None:
        """Says nothing: where it would be said is what failed."""


def _moment(seconds: float | None) -> str:
    moment = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def _family(record: logging.LogRecord) -> str:
    return record.name.partition(".")[0]


def _subject(record: logging.LogRecord) -> Mapping[str, str]:
    """What the line is about; of a request that has ended, what it was about."""
    of_request: Mapping[str, str] = getattr(getattr(record, "request", None), "subject", {})
    return {**of_request, **subject()}


def _message(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None and _family(record) in {"django", *OWN}:
        return _of_request(record, request)
    if record.name == "py.warnings":
        return ":".join(_whole(record).split(":")[:3])
    if _family(record) not in HARMLESS:
        return str(record.msg).partition("\n")[0]
    # A failed task stands here with its whole traceback behind the dash.
    return _whole(record) if record.name != "django-q" else _whole(record).partition("\n")[0].partition(" - ")[0]


def _whole(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _of_request(record: logging.LogRecord, request: Any) -> str:
    """By the address's pattern: an address itself may hold a first-run link, or whatever a stranger typed."""
    match = getattr(request, "resolver_match", None)
    asked = f"{request.method} /{match.route}" if match else f"{request.method} of an address that is not known"
    if record.name == HOST_REFUSED:
        host = re.sub(r"[^\w.:\[\]-]", CUT, str(request.META.get("HTTP_HOST", "")))[:100]
        return f"{asked} was refused: HIRING_HOSTS does not name the host {host}"
    if _family(record) in OWN:
        return f"{_whole(record)}: {asked}"
    kind = "" if record.name == "django.request" else f" ({record.name.rpartition('.')[2]})"
    return f"{asked} was answered with {getattr(record, 'status_code', 'an error')}{kind}"


def _exception(record: logging.LogRecord) -> Account | None:
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    return None if error is None or record.name == HOST_REFUSED else account(error)


def _redacted(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _redacted(value) for name, value in told.items()}
    return [_redacted(one) for one in told] if isinstance(told, list) else redacted(told)
