"""A team's own questions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import LibraryEntry
from interviews.models.columns import DraftField
from interviews.models.teams import Team


class LibraryQuestion(models.Model):
    """A team's question, in the shape of a built-in entry. Generation prefers approved ones."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("Approved")
        RETIRED = "retired", _("Retired")

    team = models.ForeignKey(Team, models.CASCADE, related_name="library", verbose_name=_("team"))
    skill_name = models.CharField(_("skill"), max_length=200)
    entry = DraftField(LibraryEntry, verbose_name=_("question"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now)

    class Meta:
        ordering = ["skill_name", "id"]
        verbose_name = _("team question")
        verbose_name_plural = _("team questions")
        indexes = [models.Index(fields=["team", "status", "skill_name"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "approved", "retired"]), name="library_question_status_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.skill_name}: {self.entry.prompt}"

    def material(self) -> LibraryEntry:
        """The question as engines see it: known by its row, under the name of its skill."""
        entry: LibraryEntry = self.entry
        return entry.model_copy(
            update={
                "id": f"team.{self.pk}",
                "family": "team",
                "competency_name": self.skill_name,
                "status": "approved" if self.status == self.Status.APPROVED else entry.status,
            }
        )
