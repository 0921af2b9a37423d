"""Interviews: the working copy of a plan, as rows that people edit."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import (
    Evidence,
    Finding,
    General,
    Intake,
    PlanDraft,
    PlanRecord,
    Proctoring,
    details,
)
from interviews.models.columns import DraftField
from interviews.models.roles import Role
from interviews.models.skills import Skill
from interviews.models.teams import Team

PLAN_FIELDS = (
    "name", "description", "seniority", "engine", "summary", "general", "proctoring", "opening", "closing",
    "protected_note", "screen_first", "assess_elsewhere", "gaps", "findings", "notices", "intake",
)  # fmt: skip
# How long a deleted interview can be brought back.
KEPT = timedelta(days=30)


class VersionConflict(Exception):
    """Somebody changed the interview since it was read; nothing was written."""


class InterviewQuerySet(models.QuerySet["Interview"]):
    def for_team(self, team: Team) -> "InterviewQuerySet":
        """The interviews of one team that nobody deleted."""
        return self.filter(team=team, deleted_at=None)

    def deleted(self, team: Team) -> "InterviewQuerySet":
        """The interviews of one team that were deleted and can still be brought back, the last deleted first."""
        return self.filter(team=team, deleted_at__gt=timezone.now() - KEPT).order_by("-deleted_at")

    def with_plan(self) -> "InterviewQuerySet":
        """With skills and questions, in three queries however many there are."""
        rows = self.select_related("role", "created_by", "team", "published_revision")
        skills = Prefetch("skills", Skill.objects.prefetch_related("questions"))
        return rows.defer("published_revision__snapshot", "published_revision__changes").prefetch_related(skills)


class Interview(models.Model):
    """An interview plan. Offsets of evidence count code points of its own copy of the description."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        ARCHIVED = "archived", _("Archived")

    class Seniority(models.TextChoices):
        ENTRY = "entry", _("Entry")
        MID = "mid", _("Mid")
        SENIOR = "senior", _("Senior")
        LEAD = "lead", _("Lead")

    team = models.ForeignKey(Team, models.CASCADE, related_name="interviews", verbose_name=_("team"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="interviews", verbose_name=_("role"))
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("job description"))
    seniority = models.CharField(_("seniority"), max_length=10, choices=Seniority.choices)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=1)
    engine = models.CharField(_("engine"), max_length=20)
    summary = models.TextField(_("summary"), default="", blank=True)
    general = DraftField(General, verbose_name=_("general settings"), default=General)
    proctoring = DraftField(Proctoring, verbose_name=_("proctoring settings"), default=Proctoring)
    opening = models.TextField(_("opening script"), default="", blank=True)
    closing = models.TextField(_("closing script"), default="", blank=True)
    protected_note = models.TextField(_("if something protected is volunteered"), default="", blank=True)
    screen_first = DraftField(list[str], verbose_name=_("screen first"), default=list, blank=True)
    assess_elsewhere = DraftField(list[str], verbose_name=_("assess elsewhere"), default=list, blank=True)
    gaps = DraftField(list[Evidence], verbose_name=_("not covered"), default=list, blank=True)
    findings = DraftField(list[Finding], verbose_name=_("findings"), default=list, blank=True)
    notices = DraftField(list[str], verbose_name=_("notices"), default=list, blank=True)
    intake = DraftField(Intake, verbose_name=_("intake"), default=Intake, blank=True)
    author = models.CharField(_("created by"), max_length=300, default="", blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    published_revision = models.ForeignKey(
        "interviews.Revision",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published"),
    )
    used_in_hiring_at = models.DateTimeField(_("used in hiring since"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deleted by"),
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        indexes = [models.Index(fields=["team", "-updated_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "published", "archived"]), name="interview_status_known"
            ),
            models.CheckConstraint(
                condition=Q(seniority__in=["entry", "mid", "senior", "lead"]),
                name="interview_seniority_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def plan(self) -> PlanDraft:
        """The working copy as a plain value, with the ids of its rows. Cheap after `with_plan()`."""
        values: dict[str, Any] = {name: getattr(self, name) for name in PLAN_FIELDS}
        return PlanDraft(role=self.role.title, skills=[skill.planned() for skill in self.skills.all()], **values)

    def details(self, version: str = "draft") -> dict[str, Any] | None:
        """The details answer of a version: `draft`, a revision's number, or "" for the published one if there is one.

        None when there is no such revision. The draft is cheap after `with_plan()`."""
        found = self.at(version)
        if found is None:
            return None
        answer = details(*found)
        if self.published_revision is not None:
            answer["published_version"] = self.published_revision.number
        return answer

    def at(self, version: str = "draft") -> tuple[PlanDraft, PlanRecord] | None:
        """The plan of a version and what is known about it; `version` as for `details`."""
        if version == "":
            version = str(self.published_revision.number) if self.published_revision else "draft"
        record = PlanRecord(
            identifier=self.pk,
            status=self.status,
            version=self.version,
            created_at=self.created_at,
            updated_at=self.updated_at,
            created_by=self.author,
        )
        if version == "draft":
            return self.plan(), record
        revision = self.revisions.filter(number=int(version[:9])).first()
        if revision is None:
            return None
        is_published = revision.pk == self.published_revision_id and self.status != self.Status.ARCHIVED
        status = self.Status.PUBLISHED if is_published else self.status
        return revision.snapshot, replace(
            record, status=status, version=revision.number, updated_at=revision.updated_at
        )

    def change(self, version: int | None = None) -> None:
        """Counts an edit. Raises VersionConflict unless the interview still is at `version` (None: whatever it is).

        Inside the transaction of the edit, before it."""
        now = timezone.now()
        rows = type(self).objects.filter(pk=self.pk)
        if version is not None:
            rows = rows.filter(version=version)
        if rows.update(version=F("version") + 1, updated_at=now) != 1:
            raise VersionConflict(str(self.pk))
        self.refresh_from_db(fields=["version", "updated_at"])

    @property
    def is_frozen(self) -> bool:
        """Whether the working copy is what is published, or put away: an edit begins a new draft, or is refused."""
        return self.status != self.Status.DRAFT
