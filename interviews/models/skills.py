"""The skills and the questions of an interview, as rows that people edit."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Anchor, Evidence, FollowUp, PlannedSkill, QuestionDraft, Sample, Source
from interviews.models.columns import DraftField

if TYPE_CHECKING:
    from interviews.models.interviews import Interview

SKILL_FIELDS = ("name", "importance", "kind", "weight", "weight_by_hand", "evidence", "reference", "locked")
QUESTION_FIELDS = (
    "prompt", "type", "difficulty", "minutes", "drop_first", "why", "follow_ups", "alternate", "evaluation_criteria",
    "rating_scale", "red_flags", "samples", "source", "locked",
)  # fmt: skip


class Skill(models.Model):
    """A skill that the interview probes, with its evidence in the description."""

    class Importance(models.TextChoices):
        MUST_HAVE = "must_have", _("Must have")
        NICE_TO_HAVE = "nice_to_have", _("Nice to have")

    interview = models.ForeignKey(
        "interviews.Interview", models.CASCADE, related_name="skills", verbose_name=_("interview")
    )
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
    def interview(self) -> "Interview":
        """The interview that it is asked in."""
        return self.skill.interview

    def draft(self) -> QuestionDraft:
        """The question as a plain value."""
        return QuestionDraft(id=self.pk, **{name: getattr(self, name) for name in QUESTION_FIELDS})


def hold(owner: models.Model, name: str, rows: list[Any]) -> None:
    """Gives a row its related rows as prefetching does, so that `all()` finds them without a query."""
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = rows
