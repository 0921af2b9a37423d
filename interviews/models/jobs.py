"""Background runs: a job, what it has done so far, and what it has said."""

import logging
import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Brief, Target
from interviews.drafts.about import about
from interviews.models.claims import FREED, LEASE, JobQuerySet
from interviews.models.columns import DraftField
from interviews.models.deliveries import Delivery, event
from interviews.models.interviews import Interview
from interviews.models.keys import ApiKey
from interviews.models.log import LogEntry
from interviews.models.queue import wake
from interviews.models.roles import Role
from interviews.models.teams import Team

if TYPE_CHECKING:
    from interviews.models.work import Unit

logger = logging.getLogger(__name__)

POISON_ATTEMPTS = 5


class LeaseLost(Exception):
    """Somebody else has the job, or it has ended: whoever sees this stops and writes nothing more."""


class Job(models.Model):
    """One background run (the API's task execution). Progress is its units; a crash loses at most the unit at work.

    Every write of a runner is fenced: it names the owner of the lease and fails with `LeaseLost` otherwise."""

    class Type(models.TextChoices):
        GENERATION = "ai_interview_generation", _("Generation")
        REGENERATION = "ai_interview_regeneration", _("Regeneration")

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        PROCESSING = "processing", _("Processing")
        COMPLETED = "completed", _("Completed")
        FAILED = "failed", _("Failed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.CASCADE, related_name="jobs", verbose_name=_("team"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="jobs", verbose_name=_("role"))
    type = models.CharField(_("type"), max_length=40, choices=Type.choices, default=Type.GENERATION)
    brief = DraftField(Brief, verbose_name=_("brief"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.PENDING)
    step = models.IntegerField(_("step number"), default=-1)
    step_name = models.CharField(_("step"), max_length=100, default="", blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    lease_owner = models.CharField(_("lease owner"), max_length=120, default="", blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    attempt = models.PositiveIntegerField(_("attempts"), default=0)
    attempts_without_progress = models.PositiveIntegerField(_("attempts without progress"), default=0)
    cancelled_at = models.DateTimeField(_("cancel asked for"), null=True, blank=True)
    error = models.TextField(_("error"), default="", blank=True)
    interview = models.ForeignKey(
        Interview, models.SET_NULL, null=True, blank=True, related_name="jobs", verbose_name=_("interview")
    )
    target = DraftField(Target, verbose_name=_("target"), null=True, blank=True)
    instruction = models.TextField(_("instruction"), default="", blank=True)
    based_on_version = models.PositiveIntegerField(_("based on version"), null=True, blank=True)
    notification_url = models.TextField(_("notification URL"), default="", blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("created by"),
    )
    api_key = models.ForeignKey(
        ApiKey, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("API key")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    claimed_at = models.DateTimeField(_("last claimed"), null=True, blank=True)
    claimed_by = models.CharField(_("last claimed by"), max_length=120, default="", blank=True)
    woken_at = models.DateTimeField(_("last woken"), default=timezone.now)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [
            models.Index(fields=["team", "-created_at"]),
            models.Index(fields=["status", "finished_at"], name="job_by_end"),
            models.Index(
                fields=["lease_until"],
                name="job_unfinished",
                condition=Q(status__in=["pending", "processing"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["pending", "processing", "completed", "failed"]),
                name="job_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="completed") | Q(finished_at__isnull=False),
                name="job_completed_has_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} ({self.status})"

    @property
    def subject(self) -> str:
        """What the job does, at the beginning of a sentence for logs and notifications."""
        return (
            "AI interview plan regeneration" if self.type == self.Type.REGENERATION else "AI interview plan generation"
        )

    @property
    def is_finished(self) -> bool:
        """Completed or failed: nothing more happens unless somebody retries it."""
        return self.status in {self.Status.COMPLETED, self.Status.FAILED}

    @property
    def is_cancelled(self) -> bool:
        """Ended because somebody asked for it."""
        return self.status == self.Status.FAILED and self.cancelled_at is not None

    @property
    def current_step(self) -> str:
        """The words of the API for where the job is."""
        if self.is_cancelled:
            return "Cancelled"
        words = {
            self.Status.PENDING: "Waiting to start",
            self.Status.COMPLETED: "Completed",
            self.Status.FAILED: "Failed",
        }
        return words.get(self.Status(self.status)) or self.step_name or "Waiting to start"

    @property
    def author(self) -> str:
        """Who asked for it: an e-mail, or `API key NAME`."""
        if self.api_key is not None:
            return f"API key {self.api_key.name}"
        return self.created_by.email if self.created_by is not None else ""

    def say(self, message: str, kind: str = Delivery.Kind.PROGRESS) -> None:
        """A line in the log, and the same to the notification URL. Inside the transaction of what it tells of."""
        now = timezone.now()
        LogEntry.objects.create(job=self, message=message, created_at=now)
        if self.notification_url:
            Delivery.objects.create(
                team_id=self.team_id,
                job=self,
                kind=kind,
                url=self.notification_url,
                created_at=now,
                body=event(self.pk, str(self.status), message, now),
            )

    def _advance(self, owner: str, **changes: Any) -> None:
        """The fence: one conditional update. Raises LeaseLost when `owner` no longer holds the job."""
        changes |= {"version": F("version") + 1, "updated_at": timezone.now()}
        mine = type(self).objects.filter(pk=self.pk, lease_owner=owner, status=self.Status.PROCESSING)
        if mine.update(**changes) != 1:
            raise LeaseLost(str(self.pk))
        for name, value in changes.items():
            if name != "version":
                setattr(self, name, value)

    def is_wanted(self) -> bool:
        """Whether nobody has asked for its end."""
        return not type(self).objects.filter(pk=self.pk, cancelled_at__isnull=False).exists()

    def is_lost_to(self, owner: str) -> bool:
        """Whether the row says that `owner` should stop: somebody else has the job, it has ended, or is cancelled."""
        held = Q(lease_owner=owner, status=self.Status.PROCESSING, cancelled_at=None)
        return type(self).objects.filter(pk=self.pk).exclude(held).exists()

    def renew(self, owner: str) -> bool:
        """The heartbeat: extends the lease. False when somebody else has it or a person cancelled."""
        mine = type(self).objects.filter(
            pk=self.pk, lease_owner=owner, status=self.Status.PROCESSING, cancelled_at=None
        )
        return mine.update(lease_until=timezone.now() + LEASE) == 1

    def touch(self, owner: str) -> None:
        """Extends the lease and lets watchers see that something came in. Raises LeaseLost."""
        self._advance(owner, lease_until=timezone.now() + LEASE)

    def let_go(self, owner: str, *, blameless: bool) -> bool:
        """Gives an unfinished job back, so that another worker goes on at once; `blameless` does not count the attempt.

        False when the job is not `owner`'s."""
        now = timezone.now()
        freed = FREED if blameless else {"lease_owner": "", "lease_until": None}
        mine = type(self).objects.filter(pk=self.pk, lease_owner=owner, status=self.Status.PROCESSING)
        with transaction.atomic():
            if mine.update(**freed, woken_at=now) != 1:
                return False
            wake("job", str(self.pk))
        return True

    def begin_step(self, owner: str, step: int, name: str) -> None:
        """Moves to a step, said once however often the job is resumed in it."""
        with transaction.atomic():
            self._advance(owner, step=step, step_name=name)
            self.say(f"AI Progress: {name}...")

    def commit_unit(self, owner: str, unit: "Unit", lines: list[str]) -> None:
        """Writes one finished unit of the current step with its log lines, fenced."""
        with transaction.atomic():
            self._advance(owner, attempts_without_progress=0, lease_until=timezone.now() + LEASE)
            unit.job = self
            unit.save(force_insert=True)
            for line in lines:
                self.say(line)

    def tell(self, owner: str, message: str, *, once: bool = False) -> None:
        """A line in the log while a unit is at work, fenced; with `once` not if an earlier attempt has said it."""
        with transaction.atomic():
            self.touch(owner)
            if not once or not self.log.filter(message=message).exists():
                self.say(message)

    def complete(self, owner: str, interview: Interview) -> None:
        """Ends the job with its interview. Inside the transaction that wrote the interview or the proposal for it."""
        self._advance(owner, **self._ended(self.Status.COMPLETED), interview=interview, error="")
        self.say(f"{self.subject} completed", Delivery.Kind.STATUS)

    def fail(self, owner: str, reason: str) -> None:
        """Ends the job with a reason that a person understands."""
        with transaction.atomic():
            self._advance(owner, **self._ended(self.Status.FAILED), error=reason)
            self.say(f"{self.subject} failed: {reason}", Delivery.Kind.STATUS)

    def _ended(self, status: str) -> dict[str, Any]:
        return {"status": status, "finished_at": timezone.now(), "lease_owner": "", "lease_until": None}

    def end_cancelled(self, owner: str) -> None:
        """The runner's answer to a cancel."""
        with transaction.atomic():
            self._advance(owner, **self._ended(self.Status.FAILED), error="The job was cancelled.")
            self.say(f"{self.subject} was cancelled", Delivery.Kind.STATUS)

    def cancel(self) -> bool:
        """Asks for the end: at once when nobody works on it, else at the runner's next look. False if it has ended."""
        now = timezone.now()
        with transaction.atomic():
            mine = type(self).objects.unfinished().filter(pk=self.pk, cancelled_at=None)
            if mine.update(cancelled_at=now, version=F("version") + 1, updated_at=now) != 1:
                return False
            ended = type(self).objects.free(now).filter(pk=self.pk)
            if ended.update(**self._ended(self.Status.FAILED), error="The job was cancelled."):
                self.refresh_from_db()
                self.say(f"{self.subject} was cancelled", Delivery.Kind.STATUS)
        self._log("its end was asked for")
        return True

    def retry(self) -> bool:
        """Puts a failed job back to work where it stopped; what it had done is kept. False if it has not failed."""
        now = timezone.now()
        with transaction.atomic():
            failed = type(self).objects.filter(pk=self.pk, status=self.Status.FAILED)
            changed = failed.update(
                status=self.Status.PENDING,
                error="",
                cancelled_at=None,
                finished_at=None,
                attempts_without_progress=0,
                version=F("version") + 1,
                updated_at=now,
                woken_at=now,
            )
            if changed != 1:
                return False
            self.refresh_from_db()
            self.say(f"{self.subject} was put back to work", Delivery.Kind.STATUS)
            wake("job", str(self.pk))
        self._log("put back to work")
        return True

    def _log(self, what: str) -> None:
        with about(job=self.pk, team=self.team.slug):
            logger.info(what)
