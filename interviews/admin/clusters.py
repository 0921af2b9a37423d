"""The clusters of workers that were seen."""

from django.contrib import admin

from interviews.admin.base import ReadOnly
from interviews.models import Cluster


@admin.register(Cluster)
class ClusterAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["host", "pid", "worker_pids", "replaced", "started_at", "seen_at", "stopped_at"]
    list_filter = ["host", "seen_at"]
    search_fields = ["host", "run"]
