"""Teams, who belongs to them, and the link that lets the first owner in."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from interviews.drafts import General, Proctoring
from interviews.models.columns import DraftField


def digest(secret: str) -> str:
    """SHA-256 in hex: what is stored of a secret of 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


class TeamQuerySet(models.QuerySet["Team"]):
    def create_named(self, name: str) -> "Team":
        """A new team with a slug made of its name that no other team has."""
        base = slugify(name)[:40] or "team"
        taken = set(self.filter(slug__startswith=base).values_list("slug", flat=True))
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        return self.create(name=name, slug=slug)


class Team(models.Model):
    """A hiring team: everything else belongs to one. Its settings are the defaults of new interviews.

    `engine` counts where a language model is set up; elsewhere the built-in engine writes."""

    class Engine(models.TextChoices):
        LANGUAGE_MODEL = "openai", _("The language model")
        BUILT_IN = "library", _("The built-in engine, offline")

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=50, unique=True)
    engine = models.CharField(
        _("who writes new plans"), max_length=20, choices=Engine.choices, default=Engine.LANGUAGE_MODEL
    )
    general = DraftField(General, verbose_name=_("general settings"), default=General)
    proctoring = DraftField(Proctoring, verbose_name=_("proctoring settings"), default=Proctoring)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name

    def rename(self, name: str) -> None:
        """Gives the team another name; its slug, which the log shows, stays."""
        self.name = name
        self.save(update_fields=["name"])


class Membership(models.Model):
    """A person's place in a team."""

    class Level(models.TextChoices):
        OWNER = "owner", _("Owner")
        EDITOR = "editor", _("Editor")
        VIEWER = "viewer", _("Viewer")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    team = models.ForeignKey(Team, models.CASCADE, related_name="memberships", verbose_name=_("team"))
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.EDITOR)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        ordering = ["team__name", "user__email"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "team"], name="membership_once_per_team"),
            models.CheckConstraint(
                condition=models.Q(level__in=["owner", "editor", "viewer"]), name="membership_level_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.level}, {self.team})"

    @property
    def may_edit(self) -> bool:
        """Owners and editors change things; viewers read."""
        return self.level in {self.Level.OWNER, self.Level.EDITOR}

    @property
    def is_owner(self) -> bool:
        """Owners answer for the team itself."""
        return self.level == self.Level.OWNER


class FirstRunLink(models.Model):
    """The one-time link by which a new team's first owner sets e-mail and password. Only its digest is stored."""

    LIFETIME = timedelta(hours=24)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("owner"))
    team = models.ForeignKey(Team, models.CASCADE, related_name="+", verbose_name=_("team"))
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    spent_at = models.DateTimeField(_("spent"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("first-run link")
        verbose_name_plural = _("first-run links")

    def __str__(self) -> str:
        return f"First-run link of {self.team}"

    @classmethod
    def issue(cls, membership: Membership) -> str:
        """A new link for an owner who has never signed in; earlier ones end. Returns the secret part of it."""
        cls.objects.filter(team=membership.team, spent_at=None).delete()
        secret = secrets.token_urlsafe(32)
        cls.objects.create(
            user=membership.user,
            team=membership.team,
            digest=digest(secret),
            expires_at=timezone.now() + cls.LIFETIME,
        )
        return secret

    @classmethod
    def find(cls, secret: str) -> "FirstRunLink | None":
        """The link that this secret opens, or None: unknown, spent, expired, or its team's owner has signed in."""
        found = (
            cls.objects.filter(digest=digest(secret), spent_at=None, expires_at__gt=timezone.now())
            .select_related("user", "team")
            .first()
        )
        if found is None:
            return None
        signed_in = Membership.objects.filter(
            team=found.team, level=Membership.Level.OWNER, user__last_login__isnull=False
        ).exists()
        return None if signed_in else found

    def spend(self) -> bool:
        """Marks the link as used; False when somebody was faster."""
        return type(self).objects.filter(pk=self.pk, spent_at=None).update(spent_at=timezone.now()) == 1
