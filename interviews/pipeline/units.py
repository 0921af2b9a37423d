"""How the units of a step are worked: one by one, or side by side where the engine waits on a network.

Threads do the waiting and touch no rows: what they keep, say and finish reaches the runner's thread by one queue."""

import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from django.db import InterfaceError, InternalError, OperationalError, connection

from interviews.drafts import Answered, Call
from interviews.engines.base import EngineError, Stopped
from interviews.models import LEASE, Job, LeaseLost, keep_answer, kept_answers
from interviews.pipeline import stopping
from interviews.pipeline.heartbeat import Heartbeat
from interviews.pipeline.spending import Spending
from interviews.pipeline.work import Done, Step, Work

SIDE_BY_SIDE = 10
# How soon a cancel is seen while threads wait.
LOOK_EVERY = 2.0
# As long as a lease, without which somebody else may be at the job.
KEEPING_SECONDS = LEASE.total_seconds()
# The database was away, restarted or too busy; its other errors are faults of ours, which another try would repeat.
AWAY = (OperationalError, InterfaceError, InternalError)

logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """A person asked for the end."""


class Interrupted(Exception):
    """This worker is being stopped."""


@dataclass(frozen=True)
class Run:
    """One attempt at a job by one owner of its lease. `began` is a `time.monotonic()` moment."""

    job: Job
    owner: str
    work: Work
    heartbeat: Heartbeat
    spending: Spending
    began: float = field(default_factory=time.monotonic)

    def look_for_cancel(self) -> None:
        """Raises Cancelled when a person asked for the end."""
        if self.heartbeat.stopped() or not self.job.is_wanted():
            raise Cancelled

    def look_around(self) -> None:
        """Between two pieces of work: raises Cancelled, or Interrupted when this worker should come to an end."""
        self.look_for_cancel()
        if stopping.is_asked():
            raise Interrupted


@dataclass(frozen=True)
class Finished:
    """A unit that was worked: what it gave, or why it gave nothing."""

    key: str
    seconds: float
    done: Done | None = None
    error: EngineError | None = None


def worked(run: Run, number: int, keys: list[str]) -> Iterator[Finished]:
    """The units of a step as they finish. Raises Cancelled, Stopped, and whatever is no EngineError."""
    step = run.work.steps[number]
    if step.waits and run.job.brief.engine == "openai" and len(keys) > 1:
        yield from _side_by_side(run, number, keys)
        return
    for key in keys:
        run.look_around()
        yield _one(run.work, step, key, _Line(run, (number, key)).call())


def _one(work: Work, step: Step, key: str, call: Call) -> Finished:
    began = time.monotonic()
    try:
        done = step.run(work, key, call)
    except Stopped:
        raise
    except EngineError as error:
        return Finished(key, time.monotonic() - began, error=error)
    return Finished(key, time.monotonic() - began, done=done)


def _side_by_side(run: Run, number: int, keys: list[str]) -> Iterator[Finished]:
    arrived: SimpleQueue[tuple[str, Any]] = SimpleQueue()
    given_up = threading.Event()
    step = run.work.steps[number]

    def work(key: str, call: Call) -> None:
        try:
            arrived.put(("finished", _one(run.work, step, key, call)))
        except BaseException as error:  # noqa: BLE001 - carried to the runner's thread, which raises it
            arrived.put(("raised", error))

    with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="engine") as pool:
        try:
            for key in keys:
                pool.submit(copy_context().run, work, key, _Line(run, (number, key), arrived, given_up).call())
            yield from _as_they_arrive(run, arrived, len(keys))
        finally:
            given_up.set()
            pool.shutdown(wait=True, cancel_futures=True)
            _keep_the_rest(run, arrived)


def _as_they_arrive(run: Run, arrived: "SimpleQueue[tuple[str, Any]]", left: int) -> Iterator[Finished]:
    """Writes down what threads keep and say, gives what they finish, and raises what went wrong once all have ended."""
    failure: BaseException | None = None
    while left:
        try:
            what, value = arrived.get(timeout=LOOK_EVERY)
        except Empty:
            run.look_for_cancel()
            continue
        if what == "answer":
            _keep(run, *value)
        elif what == "line":
            line, once = value
            run.job.tell(run.owner, line, once=once)
        elif what == "finished":
            left -= 1
            yield value
        else:
            left -= 1
            failure = failure or value
    if failure is not None:
        raise failure


def _keep_the_rest(run: Run, arrived: "SimpleQueue[tuple[str, Any]]") -> None:
    """Keeps the answers that came in after the end of the work was clear: they were paid, and a retry reads them."""
    with suppress(LeaseLost):
        while not arrived.empty():
            what, value = arrived.get()
            if what == "answer":
                _keep(run, *value)


def _keep(run: Run, unit: tuple[int, str], answer: Answered) -> None:
    """Keeps an answer, for it was paid: a database that is away for a while is waited for."""
    deadline = time.monotonic() + KEEPING_SECONDS
    while True:
        try:
            keep_answer(run.job, run.owner, unit, answer)
        except AWAY:
            if time.monotonic() > deadline or run.heartbeat.stopped():
                raise
            logger.warning("an answer could not be kept yet; trying again")
            connection.close()
            time.sleep(1.0)
        else:
            return


@dataclass(frozen=True)
class _Line:
    """What an engine may say and keep while it works on a unit: written at once, or put on the runner's queue."""

    run: Run
    unit: tuple[int, str]
    arrived: "SimpleQueue[tuple[str, Any]] | None" = None
    given_up: threading.Event = field(default_factory=threading.Event)

    def call(self) -> Call:
        """The call for the engine."""
        return Call(
            began=self.run.began,
            cancelled=lambda: self.given_up.is_set() or self.run.heartbeat.stopped(),
            kept=kept_answers(self.run.job, self.unit).get,
            keep=self._keep,
            spent=self.run.spending.total,
            admit=self.run.spending.admit,
            release=self.run.spending.release,
            say=self._say,
            announce=self._announce,
        )

    def _keep(self, answer: Answered) -> None:
        self.run.spending.count(answer)
        if self.arrived is None:
            _keep(self.run, self.unit, answer)
        else:
            self.arrived.put(("answer", (self.unit, answer)))

    def _say(self, line: str) -> None:
        self._tell(line, once=False)

    def _announce(self, line: str) -> None:
        self._tell(line, once=True)

    def _tell(self, line: str, *, once: bool) -> None:
        if self.arrived is None:
            self.run.job.tell(self.run.owner, line, once=once)
        else:
            self.arrived.put(("line", (line, once)))
