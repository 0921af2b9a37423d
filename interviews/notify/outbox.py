"""Sends what waits in the outbox: head of the line first, each delivery claimed, tried and recorded here."""

import json
import random
import time
import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from interviews.models import Delivery, DeliveryAttempt
from interviews.notify.sender import Outcome, post

LEASE = timedelta(seconds=60)
GIVE_UP = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=4)
LONGEST_WAIT = timedelta(hours=2)


def send_waiting(job: str) -> None:
    """Sends a job's waiting deliveries in order, until none is due or somebody else is at it."""
    while (delivery := _claim(job)) is not None:
        began, started_at = time.monotonic(), timezone.now()
        headers = {"webhook-id": str(delivery.event_id), "webhook-timestamp": str(int(started_at.timestamp()))}
        outcome = post(delivery.url, json.dumps(delivery.body), headers)
        _record(delivery, outcome, started_at, time.monotonic() - began)


def _claim(job: str) -> Delivery | None:
    """The first due delivery of a job, held for us; its number of attempts counts this one."""
    now = timezone.now()
    delivery = Delivery.objects.due(now).filter(job_id=job).order_by("id").first()
    if delivery is None:
        return None
    owner = uuid.uuid4().hex
    held = (
        Delivery.objects.due(now)
        .filter(pk=delivery.pk)
        .update(lease_owner=owner, lease_until=now + LEASE, attempts=F("attempts") + 1)
    )
    if held != 1:
        return None
    delivery.refresh_from_db()
    return delivery


def _record(delivery: Delivery, outcome: Outcome, started_at: datetime, seconds: float) -> None:
    with transaction.atomic():
        mine = Delivery.objects.filter(pk=delivery.pk, lease_owner=delivery.lease_owner, status=Delivery.Status.PENDING)
        if mine.update(**_changes(delivery, outcome)) != 1:
            return
        DeliveryAttempt.objects.create(
            delivery=delivery,
            number=delivery.attempts,
            started_at=started_at,
            seconds=seconds,
            answer_status=outcome.status,
            answer_excerpt=outcome.excerpt,
            error=outcome.error,
        )
        if not outcome.delivered:
            _supersede(delivery)


def _changes(delivery: Delivery, outcome: Outcome) -> dict[str, object]:
    now = timezone.now()
    changes: dict[str, object] = {
        "lease_owner": "",
        "lease_until": None,
        "answer_status": outcome.status,
        "answer_excerpt": outcome.excerpt,
        "error": outcome.error,
    }
    if outcome.delivered:
        return changes | {"status": Delivery.Status.DELIVERED, "finished_at": now}
    if outcome.permanent or now - delivery.created_at > GIVE_UP:
        return changes | {"status": Delivery.Status.FAILED, "finished_at": now}
    return changes | {"next_attempt_at": now + wait(delivery.attempts)}


def wait(attempts: int) -> timedelta:
    """How long until the next attempt: full jitter under a limit that triples with each attempt, at least a second."""
    limit = min(LONGEST_WAIT, FIRST_WAIT * 3 ** min(attempts, 20))
    return timedelta(seconds=1 + random.random() * limit.total_seconds())


def _supersede(failed: Delivery) -> None:
    """After a failed attempt the job's waiting progress lines are not sent any more; status changes always are."""
    waiting = Delivery.objects.waiting().filter(job=failed.job_id, kind=Delivery.Kind.PROGRESS)
    waiting.update(status=Delivery.Status.SUPERSEDED, finished_at=timezone.now())
