"""What somebody looks for in the list of interviews."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext_lazy as _

from interviews.drafts import normalise
from interviews.models import Interview, Question, Role, Skill, Team
from interviews.models.interviews import InterviewQuerySet

SORTS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "changed": (_("Last change"), ("-updated_at", "-pk")),
    "name": (_("Name"), (Lower("name"), "pk")),
    "minutes": (_("Minutes"), ("-asked_minutes", "-pk")),
}


@dataclass(frozen=True)
class Search:
    """Words, a status, a role and an order; what is unknown counts as not chosen."""

    words: str
    status: str
    role: str
    sort: str

    @classmethod
    def of(cls, query: Mapping[str, str], roles: list[Role]) -> "Search":
        """What the address asks for."""
        status, role, sort = query.get("status", ""), query.get("role", ""), query.get("sort", "")
        return cls(
            words=normalise(query.get("q", "")).strip()[:200],
            status=status if status in Interview.Status.values else "",
            role=role if role in {str(known.pk) for known in roles} else "",
            sort=sort if sort in SORTS else "changed",
        )

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.words or self.status or self.role)

    def rows(self, team: Team) -> InterviewQuerySet:
        """The interviews of a team that it finds, with what a row of the list shows: `asked_minutes`, skills, role."""
        minutes = (
            Question.objects.filter(skill__interview=OuterRef("pk"))
            .order_by()
            .values("skill__interview")
            .annotate(total=Sum("minutes"))
            .values("total")
        )
        rows = Interview.objects.for_team(team).annotate(
            asked_minutes=Coalesce(Subquery(minutes, output_field=IntegerField()), 0)
        )
        for word in self.words.split():
            with_skill = Skill.objects.filter(interview=OuterRef("pk"), name__icontains=word)
            rows = rows.filter(Q(name__icontains=word) | Q(role__title__icontains=word) | Exists(with_skill))
        if self.status:
            rows = rows.filter(status=self.status)
        if self.role:
            rows = rows.filter(role_id=int(self.role))
        return (
            rows.select_related("role")
            .only("name", "status", "seniority", "updated_at", "published_revision_id", "role__title")
            .prefetch_related(Prefetch("skills", Skill.objects.only("name", "interview_id", "position")))
            .order_by(*SORTS[self.sort][1])
        )
