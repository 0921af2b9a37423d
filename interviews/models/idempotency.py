"""What a program asked for with an `Idempotency-Key`, so that asking again gives the same job."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.jobs import Job
from interviews.models.teams import Team


class IdempotencyKey(models.Model):
    """A key that a team's program chose, the digest of the body it sent, and the job that came of it."""

    KEPT_FOR = timedelta(hours=24)

    team = models.ForeignKey(Team, models.CASCADE, related_name="idempotency_keys", verbose_name=_("team"))
    key = models.CharField(_("key"), max_length=255)
    digest = models.CharField(_("digest of the body"), max_length=64)
    job = models.ForeignKey(Job, models.CASCADE, related_name="+", verbose_name=_("job"))
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("idempotency key")
        verbose_name_plural = _("idempotency keys")
        indexes = [models.Index(fields=["created_at"])]
        constraints = [models.UniqueConstraint(fields=["team", "key"], name="idempotency_key_once")]

    def __str__(self) -> str:
        return self.key

    @property
    def is_over(self) -> bool:
        """Kept long enough: the key may be used for something else."""
        return timezone.now() - self.created_at > self.KEPT_FOR
