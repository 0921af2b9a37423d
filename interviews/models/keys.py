"""API keys: programs sign in with one. Only a digest is stored."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.teams import Team, digest


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def find(self, secret: str) -> "ApiKey | None":
        """The usable key with this secret, or None: unknown, revoked or expired."""
        now = timezone.now()
        return (
            self.filter(digest=digest(secret), revoked_at=None)
            .filter(models.Q(expires_at=None) | models.Q(expires_at__gt=now))
            .select_related("team")
            .first()
        )


class ApiKey(models.Model):
    """A program's key: 256 random bits, shown once. `prefix` lets people recognise it."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="api_keys", verbose_name=_("team"))
    name = models.CharField(_("name"), max_length=100)
    prefix = models.CharField(_("begins with"), max_length=12)
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    read_only = models.BooleanField(_("read-only"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    @classmethod
    def issue(
        cls, team: Team, name: str, *, read_only: bool = False, expires_at: datetime | None = None
    ) -> tuple["ApiKey", str]:
        """A new key and its secret, which is not kept anywhere."""
        secret = "hp_" + secrets.token_urlsafe(32)
        key = cls.objects.create(
            team=team,
            name=name,
            prefix=secret[:8],
            digest=digest(secret),
            read_only=read_only,
            expires_at=expires_at,
        )
        return key, secret

    def revoke(self) -> None:
        """Ends the key for good."""
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])

    def touch(self) -> None:
        """Notes that the key was used, at most once a minute."""
        now = timezone.now()
        if self.last_used_at is None or now - self.last_used_at > timedelta(minutes=1):
            type(self).objects.filter(pk=self.pk).update(last_used_at=now)
