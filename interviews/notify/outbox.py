"""Sends what waits in the outbox: head of each job's line first, each delivery claimed, tried and recorded here.

One thread reads and writes rows; others only post, so that a receiver that takes its time holds up nobody else."""

import json
import logging
import random
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from interviews.drafts.about import about
from interviews.models import Delivery, DeliveryAttempt, SigningSecret, Team, new_owner
from interviews.notify.lanes import Lanes
from interviews.notify.sender import Outcome, Sender
from interviews.notify.signatures import signed_headers

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
FIRST_WAIT = timedelta(seconds=4)
LONGEST_WAIT = timedelta(hours=2)
POLL = 0.5
# How long a stop waits for what is on its way.
STOP_SECONDS = 8.0

BROKEN = "Something in this product failed while it was sent. The log of “send_notifications” has the details."
GONE = "The receiver has said that nothing should be sent there any more (410)."


@dataclass(frozen=True)
class Posted:
    """A delivery that was tried. `seconds` is how long it took."""

    delivery: Delivery
    headers: dict[str, str]
    outcome: Outcome
    started_at: datetime
    seconds: float


class Outbox:
    """Empties the outbox. `run` goes on until `stop`; `turn` does what there is to do now."""

    def __init__(self) -> None:
        self._sender, self._lanes = Sender(), Lanes()
        self._arrived: SimpleQueue[Posted] = SimpleQueue()
        self._unrecorded: list[Posted] = []
        self._under_way: dict[int, str] = {}
        self._stopping = False

    def stop(self) -> None:
        """Asks for the end; safe in a signal handler."""
        self._stopping = True

    def run(self) -> None:
        """Sends until it is stopped; then waits a little for what is on its way, and gives the rest back."""
        while not self._stopping:
            self._with_the_database(POLL)
        deadline = time.monotonic() + STOP_SECONDS
        while self._under_way and time.monotonic() < deadline:
            self._with_the_database(POLL, sends=False)
        self._give_back()
        self._sender.close()

    def empty(self) -> None:
        """Sends all that is due now and records it, for those who wait for that."""
        while self.turn(0.0) or self._under_way:
            self._collect(POLL)

    def turn(self, seconds: float, *, sends: bool = True) -> int:
        """Waits at most so long for an answer, records what has come, starts what is due. Returns how many started."""
        self._collect(seconds)
        while self._unrecorded:
            self._record(self._unrecorded[0])
            del self._unrecorded[0]
        return self._start() if sends else 0

    def _with_the_database(self, seconds: float, *, sends: bool = True) -> None:
        try:
            self.turn(seconds, sends=sends)
        except (DatabaseError, InterfaceError) as error:
            logger.warning("the database did not answer (%s); trying again", type(error).__name__)
            connection.close()
            time.sleep(1.0)

    def _collect(self, seconds: float) -> None:
        try:
            if not self._unrecorded and seconds:
                self._unrecorded.append(self._arrived.get(timeout=seconds))
            while True:
                self._unrecorded.append(self._arrived.get_nowait())
        except Empty:
            return

    def _start(self) -> int:
        if not self._lanes.room:
            return 0
        places: Counter[str] = Counter()
        try:
            taken = self._claim(timezone.now(), places)
            secrets = _secrets({delivery.team for delivery in taken})
            for delivery in taken:
                self._under_way[delivery.pk] = delivery.lease_owner
                places[delivery.receiver] -= 1
                arguments = (delivery, secrets[delivery.team])
                threading.Thread(target=self._post, args=arguments, name="notification", daemon=True).start()
        finally:
            # Of what the database failed at, or lost meanwhile; its leases end by themselves.
            for receiver in places.elements():
                self._lanes.leave(receiver)
        return len(taken)

    def _claim(self, now: datetime, places: "Counter[str]") -> list[Delivery]:
        """What is due and finds room, held for us; `attempts` counts this one. Notes the `places` it takes.

        A receiver that has as many as it may is left out and the rest looked at again: what waits for one, however
        much, hides nothing that waits for another."""
        taken: list[int] = []
        while self._lanes.room and self._take(now, places, taken):
            pass
        rows = Delivery.objects.filter(pk__in=taken).select_related("team").order_by("id")
        return list(rows.defer("team__general", "team__proctoring")) if taken else []

    def _take(self, now: datetime, places: "Counter[str]", taken: list[int]) -> bool:
        """One look at what is due; whether another may find more."""
        gone = Delivery.objects.filter(job=OuterRef("job"), url=OuterRef("url"), answer_status=410)
        due = Delivery.objects.due(now).exclude(receiver__in=self._lanes.full()).order_by("next_attempt_at", "id")
        found = due.annotate(is_gone=Exists(gone)).values_list("pk", "receiver", "is_gone", "asked_again_at")
        refused = False
        for number, receiver, is_gone, asked_again_at in found[: self._lanes.room]:
            if is_gone and asked_again_at is None:
                ended = {"status": Delivery.Status.FAILED, "error": GONE, "finished_at": now}
                Delivery.objects.due(now).filter(pk=number).update(**ended)
            elif self._lanes.admit(receiver):
                places[receiver] += 1
                if self._held(number, now):
                    taken.append(number)
            else:
                refused = True
        return refused

    def _held(self, number: int, now: datetime) -> bool:
        mine = Delivery.objects.due(now).filter(pk=number)
        return mine.update(lease_owner=new_owner(), lease_until=now + LEASE, attempts=F("attempts") + 1) == 1

    def _post(self, delivery: Delivery, secrets: list[str]) -> None:
        """In a thread of its own; touches no rows."""
        began, started_at = time.monotonic(), timezone.now()
        body, headers = json.dumps(delivery.body), {}
        try:
            headers = signed_headers(str(delivery.event_id), started_at, body, secrets)
            outcome = self._sender.post(delivery.url, body, headers)
        except Exception:
            with about(job=delivery.job_id, team=delivery.team.slug):
                logger.exception("delivery %d could not be sent", delivery.pk)
            outcome = Outcome(error=BROKEN)
        self._arrived.put(Posted(delivery, headers, outcome, started_at, time.monotonic() - began))

    def _record(self, posted: Posted) -> None:
        delivery, outcome = posted.delivery, posted.outcome
        with transaction.atomic():
            waiting = Delivery.objects.waiting().filter(pk=delivery.pk, lease_owner=delivery.lease_owner)
            if waiting.update(**_changes(delivery, outcome)):
                _write_attempt(posted)
                if not outcome.delivered and delivery.asked_again_at is None:
                    _supersede(delivery)
        if self._under_way.pop(delivery.pk, None) is not None:
            self._lanes.leave(delivery.receiver)
            self._lanes.learn(delivery.receiver, delivered=outcome.delivered, seconds=posted.seconds)

    def _give_back(self) -> None:
        owners = list(self._under_way.values())
        try:
            Delivery.objects.waiting().filter(lease_owner__in=owners).update(lease_owner="", lease_until=None)
        except (DatabaseError, InterfaceError):
            logger.warning("the database did not answer; what was on its way is tried again when its lease ends")


