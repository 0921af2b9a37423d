"""Who else is at a plan right now."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.grounds import LawfulGround
from interviews.models.interviews import Interview
from interviews.models.users import User

# A page tells of itself about every ten seconds, and as often hears of others: who closes it is gone 40 s later.
HERE_FOR = timedelta(seconds=28)
# What was told less long ago than this is not told again: several pages of one person cost as much as one.
_FRESH_FOR = timedelta(seconds=8)


class Presence(models.Model):
    """A person at a plan: `place` is the id of the part of the page that they edit, empty while they read."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="presences", verbose_name=_("interview"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    place = models.CharField(_("place"), max_length=60, default="", blank=True)
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)

    class Meta:
        ordering = ["seen_at"]
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["interview", "user"], name="presence_once_per_interview")]

    def __str__(self) -> str:
        return f"{self.user} at {self.interview}"


@dataclass(frozen=True)
class Company:
    """Another person at the plan; `place` as for Presence, empty too at a plan that is frozen."""

    person: User
    place: str


@dataclass(frozen=True)
class Surroundings:
    """How an interview stands, and who else is there, by name. `grounds`: how often a lawful ground of it was chosen,
    agreed to or withdrawn."""

    version: int
    status: str
    is_deleted: bool
    grounds: int
    others: list[Company] = field(default_factory=list)


def look_around(interview: int, person: User, place: str) -> Surroundings | None:
    """Tells that a person is at a plan, and what they find there: one read, and one write unless they have just told
    the same. None when they may not see the interview."""
    rows = list(_rows(interview, person))
    if not rows:
        return None
    _tell(interview, person, place, rows)
    is_deleted = rows[0]["deleted_at"] is not None
    return Surroundings(rows[0]["version"], rows[0]["status"], is_deleted, rows[0]["grounded"], _others(rows, person))


def company(interview: int, person: User) -> list[Company]:
    """Who else is there, without telling that the person is."""
    return _others(list(_rows(interview, person)), person)


def leave(interview: int, person: User) -> None:
    """The person is no longer there."""
    Presence.objects.filter(interview=interview, user=person).delete()


def _rows(interview: int, person: User) -> Any:
    lately = Q(presences__seen_at__gt=timezone.now() - HERE_FOR)
    told = Count("pk") + Count("agreed_at") + Count("withdrawn_at")
    grounds = LawfulGround.objects.filter(interview=OuterRef("pk")).order_by().values("interview").annotate(told=told)
    return (
        Interview.objects.filter(pk=interview, team__memberships__user=person)
        .annotate(
            here=FilteredRelation("presences", condition=lately), grounded=Coalesce(Subquery(grounds.values("told")), 0)
        )
        .order_by("here__user__name", "here__user__email")
        .values(
            "version",
            "status",
            "deleted_at",
            "grounded",
            "here__user",
            "here__user__email",
            "here__user__name",
            "here__place",
            "here__seen_at",
        )
    )


def _others(rows: list[dict[str, Any]], person: User) -> list[Company]:
    return [
        Company(
            User(pk=row["here__user"], email=row["here__user__email"], name=row["here__user__name"]),
            row["here__place"] if row["status"] == Interview.Status.DRAFT else "",
        )
        for row in rows
        if row["here__user"] not in {None, person.pk}
    ]


def _tell(interview: int, person: User, place: str, rows: list[dict[str, Any]]) -> None:
    now = timezone.now()
    mine = next((row for row in rows if row["here__user"] == person.pk), None)
    if mine is not None and mine["here__place"] == place and _is_fresh(mine["here__seen_at"], now):
        return
    told = Presence(interview_id=interview, user=person, place=place, seen_at=now)
    if mine is None or not Presence.objects.filter(interview=interview, user=person).update(place=place, seen_at=now):
        Presence.objects.bulk_create(
            [told], update_conflicts=True, unique_fields=["interview", "user"], update_fields=["place", "seen_at"]
        )


def _is_fresh(seen_at: datetime, now: datetime) -> bool:
    return now - seen_at < _FRESH_FOR
