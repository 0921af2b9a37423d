"""The history of an interview as change sets, and what a regeneration suggests for it."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Change, PlanDraft, Suggestion
from interviews.models.columns import DraftField
from interviews.models.interviews import Interview
from interviews.models.jobs import Job
from interviews.models.teams import Team


class Revision(models.Model):
    """A change set: what one person changed in one sitting, and a snapshot of the interview after it.

    `number` is the version of the interview after its last save, `began` that after its first one; `changes` say what
    each save changed. What is published or restored is a change set by itself."""

    class Kind(models.TextChoices):
        GENERATED = "generated", _("Generated")
        IMPORTED = "imported", _("Imported")
        COPIED = "copied", _("Copied")
        EDITED = "edited", _("Edited")
        TAKEN = "taken", _("Proposal taken")
        RESTORED = "restored", _("Restored")
        PUBLISHED = "published", _("Published")
        FOUND = "found", _("As it was before the history began")

    team = models.ForeignKey(Team, models.CASCADE, related_name="revisions", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="revisions", verbose_name=_("interview"))
    number = models.PositiveIntegerField(_("number"))
    began = models.PositiveIntegerField(_("first version"), default=1)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.EDITED)
    snapshot = DraftField(PlanDraft, verbose_name=_("snapshot"))
    changes = DraftField(list[Change], verbose_name=_("changes"), default=list, blank=True)
    author = models.CharField(_("author"), max_length=300, default="", blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    why = models.CharField(_("why"), max_length=300, default="", blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    updated_at = models.DateTimeField(_("last save"), default=timezone.now)

    class Meta:
        ordering = ["interview", "-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_number_from_1"),
            models.CheckConstraint(condition=Q(began__lte=F("number")), name="revision_began_before_its_end"),
        ]

    def __str__(self) -> str:
        return f"{self.interview}, revision {self.number}"


class Proposal(models.Model):
    """What a regeneration suggests for a part of an interview. Taking it is an ordinary edit."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        TAKEN = "taken", _("Taken")
        DISMISSED = "dismissed", _("Dismissed")

    team = models.ForeignKey(Team, models.CASCADE, related_name="proposals", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="proposals", verbose_name=_("interview"))
    job = models.ForeignKey(Job, models.CASCADE, related_name="proposals", verbose_name=_("job"))
    target = models.JSONField(_("target"))
    content = DraftField(Suggestion, verbose_name=_("content"))
    based_on_version = models.PositiveIntegerField(_("based on version"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["open", "taken", "dismissed"]), name="proposal_status_known")
        ]

    def __str__(self) -> str:
        return f"{self.interview}: {self.status}"


def write_proposal(job: Job, interview: Interview, suggestion: Suggestion) -> Proposal:
    """Writes down what a regeneration suggests, in place of what earlier ones suggested for the same part and nobody
    decided on."""
    target = job.target.model_dump(exclude={"plan"}) if job.target else {}
    with transaction.atomic():
        earlier = Proposal.objects.filter(interview=interview, target=target, status=Proposal.Status.OPEN)
        earlier.update(status=Proposal.Status.DISMISSED, decided_at=timezone.now())
        return Proposal.objects.create(
            team=job.team,
            interview=interview,
            job=job,
            target=target,
            content=suggestion,
            based_on_version=job.based_on_version or interview.version,
        )
