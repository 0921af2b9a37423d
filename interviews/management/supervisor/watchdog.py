"""Notices a cluster that looks alive and takes no work: jobs wait while this run works on fewer than it could."""

from datetime import datetime, timedelta

from django.utils import timezone

from interviews.models import Cluster, Job, run_of_this
from interviews.services.sweeping import running_here

PATIENCE = timedelta(seconds=6)
# How long a cluster may take, on a slow machine, to be there at all.
STARTING = timedelta(seconds=60)
# A free worker has taken a job long before.
WAITING = timedelta(seconds=2)


class Watchdog:
    """Looks every few seconds. `workers` is how many jobs this run may work on at once."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._began = timezone.now()
        self._hungry_since: datetime | None = None

    def begin(self) -> None:
        """A cluster has just been started: what was seen of the one before does not count."""
        self._began = timezone.now()
        self._hungry_since = None

    def sees_a_wedge(self) -> bool:
        """Whether jobs have waited for some seconds, with room for them here, and none was taken here meanwhile."""
        now = timezone.now()
        if not self._is_there():
            self._hungry_since = None
            return now - self._began >= STARTING
        waits = Job.objects.free(now).filter(woken_at__lt=now - WAITING).exists()
        if not waits or running_here() >= self._workers:
            self._hungry_since = None
            return False
        if self._hungry_since is None:
            self._hungry_since = now
        if self._taken_since(self._hungry_since):
            self._hungry_since = now
        return now - self._hungry_since >= PATIENCE

    def _is_there(self) -> bool:
        """Whether the cluster has shown itself since it was started."""
        return Cluster.objects.filter(run=run_of_this(), seen_at__gte=self._began).exists()

    def _taken_since(self, moment: datetime) -> bool:
        mine = Job.objects.filter(claimed_by__startswith=f"{run_of_this()}/")
        return mine.filter(claimed_at__gt=moment).exists()
