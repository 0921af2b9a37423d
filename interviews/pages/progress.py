"""What a job has done so far, as a page shows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.drafts import Usage, nothing_used
from interviews.models import Job, Unit, used_by_step
from interviews.models.steps import ANALYSE, CHECK, SEARCH, STEP_NAMES, WRITE


@dataclass(frozen=True)
class StepRow:
    """A step: `state` is waiting, current, done, failed or cancelled; `total` is 0 where it is not counted."""

    name: str
    state: str
    seconds: float | None
    detail: str
    done: int
    total: int
    usage: Usage | None


@dataclass(frozen=True)
class Progress:
    """The steps of a job, and what they cost."""

    steps: list[StepRow]
    engine: str
    usage: Usage
    announcement: str

    @property
    def has_results(self) -> bool:
        """Whether anything was finished or paid for, so that a retry goes on from there."""
        return self.usage.tokens > 0 or any(step.seconds is not None for step in self.steps)

    @classmethod
    def of(cls, job: Job) -> "Progress":
        """Reads the job's units and what it has used, in two queries."""
        units = list(job.units.order_by("step", "id"))
        used, model = used_by_step(job)
        names = STEP_NAMES.get(job.type, ())
        return cls(
            steps=[_row(job, number, units, used.get(number)) for number in range(len(names))],
            engine=_engine(job, model),
            usage=sum(used.values(), nothing_used()),
            announcement=_announcement(job),
        )


def elapsed(job: Job) -> timedelta:
    """How long the job has been at work or waiting; stands still once it has ended."""
    until: datetime = job.finished_at or timezone.now()
    return max(timedelta(), until - (job.started_at or job.created_at))


def _row(job: Job, number: int, units: list[Unit], used: Usage | None) -> StepRow:
    mine = [unit for unit in units if unit.step == number]
    total = sum(unit.step == SEARCH for unit in units) if number == WRITE else 0
    return StepRow(
        name=_(STEP_NAMES[job.type][number]),
        state=_state(job, number),
        seconds=_seconds(mine) if mine else None,
        detail=_detail(number, mine, total),
        done=len(mine),
        total=total,
        usage=used,
    )


def _seconds(units: list[Unit]) -> float:
    """How long a step took: units may have been worked side by side, or hours apart by two attempts."""
    began = min(unit.created_at - timedelta(seconds=unit.seconds) for unit in units)
    passed = (max(unit.created_at for unit in units) - began).total_seconds()
    return min(passed, sum(unit.seconds for unit in units))


def _state(job: Job, number: int) -> str:
    if job.status == Job.Status.COMPLETED or number < job.step:
        return "done"
    if number == job.step and job.status == Job.Status.PROCESSING:
        return "current"
    if number == max(job.step, 0) and job.status == Job.Status.FAILED:
        return "cancelled" if job.is_cancelled else "failed"
    return "waiting"


def _detail(number: int, units: list[Unit], total: int) -> str:
    """What a step has found, in a few words."""
    if number == WRITE:
        return _("%(done)d of %(total)d skills") % {"done": len(units), "total": total} if total else ""
    if not units:
        return ""
    if number == ANALYSE:
        return _skills(_length(units[0].output, "skills"))
    if number == SEARCH:
        entries = sum(_length(unit.output) for unit in units)
        found = ngettext("%(count)d entry", "%(count)d entries", entries) % {"count": entries}
        return f"{_skills(len(units))}, {found}"
    if number == CHECK:
        findings = _length(units[0].output, "findings")
        return ngettext("%(count)d finding", "%(count)d findings", findings) % {"count": findings}
    return ""


def _skills(count: int) -> str:
    return ngettext("%(count)d skill", "%(count)d skills", count) % {"count": count}


def _length(output: Any, key: str = "") -> int:
    found = output.get(key) if key and isinstance(output, dict) else output
    return len(found) if isinstance(found, list) else 0


def _engine(job: Job, model: str) -> str:
    """The model that answered last, or the one that will be asked."""
    if job.brief.engine == "library":
        return _("Built-in engine")
    return model or settings.LANGUAGE_MODEL.model_name


def _announcement(job: Job) -> str:
    """What a screen reader hears: a change of step or of state, not every skill."""
    if job.status == Job.Status.COMPLETED:
        return _("Completed. The plan is ready.")
    if job.status == Job.Status.FAILED:
        return _("Cancelled.") if job.is_cancelled else _("Failed. %(reason)s") % {"reason": job.error}
    if job.cancelled_at is not None:
        return _("Cancelling.")
    return _(job.step_name) if job.status == Job.Status.PROCESSING and job.step_name else _("Waiting to start.")
