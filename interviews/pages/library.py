"""The question library: the built-in questions and the team's own."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews.access import current_membership
from interviews.library.catalogue import Card, catalogue
from interviews.library.folding import folded
from interviews.models import Membership, Team
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.library_rows import LEVELS, TYPES, rows
from interviews.pages.library_search import ORIGINS, SORTS, LibrarySearch
from interviews.services.library import usage

PAGE = 25


@require_GET
@signed_in
def library(request: HttpRequest) -> HttpResponse:
    """The questions that fit a search, 25 a page. Asked by htmx it answers the list alone."""
    membership = current_membership(request)
    search = LibrarySearch.of(request.GET)
    template = "interviews/library.html" + ("#results" if wants_fragment(request) else "")
    return render(request, template, _context(request, membership, search))


def _context(request: HttpRequest, membership: Membership, search: LibrarySearch) -> dict[str, Any]:
    team = membership.team
    return {
        "section": "library",
        "team": team,
        "membership": membership,
        "search": search,
        "families": sorted(catalogue().families.items(), key=lambda item: folded(item[1])),
        "skills": _skills(search.family),
        "types": TYPES.items(),
        "levels": LEVELS.items(),
        "origins": [(key, label) for key, (label, _standings) in ORIGINS.items()],
        "sorts": SORTS.items(),
        "built_in": intcomma(len(catalogue().cards)),
        **page_of(request, search.cards(team), team),
    }


def page_of(request: HttpRequest, found: list[Card], team: Team) -> dict[str, Any]:
    """One page of what was found, with what its navigation needs; costs one query, for where the questions are used."""
    query = request.GET.copy()
    page: Page[Card] = Paginator(found, PAGE).get_page(query.pop("page", ["1"])[-1])
    return {
        "page": page,
        "rows": rows(page.object_list, usage(team, [card.id for card in page.object_list])),
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": query.urlencode(),
        "here": request.path,
    }


def _skills(family: str) -> list[str]:
    """The names of the built-in competencies, of one family or of all."""
    names = {name for name, own in catalogue().competencies.values() if family in ("", own)}
    return sorted(names, key=folded)
