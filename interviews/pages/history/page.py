"""The history of a plan: who changed what when."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from interviews import access
from interviews.models import Interview, Membership, Revision
from interviews.pages.guard import signed_in
from interviews.pages.history.filtering import Filter
from interviews.pages.history.telling import Group, grouped, in_short

PAGE = 20
ICONS = {
    "generated": "plan",
    "imported": "down",
    "copied": "copy",
    "edited": "edit",
    "taken": "check",
    "restored": "retry",
    "published": "published",
    "found": "clock",
}


@dataclass(frozen=True)
class ChangeSet:
    """A change set as the page shows it."""

    revision: Revision
    groups: list[Group]
    is_published: bool = False
    is_newest: bool = False

    @property
    def icon(self) -> str:
        """The picture beside its kind."""
        return ICONS.get(self.revision.kind, "edit")

    @property
    def who(self) -> str:
        """The name of who did it, as far as it is known."""
        return name_of(self.revision)

    @property
    def saves(self) -> int:
        """How many saves it holds."""
        return self.revision.number - self.revision.began + 1


def name_of(revision: Revision) -> str:
    """Who made a change set: the person's name, else what was written down."""
    return revision.created_by.get_full_name() if revision.created_by else revision.author or _("somebody")


@require_GET
@signed_in
def history(request: HttpRequest, identifier: int) -> HttpResponse:
    """The change sets of a plan, newest first; `?by=`, `?question=` and `?skill=` choose among them."""
    found = access.interview(request, identifier)
    chosen = Filter.of(request.GET)
    page = Paginator(chosen.rows(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "interview": found,
        "team": found.team,
        "membership": Membership.objects.get(user=access.person(request), team=found.team),
        "filter": chosen,
        "part": _name_of_part(found, chosen),
        "people": _people(found),
        "sets": _sets(found, page, chosen),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": chosen.query,
    }
    return render(request, "interviews/history.html", context)


def _sets(interview: Interview, rows: Iterable[Revision], chosen: Filter) -> list[ChangeSet]:
    return [
        ChangeSet(
            row,
            in_short(grouped(chosen.of_part(row.changes))),
            row.pk == interview.published_revision_id,
            row.number == interview.version,
        )
        for row in rows
    ]


def _people(interview: Interview) -> list[dict[str, Any]]:
    rows = Revision.objects.filter(interview=interview).exclude(author="").order_by("author")
    named = rows.values_list("author", "created_by__name").distinct()
    return [{"author": author, "name": name or author} for author, name in named]


def _name_of_part(interview: Interview, chosen: Filter) -> str:
    if chosen.subject == "skill":
        rows = [skill for skill in interview.skills.all() if skill.pk == chosen.identifier]
        return rows[0].name if rows else _("a skill that is gone")
    if chosen.subject == "question":
        asked = [question for skill in interview.skills.all() for question in skill.questions.all()]
        prompts = [question.prompt for question in asked if question.pk == chosen.identifier]
        return prompts[0] if prompts else _("a question that is gone")
    return ""
