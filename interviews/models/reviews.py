"""What others say about a plan: a link for people without an account, their comments, and whether they approve."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.interviews import Interview
from interviews.models.teams import Team, digest
from interviews.models.users import User


class ReviewLinkQuerySet(models.QuerySet["ReviewLink"]):
    def working(self) -> "ReviewLinkQuerySet":
        """Those that open their plan: not expired, not revoked, and it was not deleted."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), interview__deleted_at=None)


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

    objects = ReviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("review link")
        verbose_name_plural = _("review links")

    def __str__(self) -> str:
        return f"{self.interview}: {self.recipient}"

    @classmethod
    def issue(cls, interview: Interview, recipient: str, *, by: User | None = None) -> tuple["ReviewLink", str]:
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
            cls.objects.working()
            .filter(digest=digest(secret))
            .select_related("interview", "team", "created_by")
            .first()
        )

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= timezone.now()

    def revoke(self) -> None:
        """Ends the link at once, for good."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    def touch(self) -> None:
        """Notes that it was opened, at most once a minute."""
        now = timezone.now()
        stale = Q(opened_at=None) | Q(opened_at__lt=now - timedelta(minutes=1))
        type(self).objects.filter(stale, pk=self.pk).update(opened_at=now)


class CommentQuerySet(models.QuerySet["Comment"]):
    def questions(self) -> "CommentQuerySet":
        """What people said by themselves, without the team's answers to it."""
        return self.filter(answers=None)

    def open(self) -> "CommentQuerySet":
        """What nobody has resolved yet."""
        return self.questions().filter(resolved_at=None)

    def counted(self) -> list[tuple[int | None, int | None, int]]:
        """How many there are of each skill and question: `(skill, question, count)`, in one query."""
        rows = self.order_by().values_list("skill", "question").annotate(count=Count("pk"))
        return [(skill, question, count) for skill, question, count in rows]


class Comment(models.Model):
    """What somebody said about a plan, one of its skills or one of its questions (ids of rows, which may be gone).

    `link` is the one by which it came. An answer of the team `answers` another comment and has that one's link:
    whoever has the link reads both."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="comments", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="comments", verbose_name=_("interview"))
    link = models.ForeignKey(
        ReviewLink, models.SET_NULL, null=True, blank=True, related_name="comments", verbose_name=_("link")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    answers = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies", verbose_name=_("answers")
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

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [models.Index(fields=["interview", "created_at"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"

    def resolve(self, name: str) -> None:
        """Notes that it is dealt with, and by whom; the first who says so stays."""
        now = timezone.now()
        type(self).objects.filter(pk=self.pk, resolved_at=None).update(resolved_at=now, resolved_name=name)

    def reopen(self) -> None:
        """Notes that it is not dealt with after all."""
        type(self).objects.filter(pk=self.pk).update(resolved_at=None, resolved_name="")


class ApprovalQuerySet(models.QuerySet["Approval"]):
    def that_count(self, interview: Interview) -> "ApprovalQuerySet":
        """The last word by each link about an interview, the newest first."""
        last = self.filter(interview=interview).order_by().values("link").annotate(last=Max("pk")).values("last")
        return self.filter(pk__in=last).select_related("link")


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

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=["approved", "changes"]), name="approval_decision_known")
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.decision}"
