"""Notices a cluster that looks alive and takes no work: jobs wait while this host works on fewer than it could."""

from datetime import timedelta

from django.utils import timezone

from interviews.models import HOST, Job

PATIENCE = timedelta(seconds=8)
STARTING_SECONDS = 10.0


def wedged(workers: int) -> bool:
    """Whether a free job was woken long enough ago, this host has room for it, and it has claimed nothing since."""
    now = timezone.now()
    if not Job.objects.free(now).filter(woken_at__lt=now - PATIENCE).exists():
        return False
    here = Job.objects.filter(lease_owner__startswith=f"{HOST}/")
    if here.filter(lease_until__gt=now).count() >= workers:
        return False
    return not Job.objects.filter(claimed_at__gt=now - PATIENCE).exists()
