"""The list of interviews, with the jobs under way on top."""

import zlib
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from interviews.access import current_membership
from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES
from interviews.models import Interview, Job, Membership, Role, Team
from interviews.models.steps import STEP_NAMES
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.states import just_deleted
from interviews.pages.samples import SAMPLES
from interviews.pages.search import SORTS, Search

PAGE = 25
FAILURES_STAY = timedelta(days=1)


@require_GET
@signed_in
def interviews(request: HttpRequest) -> HttpResponse:
    """The interviews of the current team. Asked by htmx it answers the list alone, or 204 while no job has moved."""
    membership = current_membership(request)
    jobs = _jobs(membership.team)
    signature = _signature(jobs)
    if wants_fragment(request) and request.GET.get("jobs") == signature:
        return HttpResponse(status=204)
    template = "interviews/home.html#live" if wants_fragment(request) else "interviews/home.html"
    context = _context(request, membership, jobs) | {"signature": signature}
    if not wants_fragment(request):
        context["just_deleted"] = just_deleted(request, membership)
        context["has_deleted"] = Interview.objects.deleted(membership.team).exists()
    return render(request, template, context)


def _context(request: HttpRequest, membership: Membership, jobs: list[Job]) -> dict[str, Any]:
    team = membership.team
    roles = list(Role.objects.filter(team=team, interviews__isnull=False).distinct())
    search = Search.of(request.GET, roles)
    query = request.GET.copy()
    query.pop("jobs", None)
    page = Paginator(search.rows(team), PAGE).get_page(query.pop("page", ["1"])[-1])
    return {
        "team": team,
        "membership": membership,
        "jobs": [(job, STEP_NAMES.get(job.type, ())) for job in jobs],
        "is_working": any(not job.is_finished for job in jobs),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": query.urlencode(),
        "search": search,
        "roles": roles,
        "statuses": Interview.Status.choices,
        "sorts": [(name, label) for name, (label, _order) in SORTS.items()],
        "samples": SAMPLES.items(),
        "reserved_minutes": OPENING_MINUTES + CLOSING_MINUTES,
    }


def _jobs(team: Team) -> list[Job]:
    """Unfinished jobs, and those of the last day that failed by themselves."""
    failed = Q(status=Job.Status.FAILED, cancelled_at=None, finished_at__gte=timezone.now() - FAILURES_STAY)
    rows = Job.objects.for_team(team).filter(Q(status__in=[Job.Status.PENDING, Job.Status.PROCESSING]) | failed)
    return list(rows.select_related("role", "created_by").defer("brief").order_by("-created_at")[:10])


def _signature(jobs: list[Job]) -> str:
    """Changes when a job comes, goes or moves."""
    return f"{zlib.crc32(' '.join(f'{job.pk} {job.version}' for job in jobs).encode()):08x}"
