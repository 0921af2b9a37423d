"""What the parent process of `manage.py up` does every few seconds: frees what the dead held, wakes what nobody has."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import (
    FREED,
    HOST,
    KEPT,
    Cluster,
    Delivery,
    IdempotencyKey,
    Interview,
    Job,
    Presence,
    is_dead,
    run_of_this,
    wake,
)

# How long a wake-up call may be on its way: behind others in a busy cluster, or to a worker that is free.
PATIENCE = timedelta(seconds=15)
PATIENCE_IDLE = timedelta(seconds=3)
MOST_QUEUED = 200
# A sender that lives takes what is due within a second, or is at other notifications of that receiver.
OVERDUE = timedelta(seconds=45)


def sweep(workers: int = 0) -> int:
    """Wakes jobs whose wake-up call was lost: free ones, as many as have no message on the queue, oldest first.

    `workers` is how many jobs this run may work on at once: while it works on fewer, no call is long on its way.
    Returns how many it woke."""
    waiting = OrmQ.objects.count()
    room = min(Job.objects.free(timezone.now()).count() - waiting, MOST_QUEUED - waiting)
    if room <= 0:
        return 0
    patience = PATIENCE_IDLE if running_here() < workers else PATIENCE
    lost = list(_woken_before(patience)[:room])
    for job in lost:
        Job.objects.filter(pk=job).update(woken_at=timezone.now())
        wake("job", str(job))
    return len(lost)


def _woken_before(patience: timedelta) -> "QuerySet[Job, UUID]":
    now = timezone.now()
    # What was woken in the future was woken before the clock was set back.
    long_ago = Q(woken_at__lt=now - patience) | Q(woken_at__gt=now + patience)
    return Job.objects.free(now).filter(long_ago).order_by("woken_at").values_list("pk", flat=True)


def running_here() -> int:
    """How many jobs the workers of this run are at."""
    mine = Job.objects.unfinished().filter(lease_owner__startswith=f"{run_of_this()}/")
    return mine.filter(lease_until__gt=timezone.now()).count()


def free_the_dead() -> int:
    """Frees the jobs and deliveries that processes of this machine held when they died, without waiting for their
    leases to end. Returns how many jobs."""
    now = timezone.now()
    mine = {"lease_owner__startswith": f"{HOST}/", "lease_until__gt": now}
    freed = 0
    for job, owner in Job.objects.unfinished().filter(**mine).values_list("pk", "lease_owner"):
        if is_dead(owner):
            held = Job.objects.unfinished().filter(pk=job, lease_owner=owner)
            freed += held.update(lease_until=None, lease_owner="", woken_at=now - PATIENCE)
    for owner in Delivery.objects.waiting().filter(**mine).values_list("lease_owner", flat=True).distinct():
        if is_dead(owner):
            Delivery.objects.waiting().filter(lease_owner=owner).update(lease_until=None, lease_owner="")
    return freed


def outbox_stands_still() -> bool:
    """Whether notifications have been due for long and this machine's sender is at none: it hangs."""
    now = timezone.now()
    if not Delivery.objects.due(now - OVERDUE).exists():
        return False
    mine = Delivery.objects.waiting().filter(lease_owner__startswith=f"{run_of_this()}/")
    return not mine.filter(lease_until__gt=now).exists()


def give_back(run: str) -> int:
    """Gives back the jobs of a run whose processes were stopped on purpose; the attempt does not count against them.

    Returns how many."""
    mine = Job.objects.unfinished().filter(lease_owner__startswith=f"{run}/")
    return mine.update(**FREED, woken_at=timezone.now() - PATIENCE)


def clear_old() -> int:
    """Forgets idempotency keys and deleted interviews that were kept long enough, clusters that have not been seen for
    a day, and who was at which plan yesterday."""
    presences, _ = Presence.objects.filter(seen_at__lt=timezone.now() - timedelta(days=1)).delete()
    keys, _ = IdempotencyKey.objects.over().delete()
    clusters, _ = Cluster.objects.filter(seen_at__lt=timezone.now() - Cluster.KEPT_FOR).delete()
    return keys + clusters + presences + clear_away()


def clear_away(after: timedelta = KEPT) -> int:
    """Takes interviews that were deleted longer ago out of the database for good. Returns how many."""
    gone = Interview.objects.filter(deleted_at__lt=timezone.now() - after)
    count = gone.count()
    gone.delete()
    return count
