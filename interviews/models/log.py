"""What a job has said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LogEntry(models.Model):
    """A line of a job's log."""

    job = models.ForeignKey("interviews.Job", models.CASCADE, related_name="log", verbose_name=_("job"))
    message = models.TextField(_("message"))
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["id"]
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")

    def __str__(self) -> str:
        return self.message
