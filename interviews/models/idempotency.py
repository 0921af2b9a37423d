"""What a program asked for with an `Idempotency-Key`, so that asking again gives the same job."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.jobs import Job
from interviews.models.teams import Team


class IdempotencyKeyQuerySet(models.QuerySet["IdempotencyKey"]):
    def held(self, team: Team, key: str) -> "IdempotencyKeyQuerySet":
        """The row of a key that is not free again, if there is one."""
        return self.filter(team=team, key=key, created_at__gt=timezone.now() - IdempotencyKey.KEPT_FOR)

    def over(self) -> "IdempotencyKeyQuerySet":
        """Kept long enough: these keys may be used for something else."""
        return self.filter(created_at__lte=timezone.now() - IdempotencyKey.KEPT_FOR)


class IdempotencyKey(models.Model):
    """A key that a team's program chose, the digest of the body it sent, and the job that came of it."""

    KEPT_FOR = timedelta(hours=24)

    team = models.ForeignKey(Team, models.CASCADE, related_name="idempotency_keys", verbose_name=_("team"))
    key = models.CharField(_("key"), max_length=255)
    digest = models.CharField(_("digest of the body"), max_length=64)
    job = models.ForeignKey(Job, models.CASCADE, related_name="+", verbose_name=_("job"))
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    objects = IdempotencyKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("idempotency key")
        verbose_name_plural = _("idempotency keys")
        indexes = [models.Index(fields=["created_at"])]
        constraints = [models.UniqueConstraint(fields=["team", "key"], name="idempotency_key_once")]

    def __str__(self) -> str:
        return self.key
