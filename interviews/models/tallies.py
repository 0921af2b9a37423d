"""How often something was done within a stretch of time, counted over all processes."""

import time
from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """A count that no two requests take for the same: a row for each name and stretch of time."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    count = models.PositiveIntegerField(_("count"), default=0)
    ends_at = models.DateTimeField(_("ends"), db_index=True)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"

    @classmethod
    def one_more(cls, what: str, seconds: int) -> int:
        """Counts something once more; how often it was counted within the running stretch of so many seconds.

        Of requests that come at the same time each gets at least its own place in the order, so that no more than
        `n` of them ever see a count of `n` or less. Forgets what has ended. To be called outside a transaction."""
        stretch = int(time.time()) // seconds
        row = cls.objects.filter(name=f"{what}-{stretch}")
        if not row.update(count=F("count") + 1):
            cls.objects.filter(ends_at__lt=timezone.now() - timedelta(seconds=seconds)).delete()
            ends_at = datetime.fromtimestamp((stretch + 1) * seconds, UTC)
            Tally.objects.bulk_create([Tally(name=f"{what}-{stretch}", ends_at=ends_at)], ignore_conflicts=True)
            row.update(count=F("count") + 1)
        count: int = row.values_list("count", flat=True).get()
        return count
