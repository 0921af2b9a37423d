"""Which jobs there are to work on, and how one is taken."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from interviews.models.deliveries import Delivery
from interviews.models.teams import Team

if TYPE_CHECKING:
    from interviews.models.jobs import Job

LEASE = timedelta(seconds=60)
BEYOND_ANY_LEASE = timedelta(minutes=10)
# A job that is given back by a process that stops had no fault in it: the attempt does not count.
FREED: dict[str, Any] = {
    "lease_owner": "",
    "lease_until": None,
    "attempts_without_progress": Greatest(F("attempts_without_progress") - 1, 0),
}


class JobQuerySet(models.QuerySet["Job"]):
    def for_team(self, team: Team) -> "JobQuerySet":
        """The jobs of one team."""
        return self.filter(team=team)

    def unfinished(self) -> "JobQuerySet":
        """Jobs that are waiting or under way."""
        return self.filter(status__in=[self.model.Status.PENDING, self.model.Status.PROCESSING])

    def free(self, now: datetime) -> "JobQuerySet":
        """Unfinished jobs that nobody holds a lease on. One that lasts longer than any can is of a clock set back."""
        return self.unfinished().filter(
            Q(lease_until=None) | Q(lease_until__lt=now) | Q(lease_until__gt=now + BEYOND_ANY_LEASE)
        )

    def claim(self, identifier: str, owner: str) -> "Job | None":
        """Takes a free job for `owner`; None when it is held, finished or unknown.

        What is kept as JSON is not read yet: a row that this version cannot read is taken too, and can be failed."""
        now = timezone.now()
        changes: dict[str, Any] = {
            "lease_owner": owner,
            "lease_until": now + LEASE,
            "claimed_at": now,
            "claimed_by": owner,
            "attempt": F("attempt") + 1,
            "attempts_without_progress": F("attempts_without_progress") + 1,
            "version": F("version") + 1,
            "updated_at": now,
        }
        with transaction.atomic():
            free = self.free(now).filter(pk=identifier)
            fresh = free.filter(status=self.model.Status.PENDING).update(
                **changes, status=self.model.Status.PROCESSING, started_at=now
            )
            if not fresh and not free.update(**changes):
                return None
            unread = ("brief", "target", "team__general", "team__proctoring")
            job = self.select_related("team", "role").defer(*unread).get(pk=identifier)
            if fresh:
                job.say(f"{job.subject} has started", Delivery.Kind.STATUS)
            return job
