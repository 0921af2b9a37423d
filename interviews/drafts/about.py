"""What the work at hand is about, told once, so that every line of the log can say it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_subject: ContextVar[Mapping[str, str]] = ContextVar("subject", default={})  # noqa: B039 - never changed in place


@contextmanager
def about(*, job: object = None, team: str = "") -> Iterator[None]:
    """Within it the log's lines carry the job's id and the team's slug, besides what was told around it.

    A thread does not know of it by itself: start it with `contextvars.copy_context().run`."""
    before = _subject.set(_with(job, team))
    try:
        yield
    finally:
        _subject.reset(before)


def also(*, job: object = None, team: str = "") -> None:
    """Adds to the `about` around it, until that ends: for what is found out on the way."""
    _subject.set(_with(job, team))


def subject() -> Mapping[str, str]:
    """What was told: `job`, `team`, both or nothing."""
    return _subject.get()


def _with(job: object, team: str) -> Mapping[str, str]:
    told = {"job": str(job) if job else "", "team": team}
    return {**_subject.get(), **{name: value for name, value in told.items() if value}}
