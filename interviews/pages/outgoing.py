"""Notifications as pages show them: the state of one in words, rows of a list, a mark that tells when they moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interviews.models import Delivery, Job, Team

# "In 2 minutes" is put right this often while something waits.
BEAT_SECONDS = 15
# What is due and was not taken after so many seconds: the process that sends may not be there.
LATE = timedelta(seconds=15)

STATES: dict[str, tuple[Any, Q]] = {
    "pending": (gettext_lazy("Waiting"), Q(status=Delivery.Status.PENDING)),
    "delivered": (gettext_lazy("Delivered"), Q(status=Delivery.Status.DELIVERED)),
    "failed": (gettext_lazy("Given up"), Q(status=Delivery.Status.FAILED) & ~Q(kind=Delivery.Kind.TEST)),
    "superseded": (gettext_lazy("Superseded"), Q(status=Delivery.Status.SUPERSEDED)),
    "test": (gettext_lazy("Tests"), Q(kind=Delivery.Kind.TEST, job=None)),
}
_ICONS = {"pending": "waiting", "delivered": "check", "failed": "cross", "superseded": "skipped"}


@dataclass(frozen=True)
class Row:
    """A notification of a list. `next_attempt_at` is None unless it is the next thing to happen."""

    delivery: Delivery
    icon: str
    word: str
    next_attempt_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Whether nobody has taken it, although its moment came some time ago."""
        return self.next_attempt_at is not None and self.next_attempt_at < timezone.now() - LATE

    @property
    def message(self) -> str:
        """What it tells."""
        return str(self.delivery.body.get("message", ""))

    @classmethod
    def of(cls, delivery: Delivery, now: datetime) -> "Row":
        """A delivery that was read `with_order`."""
        if delivery.is_finished:
            return cls(delivery, _ICONS[delivery.status], _ending(delivery), None)
        if delivery.lease_until is not None and delivery.lease_until > now:
            return cls(delivery, "current", _("Being sent"), None)
        if getattr(delivery, "is_held_up", False):
            return cls(delivery, "waiting", _("After an earlier one"), None)
        return cls(delivery, "waiting", delivery.get_status_display(), delivery.next_attempt_at)


def _ending(delivery: Delivery) -> str:
    if delivery.kind == Delivery.Kind.TEST and delivery.status == Delivery.Status.FAILED:
        return _("Not delivered")
    return delivery.get_status_display()


def rows(deliveries: Iterable[Delivery]) -> list[Row]:
    """What a list shows."""
    now = timezone.now()
    return [Row.of(delivery, now) for delivery in deliveries]


@dataclass(frozen=True)
class Wish:
    """Which of a team's notifications somebody wants to see; what is unknown counts as not chosen."""

    state: str
    job: UUID | None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wish":
        """What the address asks for."""
        try:
            job = UUID(query.get("job", ""))
        except ValueError:
            job = None
        state = query.get("state", "")
        return cls(state=state if state in STATES else "", job=job)

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.state or self.job)

    def rows(self, team: Team) -> "QuerySet[Delivery]":
        """The notifications of the team that it finds, newest first, with what a row shows."""
        found = Delivery.objects.filter(team=team)
        if self.state:
            found = found.filter(STATES[self.state][1])
        if self.job:
            found = found.filter(job=self.job)
        return with_rows(found).order_by("-id")


def with_rows(deliveries: "QuerySet[Delivery]") -> "QuerySet[Delivery]":
    """Reads what rows of a list need, and no more."""
    wanted = deliveries.select_related("job__role").only(
        *(
            "team_id",
            "kind",
            "status",
            "receiver",
            "body",
            "attempts",
            "next_attempt_at",
            "asked_again_at",
            "lease_until",
        ),
        *("answer_status", "created_at", "job__role__title"),
    )
    return wanted.with_order()  # type: ignore[attr-defined, no-any-return]


def jobs_to_choose(team: Team, chosen: UUID | None) -> list[Job]:
    """The jobs that a list can be narrowed to: the newest with a notification URL, and the chosen one."""
    jobs = (
        Job.objects.for_team(team).exclude(notification_url="").select_related("role").only("created_at", "role__title")
    )
    newest = list(jobs.order_by("-created_at")[:20])
    if chosen is None or any(job.pk == chosen for job in newest):
        return newest
    return [*newest, *jobs.filter(pk=chosen)]


@dataclass(frozen=True)
class Tally:
    """How many of a job's notifications are in which state. `seen` changes whenever one of them moves."""

    counts: dict[str, int]
    seen: str

    @classmethod
    def of(cls, job: UUID) -> "Tally":
        """In one query."""
        states = {state: Count("id", filter=Q(status=state)) for state in Delivery.Status.values}
        found = Delivery.objects.filter(job=job).aggregate(
            **states, newest=Max("id"), tried=Sum("attempts"), next=Max("next_attempt_at")
        )
        counts = {state: found[state] for state in Delivery.Status.values}
        next_attempt = found["next"].timestamp() if found["next"] else 0
        marks = [*counts.values(), found["newest"] or 0, found["tried"] or 0, int(next_attempt * 1000)]
        return cls(counts, "-".join(map(str, [*marks, _beat() if counts["pending"] else 0])))

    @property
    def waits(self) -> bool:
        """Whether anything is still to be sent."""
        return self.counts["pending"] > 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def words(self) -> str:
        """ "12 delivered, 1 waiting, 3 superseded"."""
        said = {
            "delivered": ngettext("%(count)d delivered", "%(count)d delivered", self.counts["delivered"]),
            "pending": ngettext("%(count)d waiting", "%(count)d waiting", self.counts["pending"]),
            "failed": ngettext("%(count)d given up", "%(count)d given up", self.counts["failed"]),
            "superseded": ngettext("%(count)d superseded", "%(count)d superseded", self.counts["superseded"]),
        }
        some = [word % {"count": self.counts[state]} for state, word in said.items() if self.counts[state]]
        return ", ".join(some) or _("none yet")


def mark(delivery: Delivery) -> str:
    """Changes whenever the delivery moves, and every `BEAT_SECONDS` while it waits."""
    due = int(delivery.next_attempt_at.timestamp() * 1000)
    held = delivery.lease_until is not None and delivery.lease_until > timezone.now()
    beat = 0 if delivery.is_finished else _beat()
    return f"{delivery.pk}-{delivery.status}-{delivery.attempts}-{due}-{int(held)}-{beat}"


def _beat() -> int:
    return int(timezone.now().timestamp()) // BEAT_SECONDS
