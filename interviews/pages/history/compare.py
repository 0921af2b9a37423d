"""Any two versions of a plan, and how they differ."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from interviews import access
from interviews.edits.differences import differences
from interviews.models import Interview, Membership, Revision
from interviews.pages.guard import signed_in
from interviews.pages.history.page import name_of
from interviews.pages.history.telling import grouped
from interviews.services.versions import plan_at

MOST_OFFERED = 200


@require_GET
@signed_in
def compare(request: HttpRequest, identifier: int) -> HttpResponse:
    """How `?to=` differs from `?from=`: numbers of versions, or `draft`. By default the last change set is shown."""
    found = access.interview(request, identifier)
    offered = _offered(found)
    first, last = _asked(request, offered)
    before, after = plan_at(found, first), plan_at(found, last)
    if before is None or after is None:
        raise Http404(_("The history has no such version."))
    context = {
        "interview": found,
        "team": found.team,
        "membership": Membership.objects.get(user=access.person(request), team=found.team),
        "offered": offered,
        "before": _side(first, before[1]),
        "after": _side(last, after[1]),
        "groups": grouped(differences(before[0], after[0])),
        "is_side_by_side": request.GET.get("view") == "side",
    }
    return render(request, "interviews/compare.html", context)


def _offered(interview: Interview) -> list[Revision]:
    rows = Revision.objects.filter(interview=interview).defer("snapshot", "changes").select_related("created_by")
    return list(rows.order_by("-number")[:MOST_OFFERED])


def _asked(request: HttpRequest, offered: list[Revision]) -> tuple[str, str]:
    """The older first, whichever way round they were chosen."""
    earlier = str(offered[1].number) if len(offered) > 1 else "draft"
    first, last = request.GET.get("from") or earlier, request.GET.get("to") or "draft"
    return (last, first) if _order(last) < _order(first) else (first, last)


def _order(version: str) -> float:
    return float(version) if version.isascii() and version.isdigit() else float("inf")


def _side(version: str, revision: Revision | None) -> dict[str, Any]:
    number = str(revision.number) if revision else version
    return {"version": number, "revision": revision, "who": name_of(revision) if revision else ""}
