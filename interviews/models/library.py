"""A team's own questions."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import LibraryEntry
from interviews.models.columns import DraftField
from interviews.models.teams import Team
from interviews.models.users import User


class LibraryQuestionQuerySet(models.QuerySet["LibraryQuestion"]):
    def for_team(self, team: Team) -> "LibraryQuestionQuerySet":
        """The questions of one team."""
        return self.filter(team=team)


class LibraryQuestion(models.Model):
    """A team's question, in the shape of a built-in entry. Generation prefers approved ones.

    An approval stands for the words that were read: a change makes a draft of it again, and who approved it before
    stays written. `saved_from` is the id of the question of a plan that it was made of."""

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
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_name = models.CharField(_("name of who approved it"), max_length=300, default="", blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    saved_from = models.BigIntegerField(_("saved from question"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now)

    objects = LibraryQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["skill_name", "id"]
        verbose_name = _("team question")
        verbose_name_plural = _("team questions")
        indexes = [models.Index(fields=["team", "status", "skill_name"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "approved", "retired"]), name="library_question_status_known"
            ),
            models.UniqueConstraint(fields=["team", "saved_from"], name="library_question_saved_once"),
        ]

    def __str__(self) -> str:
        return f"{self.skill_name}: {self.entry.prompt}"

    def material(self) -> LibraryEntry:
        """The question as engines see it: known by its row, under the name of its skill."""
        entry: LibraryEntry = self.entry
        return entry.model_copy(
            update={
                "id": self.reference,
                "family": "team",
                "competency_name": self.skill_name,
                "status": "approved" if self.status == self.Status.APPROVED else entry.status,
            }
        )

    @property
    def reference(self) -> str:
        """The id by which plans name it as their source."""
        return f"team.{self.pk}"

    @property
    def seen(self) -> str:
        """A digest of what it says: equal as long as nobody changed that."""
        return hashlib.sha256(f"{self.skill_name}\n{self.entry.model_dump_json()}".encode()).hexdigest()

    def rewrite(self, skill_name: str, entry: LibraryEntry) -> None:
        """Replaces what it says. An approved one is a draft again; nothing happens if nothing is different."""
        before = self.material()
        self.skill_name, self.entry = skill_name, entry
        if self.material() == before:
            return
        self.updated_at = timezone.now()
        if self.status == self.Status.APPROVED:
            self.status = self.Status.DRAFT
        self.save(update_fields=["skill_name", "entry", "status", "updated_at"])

    def approve(self, person: User) -> None:
        """From now on generation prefers it, by this person's word."""
        self.status, self.approved_by, self.approved_name = self.Status.APPROVED, person, person.get_full_name()
        self.approved_at = self.updated_at = timezone.now()
        self.save(update_fields=["status", "approved_by", "approved_name", "approved_at", "updated_at"])

    def retire(self) -> None:
        """Nobody is offered it any more; plans that ask it keep it."""
        self._turn(self.Status.RETIRED)

    def bring_back(self) -> None:
        """A retired one is a draft again."""
        if self.status == self.Status.RETIRED:
            self._turn(self.Status.DRAFT)

    def _turn(self, status: str) -> None:
        self.status, self.updated_at = status, timezone.now()
        self.save(update_fields=["status", "updated_at"])