def _secrets(teams: Iterable[Team]) -> dict[Team, list[str]]:
    return {team: [one.secret for one in SigningSecret.of(team)] for team in teams}


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
    end = delivery.created_at + Delivery.GIVE_UP
    if outcome.permanent or delivery.asked_again_at is not None or now >= end:
        return changes | {"status": Delivery.Status.FAILED, "finished_at": now}
    pause = max(
        wait(delivery.attempts), timedelta(seconds=min(outcome.retry_after or 0, Delivery.GIVE_UP.total_seconds()))
    )
    return changes | {"next_attempt_at": max(now + timedelta(seconds=1), min(now + pause, end))}


def _write_attempt(posted: Posted) -> None:
    DeliveryAttempt.objects.create(
        delivery=posted.delivery,
        number=posted.delivery.attempts,
        headers=posted.headers,
        started_at=posted.started_at,
        seconds=posted.seconds,
        answer_status=posted.outcome.status,
        answer_excerpt=posted.outcome.excerpt,
        error=posted.outcome.error,
    )


def wait(attempts: int) -> timedelta:
    """How long until the next attempt: full jitter under a limit that triples with each attempt, at least a second."""
    limit = min(LONGEST_WAIT, FIRST_WAIT * 3 ** min(attempts, 20))
    return timedelta(seconds=1 + random.random() * limit.total_seconds())


def _supersede(failed: Delivery) -> None:
    """After a failed attempt the job's waiting progress lines are not sent any more; status changes always are."""
    waiting = Delivery.objects.waiting().filter(job=failed.job_id, kind=Delivery.Kind.PROGRESS, asked_again_at=None)
    waiting.update(status=Delivery.Status.SUPERSEDED, finished_at=timezone.now())
