"""The secrets that notifications are signed with (Standard Webhooks)."""

import base64
import secrets
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.teams import Team

PREFIX = "whsec_"
BYTES = 32


class SigningSecretQuerySet(models.QuerySet["SigningSecret"]):
    def usable(self, now: datetime) -> "SigningSecretQuerySet":
        """Those in use: the newest, and the one before it while the two overlap. Newest first."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=now)).order_by("-pk")


class SigningSecret(models.Model):
    """A team's secret: `whsec_` and 256 random bits in base64. It signs, so it is kept as it is, not as a digest."""

    OVERLAP = timedelta(hours=24)

    team = models.ForeignKey(Team, models.CASCADE, related_name="signing_secrets", verbose_name=_("team"))
    secret = models.CharField(_("secret"), max_length=100)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    expires_at = models.DateTimeField(_("signs until"), null=True, blank=True)

    objects = SigningSecretQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("signing secret")
        verbose_name_plural = _("signing secrets")
        constraints = [
            models.UniqueConstraint(fields=["team"], condition=Q(expires_at=None), name="signing_secret_one_current")
        ]

    def __str__(self) -> str:
        return f"{self.team} ({self.created_at:%Y-%m-%d})"

    @classmethod
    def of(cls, team: Team) -> list["SigningSecret"]:
        """The secrets that sign a team's notifications now, newest first; the first one is made when it is needed."""
        found = list(cls.objects.filter(team=team).usable(timezone.now()))
        return found if any(one.expires_at is None for one in found) else [cls._first(team), *found]

    @classmethod
    def _first(cls, team: Team) -> "SigningSecret":
        with transaction.atomic():
            Team.objects.select_for_update().get(pk=team.pk)
            return cls.objects.filter(team=team, expires_at=None).first() or cls._fresh(team)

    @classmethod
    def rotate(cls, team: Team, overlap: timedelta = OVERLAP) -> "SigningSecret":
        """A new secret; the one before goes on signing beside it for `overlap`, so that receivers can change over."""
        now = timezone.now()
        with transaction.atomic():
            Team.objects.select_for_update().get(pk=team.pk)
            cls.objects.filter(team=team).filter(Q(expires_at=None) | Q(expires_at__gt=now + overlap)).update(
                expires_at=now + overlap
            )
            return cls._fresh(team)

    @classmethod
    def _fresh(cls, team: Team) -> "SigningSecret":
        return cls.objects.create(team=team, secret=PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode())

    @classmethod
    def end_old(cls, team: Team) -> int:
        """Ends the overlap at once: only the newest secret signs. Returns how many were ended."""
        now = timezone.now()
        return cls.objects.filter(team=team, expires_at__gt=now).update(expires_at=now)
