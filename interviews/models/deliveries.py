"""The outbox: one row for each event and URL, written with the event, sent later and in order."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.teams import Team


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self) -> "DeliveryQuerySet":
        """Not yet at an end."""
        return self.filter(status=Delivery.Status.PENDING)

    def due(self, now: datetime) -> "DeliveryQuerySet":
        """What may be tried now: its moment has come, nobody is at it, and nothing of its job waits before it."""
        earlier = Delivery.objects.filter(job=OuterRef("job"), id__lt=OuterRef("id"), status=Delivery.Status.PENDING)
        return (
            self.waiting()
            .filter(next_attempt_at__lte=now)
            .filter(Q(lease_until=None) | Q(lease_until__lt=now))
            .filter(~Exists(earlier))
        )


class Delivery(models.Model):
    """One notification to one URL, with what became of it."""

    class Kind(models.TextChoices):
        STATUS = "status", _("Status change")
        PROGRESS = "progress", _("Progress line")

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        DELIVERED = "delivered", _("Delivered")
        SUPERSEDED = "superseded", _("Superseded")
        FAILED = "failed", _("Given up")

    team = models.ForeignKey(Team, models.CASCADE, related_name="deliveries", verbose_name=_("team"))
    job = models.ForeignKey("interviews.Job", models.CASCADE, related_name="deliveries", verbose_name=_("job"))
    event_id = models.UUIDField(_("event id"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    url = models.TextField(_("URL"))
    body = models.JSONField(_("body"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    lease_owner = models.CharField(_("lease owner"), max_length=40, default="", blank=True)
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
            models.Index(fields=["job", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["pending", "delivered", "superseded", "failed"]),
                name="delivery_status_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id} ({self.status})"


class DeliveryAttempt(models.Model):
    """One try of a delivery, as the team sees it."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="tries", verbose_name=_("delivery"))
    number = models.PositiveIntegerField(_("number"))
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
