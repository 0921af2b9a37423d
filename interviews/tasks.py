"""What a worker is called with: an id and nothing else.

A task never raises: django-q2 would keep the traceback, with whatever the error quotes, and write it to its own log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from interviews import engines
from interviews.drafts.about import about
from interviews.pipeline import connection, runner

logger = logging.getLogger(__name__)


def warm_up() -> None:
    """Loads what tasks need before workers are forked, so that they share it and no first job waits for it."""
    engines.warm_up(language_model=settings.LANGUAGE_MODEL.configured)


def run_job(identifier: str) -> None:
    """Works on a job until it has ended."""
    with about(job=identifier), _nothing_raised("job", identifier):
        runner.run(identifier)


def try_connection(identifier: str) -> None:
    """Tries out the language model."""
    with _nothing_raised("connection test", identifier):
        connection.try_out(identifier)


@contextmanager
def _nothing_raised(what: str, identifier: str) -> Iterator[None]:
    try:
        yield
    except Exception:
        logger.exception("%s %s ended by an error that nobody expected", what, identifier)
