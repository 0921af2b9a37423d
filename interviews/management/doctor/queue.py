"""The queue: somebody works, and nothing waits for long."""

from datetime import datetime, timedelta

from django.db import DatabaseError, InterfaceError
from django.utils import timezone
from django_q.models import OrmQ

from interviews.management.doctor.database import nothing_yet
from interviews.management.doctor.findings import Findings, ok, warning, wrong
from interviews.models import Cluster, Delivery, Job

LONG = timedelta(minutes=2)
LONG_IN_THE_OUTBOX = timedelta(minutes=5)
NO_ANSWER = ("queue", "it cannot be looked at without a database that answers and is migrated.", "Mend that first.")


def check_queue() -> Findings:
    """Clusters, messages, jobs and notifications."""
    try:
        found = [warning(*NO_ANSWER)] if nothing_yet() else list(_found(timezone.now()))
    except (DatabaseError, InterfaceError):
        found = [warning(*NO_ANSWER)]
    yield from found


def _found(now: datetime) -> Findings:
    alive = Cluster.objects.alive().count()
    if alive:
        yield ok("queue", f"{alive} cluster{'s' * (alive != 1)} of workers seen in the last 30 seconds")
    elif Job.objects.unfinished().exists():
        yield wrong("queue", "jobs wait, and no cluster of workers is alive.", "Run manage.py up.")
    else:
        yield warning("queue", "no cluster of workers is alive.", "Run manage.py up.")
    yield ok("queue", f"{_counted(OrmQ.objects.count(), 'message waits', 'messages wait')}")
    yield from _jobs(now)
    yield from _deliveries(now)


def _jobs(now: datetime) -> Findings:
    waits = Job.objects.free(now).filter(status=Job.Status.PENDING).order_by("created_at")
    oldest = waits.values_list("created_at", flat=True).first()
    if oldest is not None and now - oldest > LONG:
        yield warning(
            "queue",
            f"{_counted(waits.count(), 'job waits', 'jobs wait')}, the oldest for {_minutes(now - oldest)}.",
            "Look whether workers run; if they do, raise HIRING_WORKERS or add a machine.",
        )
    else:
        yield ok("queue", "no job has waited for long")
    # Those of a living `up` are freed and woken within seconds.
    lost = Job.objects.unfinished().filter(lease_until__lt=now - LONG).count()
    if lost:
        yield warning(
            "queue",
            f"{_counted(lost, 'job belongs', 'jobs belong')} to workers that are gone.",
            "Run manage.py up: they go on by themselves.",
        )


def _deliveries(now: datetime) -> Findings:
    late = Delivery.objects.waiting().filter(next_attempt_at__lt=now - LONG_IN_THE_OUTBOX).order_by("next_attempt_at")
    oldest = late.values_list("next_attempt_at", flat=True).first()
    if oldest is None:
        yield ok("notifications", "none is overdue")
    else:
        yield warning(
            "notifications",
            f"{_counted(late.count(), 'is', 'are')} overdue, the oldest by {_minutes(now - oldest)}.",
            "Look whether `send_notifications` runs (manage.py up starts it) and whether a receiver is slow.",
        )


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _minutes(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    return f"{minutes} minutes" if minutes < 180 else f"{minutes // 60} hours"
