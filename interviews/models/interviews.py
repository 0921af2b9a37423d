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
    Anchor,
    Evidence,
    Finding,
    FollowUp,
    General,
    Intake,
    PlanDraft,
    PlannedSkill,
    PlanRecord,
    Proctoring,
    QuestionDraft,
    Sample,
    Source,
    details,
)
from interviews.models.columns import DraftField
from interviews.models.roles import Role
from interviews.models.teams import Team

PLAN_FIELDS = (
    "name", "description", "seniority", "engine", "summary", "general", "proctoring", "opening", "closing",
    "protected_note", "screen_first", "assess_elsewhere", "gaps", "findings", "notices", "intake",
)  # fmt: skip
SKILL_FIELDS = ("name", "importance", "kind", "weight", "weight_by_hand", "evidence", "reference", "locked")
QUESTION_FIELDS = (
    "prompt", "type", "difficulty", "minutes", "drop_first", "why", "follow_ups", "alternate", "evaluation_criteria",
    "rating_scale", "red_flags", "samples", "source", "locked",
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

    @property
    def planned_minutes(self) -> int:
        """Minutes of all questions; opening and closing come on top."""
        return sum(question.minutes for skill in self.skills.all() for question in skill.questions.all())


class Skill(models.Model):
    """A skill that the interview probes, with its evidence in the description."""

    class Importance(models.TextChoices):
        MUST_HAVE = "must_have", _("Must have")
        NICE_TO_HAVE = "nice_to_have", _("Nice to have")

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="skills", verbose_name=_("interview"))
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=200)
    importance = models.CharField(_("importance"), max_length=20, choices=Importance.choices)
    kind = models.CharField(_("kind"), max_length=20, default="hard")
    weight = models.PositiveSmallIntegerField(_("weight"))
    weight_by_hand = models.BooleanField(_("weight chosen by hand"), default=False)
    locked = models.BooleanField(_("locked"), default=False)
    evidence = DraftField(list[Evidence], verbose_name=_("evidence"), default=list, blank=True)
    reference = models.CharField(_("library reference"), max_length=200, default="", blank=True)

    class Meta:
        ordering = ["interview", "position", "id"]
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        constraints = [
            models.CheckConstraint(condition=Q(weight__lte=100), name="skill_weight_at_most_100"),
            models.CheckConstraint(
                condition=Q(importance__in=["must_have", "nice_to_have"]), name="skill_importance_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def planned(self) -> PlannedSkill:
        """The skill and its questions as a plain value."""
        values: dict[str, Any] = {name: getattr(self, name) for name in SKILL_FIELDS}
        return PlannedSkill(id=self.pk, questions=[question.draft() for question in self.questions.all()], **values)


class Question(models.Model):
    """A question of a skill, with all that is needed to ask and rate it."""

    class Type(models.TextChoices):
        BEHAVIORAL = "behavioral", _("Behavioral")
        SITUATIONAL = "situational", _("Situational")
        TECHNICAL = "technical", _("Technical")
        WORK_SAMPLE = "work_sample", _("Work sample")
        JOB_KNOWLEDGE = "job_knowledge", _("Job knowledge")

    class Difficulty(models.TextChoices):
        ENTRY = "entry", _("Entry")
        INTERMEDIATE = "intermediate", _("Intermediate")
        ADVANCED = "advanced", _("Advanced")

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="questions", verbose_name=_("skill"))
    position = models.PositiveIntegerField(_("position"))
    prompt = models.TextField(_("prompt"))
    type = models.CharField(_("type"), max_length=20, choices=Type.choices)
    difficulty = models.CharField(_("difficulty"), max_length=20, choices=Difficulty.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    drop_first = models.BooleanField(_("dropped first when late"), default=False)
    why = models.TextField(_("why we ask"), default="", blank=True)
    follow_ups = DraftField(list[FollowUp], verbose_name=_("probes"), default=list, blank=True)
    alternate = models.TextField(_("alternate"), default="", blank=True)
    evaluation_criteria = DraftField(list[str], verbose_name=_("evaluation criteria"), default=list, blank=True)
    rating_scale = DraftField(list[Anchor], verbose_name=_("rating scale"), default=list, blank=True)
    red_flags = DraftField(list[str], verbose_name=_("red flags"), default=list, blank=True)
    samples = DraftField(list[Sample], verbose_name=_("sample answers"), default=list, blank=True)
    source = DraftField(Source, verbose_name=_("source"), default=Source, blank=True)
    locked = models.BooleanField(_("locked"), default=False)

    class Meta:
        ordering = ["skill", "position", "id"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1) & Q(minutes__lte=30), name="question_minutes_1_to_30"),
            models.CheckConstraint(
                condition=Q(type__in=["behavioral", "situational", "technical", "work_sample", "job_knowledge"]),
                name="question_type_known",
            ),
            models.CheckConstraint(
                condition=Q(difficulty__in=["entry", "intermediate", "advanced"]),
                name="question_difficulty_known",
            ),
        ]

    def __str__(self) -> str:
        return self.prompt

    @property
    def interview(self) -> Interview:
        """The interview that it is asked in."""
        return self.skill.interview

    def draft(self) -> QuestionDraft:
        """The question as a plain value."""
        return QuestionDraft(id=self.pk, **{name: getattr(self, name) for name in QUESTION_FIELDS})
