"""What the parent process of `manage.py up` does every few seconds: wakes what nobody is working on."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import Delivery, Job, wake

WAKE_AGAIN = timedelta(seconds=15)
MOST_QUEUED = 200


def sweep() -> int:
    """Wakes free jobs and due deliveries whose wake-up call was lost. Returns how many it woke."""
    room = MOST_QUEUED - OrmQ.objects.count()
    jobs = _lost_jobs()[: max(0, room)]
    for job in jobs:
        Job.objects.filter(pk=job).update(woken_at=timezone.now())
        wake("job", str(job))
    deliveries = _due_deliveries()[: max(0, room - len(jobs))]
    for job in deliveries:
        wake("deliveries", str(job))
    return len(jobs) + len(deliveries)


def _lost_jobs() -> "QuerySet[Job, UUID]":
    now = timezone.now()
    free = Job.objects.free(now).filter(woken_at__lt=now - WAKE_AGAIN)
    return free.order_by("woken_at").values_list("pk", flat=True)


def _due_deliveries() -> "QuerySet[Delivery, UUID]":
    due = Delivery.objects.due(timezone.now() - timedelta(seconds=2))
    return due.order_by("job_id").values_list("job_id", flat=True).distinct()
