"""What is written without the log: uncaught errors and, where JSON is asked for, every line that a service prints."""

import io
import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any, TextIO

from hiring import logs
from hiring.redaction import without_known

# They run for long; what they print is read by machines that gather logs. Others print results.
SERVICES = frozenset({"up", "qcluster", "send_notifications"})
logger = logging.getLogger("hiring.process")

DATABASE_HELP = "Check DATABASE_URL, that the server runs, and that the database is migrated, as manage.py up does."


class Spoken(io.TextIOBase):
    """A stream each of whose lines becomes a line of JSON. `plain` is the stream beneath it."""

    def __init__(self, plain: TextIO, level: str) -> None:
        self.plain, self._level = plain, level
        self._begun = threading.local()

    def write(self, text: str) -> int:
        """Keeps what has no end yet, for this thread."""
        *whole, rest = (getattr(self._begun, "text", "") + text).split("\n")
        self._begun.text = rest
        for line in whole:
            if line.strip():
                self.plain.write(logs.spoken(self._level, "hiring.output", without_known(line.strip())) + "\n")
        self.plain.flush()
        return len(text)

    def writable(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """That of the stream beneath, for processes that inherit it."""
        return self.plain.fileno()

    def flush(self) -> None:
        """Lines are never held back."""
        self.plain.flush()


def take_over(words: list[str]) -> None:
    """Sends uncaught errors of this process to the log, and all it prints where it is a service that logs in JSON.

    `words` is the command line behind `manage.py`. A shell is left as it is: a person sits before it."""
    command = next(iter(words), "")
    if command in {"shell", "dbshell"}:
        return
    console = logs.Console()
    console.setFormatter(logs.formatter())
    # Until the settings are read.
    logging.basicConfig(handlers=[console])
    sys.excepthook = _uncaught
    if command in SERVICES:
        take_over_all()


def take_over_all() -> None:
    """For a service: also errors in threads and child processes, warnings, and in JSON both standard streams."""
    threading.excepthook = _in_a_thread
    sys.unraisablehook = _unraisable
    # What multiprocessing and others print of an error that they end with.
    traceback.print_exception = _printed
    logging.captureWarnings(capture=True)
    if logs.is_json():
        sys.stdout, sys.stderr = Spoken(sys.stdout, "INFO"), Spoken(sys.stderr, "ERROR")


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if kind.__module__ == "django.db.utils" and kind.__name__ in {"OperationalError", "ProgrammingError"}:
        # The other one may quote values.
        said = f": {str(error).splitlines()[0]}" if kind.__name__ == "OperationalError" and str(error) else ""
        logger.critical("the database does not answer as it should%s. %s", said, DATABASE_HELP)
        return
    logger.critical("the process ends by an error that nobody expected", exc_info=(kind, error, trace))


def _in_a_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        name = told.thread.name if told.thread else "unknown"
        logger.error("the thread %s ended by an error", name, exc_info=told.exc_value)


def _unraisable(told: "sys.UnraisableHookArgs") -> None:
    logger.error("an error that could not be raised", exc_info=told.exc_value)


def _printed(error: Any, /, value: Any = None, *_: Any, **__: Any) -> None:
    """In place of `traceback.print_exception`, with its older and newer arguments."""
    known = value if isinstance(value, BaseException) else error
    if isinstance(known, BaseException):
        logger.error("an error ended a piece of this process", exc_info=known)
