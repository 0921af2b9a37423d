"""Trying again: with full jitter, as the server asks, within a deadline, and not once somebody has cancelled.

Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/"""

import random
import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

from interviews.drafts import Call
from interviews.engines.base import EngineError, Stopped
from interviews.engines.openai_errors import Trouble

ATTEMPTS = 5
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
# How soon a cancel is seen during a pause.
NAP = 0.5
CANCELLED = "The job was cancelled."

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Pace:
    """Sleep, chance and attempts, so that tests need not wait."""

    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[float, float], float] = random.uniform
    attempts: int = ATTEMPTS


@dataclass(frozen=True)
class Limits:
    """When the job has to be done, and how long one attempt may take."""

    deadline: float
    call_seconds: float

    @classmethod
    def of(cls, call: Call, call_seconds: float, job_seconds: float) -> "Limits":
        """The job's time counts from its beginning; a call outside a job has all of it."""
        began = time.monotonic() if call.began is None else call.began
        own = began + job_seconds
        return cls(own if call.deadline is None else min(own, call.deadline), call_seconds)

    def until(self) -> float:
        """When an attempt that begins now has to be answered."""
        return min(self.deadline, time.monotonic() + self.call_seconds)

    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - time.monotonic()

    def over(self, why: str = "") -> EngineError:
        """The sentence for a deadline that has passed, with what kept us waiting."""
        return EngineError(
            f"The language model did not finish in time. {why or 'Retry, or raise HIRING_LLM_JOB_SECONDS.'}",
            permanent=False,
        )


def within(work: Callable[[], Answer], until: float, call: Call, late: EngineError) -> Answer:
    """What `work` gives. Raises `late` at that monotonic moment, and Stopped soon after a cancel, whatever it is doing.

    The read timeouts of an HTTP client start anew with each byte, so a server that trickles its headers is left only by
    leaving the thread that reads them: it ends when the server does."""
    ended: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            ended.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - carried to the thread that waits, which raises it
            ended.put((None, error))

    threading.Thread(target=copy_context().run, args=(run,), name="call", daemon=True).start()
    while True:
        try:
            answer, error = ended.get(timeout=min(NAP, max(0.0, until - time.monotonic())))
        except Empty:
            look_for_cancel(call)
            if time.monotonic() >= until:
                raise late from None
            continue
        if error is not None:
            raise error
        return cast(Answer, answer)


def patiently(attempt: Callable[[], Answer], call: Call, limits: Limits, pace: Pace) -> Answer:
    """What an attempt gives, tried again after passing trouble.

    Raises the last Trouble, EngineError when the deadline comes first, Stopped when the job was cancelled."""
    last = ""
    for number in range(1, pace.attempts + 1):
        look_for_cancel(call)
        if limits.left() <= 0:
            raise limits.over(last)
        try:
            return attempt()
        except Trouble as trouble:
            if trouble.permanent or number == pace.attempts:
                raise
            last = str(trouble)
            pause = _pause(trouble, number, pace)
            if pause >= limits.left():
                raise limits.over(last) from trouble
            call.say(f"AI Progress: The language model {trouble.short}; trying again in {max(1, round(pause))} s")
            _wait(pause, call, pace)
    raise AssertionError("unreachable: the last attempt returns or raises")


def look_for_cancel(call: Call) -> None:
    """Raises Stopped when the job was cancelled."""
    if call.cancelled():
        raise Stopped(CANCELLED)


def _pause(trouble: Trouble, number: int, pace: Pace) -> float:
    jitter = pace.chance(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (number - 1)))
    return jitter if trouble.wait is None else trouble.wait + pace.chance(0, FIRST_PAUSE)


def _wait(pause: float, call: Call, pace: Pace) -> None:
    while pause > 0:
        pace.sleep(min(NAP, pause))
        pause -= NAP
        look_for_cancel(call)
