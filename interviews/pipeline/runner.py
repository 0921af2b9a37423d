"""Runs a job: claims it, walks its steps, commits each unit, and ends it with an interview or a reason."""

import logging
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any

from django.db import DatabaseError, InterfaceError, transaction

from interviews.drafts import Call, LibraryEntry, Usage
from interviews.engines.base import EngineError
from interviews.models import (
    HOST,
    POISON_ATTEMPTS,
    Answer,
    Job,
    LeaseLost,
    LibraryQuestion,
    Unit,
    outputs,
    write_plan,
)
from interviews.pipeline.heartbeat import Heartbeat
from interviews.pipeline.steps import STEPS
from interviews.pipeline.work import Done, Step, Work

logger = logging.getLogger(__name__)

SIDE_BY_SIDE = 6
POISONED = (
    f"The job was started {POISON_ATTEMPTS} times and got no further each time. Retry it; if it stops again, "
    "shorten the description or choose the other engine."
)
BROKEN = "Something in this product failed, not your text. The log of the worker has the details; retry the job."


class Cancelled(Exception):
    """A person asked for the end."""


@dataclass(frozen=True)
class Run:
    """One attempt at a job by one owner of its lease."""

    job: Job
    owner: str
    work: Work
    heartbeat: Heartbeat


def run(identifier: str) -> None:
    """Works on a job until it has ended. Returns at once when somebody else has it or there is nothing to do."""
    owner = f"{HOST}/{uuid.uuid4().hex}"
    job = Job.objects.claim(identifier, owner)
    if job is None:
        return
    try:
        with Heartbeat(job, owner) as heartbeat:
            _end(Run(job, owner, Work(job.brief, outputs(job), _team_library(job)), heartbeat))
    except LeaseLost:
        logger.warning("job %s: somebody else has it now", identifier)
    except (DatabaseError, InterfaceError):
        logger.exception("job %s: the database failed; the job is taken up again when its lease ends", identifier)


def _end(run: Run) -> None:
    job, owner = run.job, run.owner
    try:
        if job.attempts_without_progress > POISON_ATTEMPTS:
            raise EngineError(POISONED, permanent=True)
        _walk(run)
    except Cancelled:
        job.end_cancelled(owner)
    except EngineError as error:
        if _cancelled(run):
            job.end_cancelled(owner)
        else:
            job.fail(owner, str(error))
    except (LeaseLost, DatabaseError, InterfaceError):
        raise
    except Exception:
        logger.exception("job %s failed", job.pk)
        job.fail(owner, BROKEN)


def _walk(run: Run) -> None:
    job, work = run.job, run.work
    for number, step in enumerate(STEPS[job.type]):
        _look_for_cancel(run)
        if job.step < number:
            job.begin_step(run.owner, number, step.name)
        missing = [key for key in step.keys(work) if key not in work.done.get(number, {})]
        for key, done, seconds in _units(run, step, missing):
            unit = Unit(
                step=number,
                key=key,
                output=done.output,
                usage=done.usage,
                prompt_version=done.prompt_version,
                seconds=seconds,
            )
            job.commit_unit(run.owner, unit, done.lines)
            work.done.setdefault(number, {})[key] = done.output
    with transaction.atomic():
        interview = write_plan(job.team, job.role, work.plan, author=job.author, created_by=job.created_by)
        job.complete(run.owner, interview)


def _units(run: Run, step: Step, keys: list[str]) -> Iterator[tuple[str, Done, float]]:
    """The units of a step as they finish: side by side when the engine waits on a network, else one by one."""
    if step.waits and run.job.brief.engine == "openai" and len(keys) > 1:
        yield from _side_by_side(run, step, keys)
        return
    for key in keys:
        _look_for_cancel(run)
        began = time.monotonic()
        done = step.run(run.work, key, _call(run, key, lambda *kept: _keep(run, *kept)))
        yield key, done, time.monotonic() - began


def _side_by_side(run: Run, step: Step, keys: list[str]) -> Iterator[tuple[str, Done, float]]:
    """Threads do the waiting and touch no rows: answers and results come to this thread by one queue."""
    arrived: SimpleQueue[tuple[str, Any]] = SimpleQueue()

    def one(key: str, call: Call) -> None:
        began = time.monotonic()
        try:
            done = step.run(run.work, key, call)
            arrived.put(("done", (key, done, time.monotonic() - began)))
        except BaseException as error:  # noqa: BLE001 - carried to the runner's thread, which raises it
            arrived.put(("failed", error))

    with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="engine") as pool:
        for key in keys:
            pool.submit(one, key, _call(run, key, lambda *kept: arrived.put(("answer", kept))))
        left = len(keys)
        failure: BaseException | None = None
        while left:
            what, value = arrived.get()
            if what == "answer":
                _keep(run, *value)
                continue
            left -= 1
            if what == "done":
                yield value
            else:
                failure = failure or value
    if failure is not None:
        raise failure


def _call(run: Run, unit: str, keep: Any) -> Call:
    answers = dict(run.job.answers.filter(unit_key=unit).values_list("request_digest", "body"))
    return Call(
        cancelled=run.heartbeat.stopped,
        kept=answers.get,
        keep=lambda key, body, usage: keep(unit, key, body, usage),
    )


def _keep(run: Run, unit: str, key: str, body: str, usage: Usage) -> None:
    """Keeps an answer as it arrives, fenced: an attempt that lost the job keeps nothing."""
    with transaction.atomic():
        if not run.job.renew(run.owner) and not run.heartbeat.stopped():
            raise LeaseLost(str(run.job.pk))
        Answer.objects.get_or_create(
            job=run.job,
            unit_key=unit,
            call_number=run.job.attempt,
            request_digest=key,
            defaults={"body": body, "usage": usage},
        )


def _look_for_cancel(run: Run) -> None:
    if run.heartbeat.stopped() or _cancelled(run):
        raise Cancelled


def _cancelled(run: Run) -> bool:
    return Job.objects.filter(pk=run.job.pk, cancelled_at__isnull=False).exists()


def _team_library(job: Job) -> list[LibraryEntry]:
    approved = LibraryQuestion.objects.filter(team=job.team, status=LibraryQuestion.Status.APPROVED)
    return [question.entry for question in approved.order_by("pk")[:500]]
