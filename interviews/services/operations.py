"""How the product is doing at this moment: queue, work, failures, notifications, workers, throughput.

Read with a fixed number of queries; every list is cut at a length that a page can show."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import Substr
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import Cluster, Delivery, Job, machine_name
from interviews.services.watching import Watched, watchable

MOST_RUNNING = 50
MOST_REASONS = 20
MOST_RECEIVERS = 20
MOST_CLUSTERS = 20
MOST_MEASURED = 1_000
# Failures whose texts begin alike are one reason.
LIKE = 200

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Queue:
    """Jobs that nobody has (`waiting`) and the one that waits longest; jobs at work, those whose lease is over or
    ends first at the beginning; wake-up calls on the queue."""

    waiting: int
    oldest: Watched | None
    messages: int
    running: int
    at_work: list[Watched]

    @property
    def lost(self) -> int:
        """How many of the jobs shown have a lease that is over."""
        return sum(job.lease_is_over for job in self.at_work)


@dataclass(frozen=True)
class Reason:
    """Why jobs failed: how often in the last 24 hours and 7 days, and the job that failed last."""

    text: str
    day: int
    week: int
    last_at: datetime
    last_job: UUID | None


@dataclass
class Receiver:
    """Notifications to one `scheme://host:port`: how many wait, since when, how many were given up in 24 hours."""

    name: str
    waiting: int = 0
    oldest: datetime | None = None
    given_up: int = 0


@dataclass(frozen=True)
class Notifications:
    """All that wait or were given up in 24 hours, and the receivers with most of them."""

    waiting: int
    oldest: datetime | None
    given_up: int
    receivers: list[Receiver] = field(default_factory=list)


@dataclass(frozen=True)
class Workers:
    """A cluster of workers on a machine. `machine` is its own name, `host` tells apart machines of one name."""

    machine: str
    host: str
    process: int
    workers: list[int]
    replaced: int
    started_at: datetime
    seen_at: datetime
    stopped_at: datetime | None
    is_alive: bool


@dataclass(frozen=True)
class Throughput:
    """Jobs completed in the last hour; the median seconds from asking to the start and to the end, None without any."""

    completed: int
    to_start: float | None
    to_end: float | None


@dataclass(frozen=True)
class Operations:
    """All of it, as it was at one moment."""

    at: datetime
    queue: Queue
    reasons: list[Reason]
    notifications: Notifications
    clusters: list[Workers]
    throughput: Throughput

    @property
    def alive(self) -> list[Workers]:
        """The clusters that work."""
        return [cluster for cluster in self.clusters if cluster.is_alive]


def read_operations() -> Operations:
    """Reads it from the database."""
    now = timezone.now()
    return Operations(
        at=now,
        queue=_queue(),
        reasons=_reasons(now),
        notifications=_notifications(now),
        clusters=_clusters(),
        throughput=_throughput(now),
    )


def _queue() -> Queue:
    held, unheld = Q(lease_until__isnull=False), Q(lease_until=None)
    counts = Job.objects.unfinished().aggregate(waiting=Count("pk", filter=unheld), running=Count("pk", filter=held))
    oldest = watchable().unfinished().filter(unheld).order_by("updated_at").first()
    at_work = watchable().unfinished().filter(held).order_by("lease_until")[:MOST_RUNNING]
    return Queue(
        waiting=counts["waiting"],
        oldest=Watched.of(oldest) if oldest is not None else None,
        messages=OrmQ.objects.count(),
        running=counts["running"],
        at_work=[Watched.of(job) for job in at_work],
    )


def _reasons(now: datetime) -> list[Reason]:
    """What a person cancelled has not failed."""
    failed = (
        Job.objects.filter(status=Job.Status.FAILED, cancelled_at=None, finished_at__gte=now - WEEK)
        .annotate(reason=Substr("error", 1, LIKE))
        .order_by()
    )
    rows = list(
        failed.values("reason")
        .annotate(week=Count("pk"), day=Count("pk", filter=Q(finished_at__gte=now - DAY)), last_at=Max("finished_at"))
        .order_by("-last_at")[:MOST_REASONS]
    )
    ends = failed.filter(finished_at__in=[row["last_at"] for row in rows]).values_list("reason", "finished_at", "pk")
    last = {(reason, at): job for reason, at, job in ends[: MOST_REASONS * 10]}
    return [
        Reason(row["reason"], row["day"], row["week"], row["last_at"], last.get((row["reason"], row["last_at"])))
        for row in rows
    ]


def _notifications(now: datetime) -> Notifications:
    waiting = Delivery.objects.waiting().order_by()
    given_up = Delivery.objects.filter(status=Delivery.Status.FAILED, finished_at__gte=now - DAY).order_by()
    given_up = given_up.exclude(kind=Delivery.Kind.TEST)
    receivers: dict[str, Receiver] = {}
    groups = waiting.values("receiver").annotate(count=Count("pk"), oldest=Min("created_at"))
    for row in groups.order_by("-count")[:MOST_RECEIVERS]:
        receivers[row["receiver"]] = Receiver(row["receiver"], waiting=row["count"], oldest=row["oldest"])
    ended = given_up.values_list("receiver").annotate(count=Count("pk")).order_by("-count")
    for name, count in ended[:MOST_RECEIVERS]:
        receivers.setdefault(name, Receiver(name)).given_up = count
    whole = waiting.aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Notifications(whole["count"], whole["oldest"], given_up.count(), list(receivers.values()))


def _clusters() -> list[Workers]:
    return [
        Workers(
            machine=machine_name(row.host),
            host=row.host,
            process=row.pid,
            workers=row.worker_pids,
            replaced=row.replaced,
            started_at=row.started_at,
            seen_at=row.seen_at,
            stopped_at=row.stopped_at,
            is_alive=row.is_alive,
        )
        for row in Cluster.objects.order_by("-seen_at")[:MOST_CLUSTERS]
    ]


def _throughput(now: datetime) -> Throughput:
    completed = Job.objects.filter(status=Job.Status.COMPLETED, finished_at__gte=now - HOUR)
    times = completed.order_by("-finished_at").values_list("created_at", "started_at", "finished_at")[:MOST_MEASURED]
    starts = [(started - asked).total_seconds() for asked, started, _ in times if started]
    ends = [(ended - asked).total_seconds() for asked, _, ended in times if ended]
    return Throughput(completed.count(), median(starts) if starts else None, median(ends) if ends else None)
