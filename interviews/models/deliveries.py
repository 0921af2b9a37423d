"""The outbox: one row for each event and URL, written with the event, sent later and in order."""

import uuid
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.teams import Team

# Of a clock that was set back.
BEYOND_ANY_LEASE = timedelta(minutes=10)
NO_JOB = uuid.UUID(int=0)


def event(job: uuid.UUID, status: str, message: str, at: datetime) -> dict[str, str]:
    """The body of a notification, as the contract says."""
    return {
        "job_id": str(job),
        "status": status,
        "message": message,
        "timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self) -> "DeliveryQuerySet":
        """Not yet at an end."""
        return self.filter(status=Delivery.Status.PENDING)

    def due(self, now: datetime) -> "DeliveryQuerySet":
        """What may be tried now: its moment has come, nobody is at it, and nothing of its job waits before it.

        What a person asked for again neither waits for its job's events nor holds them up."""
        return (
            self.waiting()
            .filter(next_attempt_at__lte=now)
            .filter(Q(lease_until=None) | Q(lease_until__lt=now) | Q(lease_until__gt=now + BEYOND_ANY_LEASE))
            .filter(~_held_up())
        )

    def with_order(self) -> "DeliveryQuerySet":
        """Each with `is_held_up`: it waits, and so does an earlier one of its job, which goes first."""
        return self.annotate(
            is_held_up=ExpressionWrapper(Q(status=Delivery.Status.PENDING) & _held_up(), BooleanField())
        )


def _held_up() -> Q:
    earlier = Delivery.objects.waiting().filter(job=OuterRef("job"), id__lt=OuterRef("id"), asked_again_at__isnull=True)
    return Q(asked_again_at__isnull=True) & Q(Exists(earlier))


def receiver_of(url: str) -> str:
    """Scheme, host and port of a URL: deliveries with the same share a receiver. Any text gives something."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (KeyError, ValueError):
        return url[:300]
    return f"{parts.scheme}://{f'[{host}]' if ':' in (host or '') else host}:{port}"[:300]


class Delivery(models.Model):
    """One notification to one URL, with what became of it. `job` is None for a test that a person sent."""

    GIVE_UP = timedelta(hours=24)

    class Kind(models.TextChoices):
        STATUS = "status", _("Status change")
        PROGRESS = "progress", _("Progress line")
        TEST = "test", _("Test")

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        DELIVERED = "delivered", _("Delivered")
        SUPERSEDED = "superseded", _("Superseded")
        FAILED = "failed", _("Given up")

    team = models.ForeignKey(Team, models.CASCADE, related_name="deliveries", verbose_name=_("team"))
    job = models.ForeignKey(
        "interviews.Job", models.CASCADE, related_name="deliveries", verbose_name=_("job"), null=True, blank=True
    )
    event_id = models.UUIDField(_("event id"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    url = models.TextField(_("URL"))
    receiver = models.CharField(_("receiver"), max_length=300, default="", editable=False)
    body = models.JSONField(_("body"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    asked_again_at = models.DateTimeField(_("asked for again"), null=True, blank=True)
    lease_owner = models.CharField(_("lease owner"), max_length=120, default="", blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    answer_status = models.PositiveSmallIntegerField(_("answer code"), null=True, blank=True)
    answer_excerpt = models.CharField(_("answer"), max_length=500, default="", blank=True)
    error = models.TextField(_("error"), default="", blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = [
            models.Index(fields=["next_attempt_at"], name="delivery_waiting", condition=Q(status="pending")),
            models.Index(fields=["finished_at"], name="delivery_given_up", condition=Q(status="failed")),
            models.Index(fields=["job", "id"]),
            models.Index(fields=["team", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["pending", "delivered", "superseded", "failed"]),
                name="delivery_status_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id} ({self.status})"

    def save(self, *args: Any, **options: Any) -> None:
        """Notes the receiver with the URL."""
        self.receiver = receiver_of(self.url)
        super().save(*args, **options)

    @property
    def is_finished(self) -> bool:
        """At an end, unless somebody asks for it again."""
        return self.status != self.Status.PENDING

    @classmethod
    def test(cls, team: Team, url: str) -> "Delivery":
        """A notification that says it is a test; tried once."""
        now = timezone.now()
        body = event(NO_JOB, "processing", "Test notification: nothing has happened", now)
        return cls.objects.create(team=team, kind=cls.Kind.TEST, url=url, created_at=now, asked_again_at=now, body=body)

    def redeliver(self) -> bool:
        """Puts a finished one back to be tried once more, with the same event id. False while it still waits."""
        now = timezone.now()
        finished = type(self).objects.filter(pk=self.pk).exclude(status=self.Status.PENDING)
        changed = finished.update(
            status=self.Status.PENDING, asked_again_at=now, next_attempt_at=now, finished_at=None, error=""
        )
        return changed == 1

    def try_now(self) -> bool:
        """Moves the next attempt of a waiting one to this moment. False when nothing is there to move: it is at an end,
        on its way, or its moment has come."""
        now = timezone.now()
        ahead = type(self).objects.waiting().filter(pk=self.pk, next_attempt_at__gt=now)
        free = ahead.filter(Q(lease_until=None) | Q(lease_until__lt=now))
        return free.update(next_attempt_at=now) == 1


class DeliveryAttempt(models.Model):
    """One try of a delivery, as the team sees it."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="tries", verbose_name=_("delivery"))
    number = models.PositiveIntegerField(_("number"))
    headers = models.JSONField(_("headers"), default=dict)
    started_at = models.DateTimeField(_("started"))
    seconds = models.FloatField(_("seconds"))
    answer_status = models.PositiveSmallIntegerField(_("answer code"), null=True, blank=True)
    answer_excerpt = models.CharField(_("answer"), max_length=500, default="", blank=True)
    error = models.TextField(_("error"), default="", blank=True)

    class Meta:
        ordering = ["delivery", "number"]
        verbose_name = _("delivery attempt")
        verbose_name_plural = _("delivery attempts")
        constraints = [models.UniqueConstraint(fields=["delivery", "number"], name="delivery_attempt_once")]

    def __str__(self) -> str:
        return f"#{self.number}: {self.answer_status or self.error}"
