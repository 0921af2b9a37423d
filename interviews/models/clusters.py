"""The clusters of workers that have been seen, written down by each of them every few seconds."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ClusterQuerySet(models.QuerySet["Cluster"]):
    def alive(self) -> "ClusterQuerySet":
        """Those that were seen in the last 30 seconds and have not said goodbye."""
        return self.filter(stopped_at=None, seen_at__gt=timezone.now() - Cluster.ALIVE_FOR)


class Cluster(models.Model):
    """A cluster of workers on a machine, as its sentinel sees it. `run` names the `manage.py up` that started it."""

    ALIVE_FOR = timedelta(seconds=30)
    KEPT_FOR = timedelta(days=1)

    cluster_id = models.UUIDField(_("cluster"), unique=True)
    host = models.CharField(_("machine"), max_length=80)
    run = models.CharField(_("run"), max_length=80)
    pid = models.PositiveIntegerField(_("process"))
    sentinel_pid = models.PositiveIntegerField(_("sentinel"))
    monitor_pid = models.PositiveIntegerField(_("monitor"), default=0)
    pusher_pid = models.PositiveIntegerField(_("pusher"), default=0)
    worker_pids = models.JSONField(_("workers"), default=list)
    replaced = models.PositiveIntegerField(_("workers replaced"), default=0)
    started_at = models.DateTimeField(_("started"))
    seen_at = models.DateTimeField(_("last seen"))
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)

    objects = ClusterQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        indexes = [models.Index(fields=["seen_at"])]

    def __str__(self) -> str:
        return f"{self.host} ({self.pid})"

    @property
    def is_alive(self) -> bool:
        """Seen lately, and not stopped."""
        return self.stopped_at is None and timezone.now() - self.seen_at < self.ALIVE_FOR
