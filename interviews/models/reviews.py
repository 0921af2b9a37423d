"""What others say about a plan: a link for people without an account, their comments, and whether they approve."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.interviews import Interview
from interviews.models.teams import Team, digest


class ReviewLink(models.Model):
    """A link by which somebody without an account reads one plan, comments on it and approves it.

    Only its digest is stored. It opens until it expires or is revoked, and opens nothing else."""

    LIFETIME = timedelta(days=14)

    team = models.ForeignKey(Team, models.CASCADE, related_name="review_links", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="review_links", verbose_name=_("interview"))
    recipient = models.CharField(_("for whom"), max_length=200)
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("made by")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("review link")
        verbose_name_plural = _("review links")

    def __str__(self) -> str:
        return f"{self.interview}: {self.recipient}"

    @classmethod
    def issue(cls, interview: Interview, recipient: str, *, by: object = None) -> tuple["ReviewLink", str]:
        """A new link and the secret part of it, which is shown once."""
        secret = secrets.token_urlsafe(32)
        link = cls.objects.create(
            team=interview.team,
            interview=interview,
            recipient=recipient,
            digest=digest(secret),
            created_by=by,
            expires_at=timezone.now() + cls.LIFETIME,
        )
        return link, secret

    @classmethod
    def find(cls, secret: str) -> "ReviewLink | None":
        """The link that this secret opens, or None: unknown, expired, revoked, or its interview was deleted."""
        return (
            cls.objects.filter(
                digest=digest(secret),
                revoked_at=None,
                expires_at__gt=timezone.now(),
                interview__deleted_at=None,
            )
            .select_related("interview", "team")
            .first()
        )


class Comment(models.Model):
    """What somebody said about a plan, one of its skills or one of its questions (ids of rows, which may be gone)."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="comments", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="comments", verbose_name=_("interview"))
    link = models.ForeignKey(
        ReviewLink, models.SET_NULL, null=True, blank=True, related_name="comments", verbose_name=_("link")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=200)
    skill = models.BigIntegerField(_("skill"), null=True, blank=True)
    question = models.BigIntegerField(_("question"), null=True, blank=True)
    about = models.CharField(_("what it is about"), max_length=300, default="", blank=True)
    version = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_name = models.CharField(_("resolved by"), max_length=300, default="", blank=True)

    class Meta:
        ordering = ["created_at"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [models.Index(fields=["interview", "created_at"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


class Approval(models.Model):
    """Somebody's word on one version of a plan: approved, or changes are asked for."""

    class Decision(models.TextChoices):
        APPROVED = "approved", _("Approved")
        CHANGES = "changes", _("Asks for changes")

    team = models.ForeignKey(Team, models.CASCADE, related_name="approvals", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="approvals", verbose_name=_("interview"))
    link = models.ForeignKey(
        ReviewLink, models.SET_NULL, null=True, blank=True, related_name="approvals", verbose_name=_("link")
    )
    name = models.CharField(_("name"), max_length=200)
    version = models.PositiveIntegerField(_("version"))
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices)
    note = models.TextField(_("note"), default="", blank=True)
    created_at = models.DateTimeField(_("said"), default=timezone.now)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=["approved", "changes"]), name="approval_decision_known")
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.decision}"
