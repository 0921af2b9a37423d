"""Jobs as those see them who keep the product running: who is at one, since when, how long ago it was heard of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from interviews.models import LEASE, Job, Team, machine_name
from interviews.models.claims import JobQuerySet


@dataclass(frozen=True)
class Watched:
    """A job at one moment.

    `machine` and `process` are of the worker that has it, empty when nobody has. `heartbeat_at` is when that worker
    was heard of last, `waiting_since` when a job that nobody has was asked for, put back or left."""

    id: UUID
    team: str
    role: str
    type: str
    status: str
    step: str
    attempt: int
    machine: str
    process: str
    heartbeat_at: datetime | None
    lease_is_over: bool
    waiting_since: datetime | None
    error: str
    cancelled_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def machine_name(self) -> str:
        """The name of the machine as people know it."""
        return machine_name(self.machine)

    @classmethod
    def of(cls, job: Job) -> "Watched":
        """Reads a job that was loaded with its team and role."""
        machine, process = place(job.lease_owner)
        lease = None if job.is_finished else job.lease_until
        return cls(
            id=job.pk,
            team=job.team.slug,
            role=job.role.title,
            type=job.type,
            status=job.status,
            step=job.step_name,
            attempt=job.attempt,
            machine=machine,
            process=process,
            heartbeat_at=lease - LEASE if lease else None,
            lease_is_over=lease is not None and lease < timezone.now(),
            waiting_since=None if lease or job.is_finished else job.updated_at,
            error=job.error,
            cancelled_at=job.cancelled_at,
            created_at=job.created_at,
            started_at=job.started_at,
            finished_at=job.finished_at,
        )


def place(owner: str) -> tuple[str, str]:
    """The machine and the process id in the owner of a lease; what is no such owner is taken as a machine."""
    parts = owner.split("/")
    return (parts[0], parts[2]) if len(parts) == 4 else (owner, "")


def watchable() -> JobQuerySet:
    """Jobs without the long texts that a list does not show."""
    return Job.objects.select_related("team", "role").defer("brief", "target", "instruction")


def jobs_since(since: datetime, *, team: Team | None = None, status: str = "") -> JobQuerySet:
    """Jobs that are unfinished, and those that failed since a moment; with `status` only those of it (what has ended
    since that moment). Newest first."""
    lately = Q(finished_at__gte=since)
    unfinished = Q(status__in=[Job.Status.PENDING, Job.Status.PROCESSING])
    wanted = Q(status=status) & (unfinished | lately) if status else unfinished | Q(status=Job.Status.FAILED) & lately
    jobs = watchable().filter(wanted).order_by("-created_at")
    return jobs.for_team(team) if team is not None else jobs


def failed_since(since: datetime, *, team: Team | None = None) -> JobQuerySet:
    """Jobs that failed since a moment, in the order in which they did; what a person cancelled did not fail."""
    jobs = watchable().filter(status=Job.Status.FAILED, cancelled_at=None, finished_at__gte=since)
    return (jobs.for_team(team) if team is not None else jobs).order_by("finished_at")
