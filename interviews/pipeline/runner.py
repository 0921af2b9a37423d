"""Runs a job: claims it, walks its steps, commits each unit, and ends it with its result or a reason."""

import logging
import time

from django.db import DatabaseError, InterfaceError, connection, transaction
from pydantic import ValidationError

from interviews.drafts import LibraryEntry
from interviews.drafts.about import about
from interviews.engines.base import EngineError
from interviews.models import (
    LEASE,
    POISON_ATTEMPTS,
    Author,
    Interview,
    Job,
    LeaseLost,
    LibraryQuestion,
    Question,
    Skill,
    Unit,
    new_owner,
    outputs,
    usage_of_unit,
    wake,
    write_plan,
    write_proposal,
)
from interviews.pipeline import stopping
from interviews.pipeline.heartbeat import Heartbeat
from interviews.pipeline.regeneration import suggestion
from interviews.pipeline.spending import Spending
from interviews.pipeline.steps import STEPS
from interviews.pipeline.units import AWAY, Cancelled, Finished, Interrupted, Run, worked
from interviews.pipeline.work import Work

logger = logging.getLogger(__name__)

POISONED = (
    f"The job was started {POISON_ATTEMPTS} times and got no further each time. Retry it; if it stops again, "
    "shorten the description or choose the other engine."
)
BROKEN = "Something in this product failed, not your text. The log of the worker has the details; retry the job."
TOO_MUCH_MEMORY = (
    "The job needed more memory than a worker may have. Shorten the description, or raise HIRING_WORKER_MEMORY."
)
UNREADABLE = "The job was written by another version of this product and cannot be read. Ask for the plan again."
LOCKED = "What was to be written was locked or deleted meanwhile."
DELETED = "The interview was deleted while a part of it was written again."


def run(identifier: str) -> None:
    """Works on a job until it has ended. Returns at once when somebody else has it or there is nothing to do."""
    if stopping.is_asked():
        wake("job", identifier)
        return
    owner = new_owner()
    job = Job.objects.claim(identifier, owner)
    if job is not None:
        with about(job=job.pk, team=job.team.slug):
            _attempt(job, owner)


def _attempt(job: Job, owner: str) -> None:
    logger.info("attempt %d begins", job.attempt)
    try:
        with Heartbeat(job, owner) as heartbeat:
            _end(job, owner, heartbeat)
    except Interrupted:
        logger.info("the worker stops; the job goes on with the next one")
        job.let_go(owner, blameless=True)
    except LeaseLost:
        logger.warning("the job is not this worker's any more: somebody else has it, it has ended, or was deleted")
    except AWAY:
        logger.exception("the database failed; the job is given back")
        _give_back(job, owner)


def _give_back(job: Job, owner: str) -> None:
    """Lets another attempt begin as soon as the database answers; if it stays away, when the lease ends."""
    deadline = time.monotonic() + LEASE.total_seconds()
    while time.monotonic() < deadline and not stopping.is_asked():
        try:
            connection.close()
            job.let_go(owner, blameless=False)
        except (DatabaseError, InterfaceError):
            time.sleep(1.0)
        else:
            return


def _begun(job: Job, owner: str, heartbeat: Heartbeat) -> Run:
    """Reads what the job is about. Raises EngineError when it got no further too often, or cannot be read."""
    if job.attempts_without_progress > POISON_ATTEMPTS:
        raise EngineError(POISONED, permanent=True)
    try:
        job.refresh_from_db(fields=["brief", "target"])
        work = Work(job.brief, STEPS[job.type], outputs(job), _team_library(job), job.target, job.instruction)
        spending = Spending(job.answers.values_list("usage", flat=True))
    except ValidationError:
        logger.exception("the rows of the job cannot be read")
        raise EngineError(UNREADABLE, permanent=True) from None
    return Run(job, owner, work, heartbeat, spending)


def _end(job: Job, owner: str, heartbeat: Heartbeat) -> None:
    try:
        run = _begun(job, owner, heartbeat)
        _walk(run)
        logger.info("completed in %.1f s", time.monotonic() - run.began)
    except Cancelled:
        logger.info("cancelled")
        job.end_cancelled(owner)
    except EngineError as error:
        if job.is_wanted():
            job.fail(owner, str(error))
            # Its sentence may quote the posting, by way of the server: it stands on the job's page.
            logger.warning("failed at “%s” (%s); the job says why", job.step_name, type(error).__name__)
        else:
            logger.info("cancelled")
            job.end_cancelled(owner)
    except (LeaseLost, Interrupted, *AWAY):
        raise
    except MemoryError:
        logger.error("failed: it needed too much memory")
        job.fail(owner, TOO_MUCH_MEMORY)
    except Exception:
        logger.exception("failed by an error that nobody expected")
        job.fail(owner, BROKEN)


def _walk(run: Run) -> None:
    job, work = run.job, run.work
    if job.target is not None and not Interview.objects.filter(pk=job.interview_id or 0, deleted_at=None).exists():
        raise EngineError(DELETED, permanent=True)
    for number, step in enumerate(work.steps):
        run.look_around()
        if job.step < number:
            job.begin_step(run.owner, number, step.name)
        missing = [key for key in step.keys(work) if key not in work.done.get(number, {})]
        failed = [unit for unit in worked(run, number, missing) if not _committed(run, number, unit)]
        if failed and (not step.spares or not work.done.get(number)):
            raise failed[0].error or EngineError(BROKEN, permanent=False)
        for unit in failed:
            job.tell(run.owner, step.spared(work, unit.key, str(unit.error)))
    with transaction.atomic():
        job.complete(run.owner, _result(run))


def _committed(run: Run, number: int, unit: Finished) -> bool:
    """Writes down a finished unit; False when it gave nothing."""
    if unit.done is None:
        return False
    usage, prompt_version = usage_of_unit(run.job, (number, unit.key))
    row = Unit(
        step=number,
        key=unit.key,
        output=unit.done.output,
        usage=usage,
        prompt_version=prompt_version,
        seconds=unit.seconds,
    )
    run.job.commit_unit(run.owner, row, unit.done.lines)
    run.work.done.setdefault(number, {})[unit.key] = unit.done.output
    return True


def _result(run: Run) -> Interview:
    """Writes what the job was for: a new interview, or a proposal for one that there is."""
    job = run.job
    if job.target is None:
        return write_plan(job.team, job.role, run.work.plan, by=Author(job.author, job.created_by))
    interview = Interview.objects.filter(pk=job.interview_id or 0, deleted_at=None).first()
    if interview is None:
        raise EngineError(DELETED, permanent=True)
    made = suggestion(run.work)
    skills = Skill.objects.filter(interview=interview, locked=False)
    homes = set(skills.values_list("pk", flat=True))
    free = set(Question.objects.filter(skill__in=skills, locked=False).values_list("pk", flat=True))
    made.questions = [one for one in made.questions if (one.replaces in free if one.replaces else one.skill in homes)]
    if not made.questions:
        raise EngineError(LOCKED, permanent=True)
    write_proposal(job, interview, made)
    return interview


def _team_library(job: Job) -> list[LibraryEntry]:
    approved = LibraryQuestion.objects.filter(team=job.team, status=LibraryQuestion.Status.APPROVED)
    try:
        return [question.material() for question in approved.order_by("pk")[:500]]
    except ValidationError:
        logger.exception("the team's questions cannot be read, and are left out")
        return []
