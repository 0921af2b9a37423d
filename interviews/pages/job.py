"""A job, live."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from interviews import access
from interviews.models import Job, Membership
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.outgoing import Tally
from interviews.pages.progress import Progress, elapsed

MOST_LINES = 500


@require_GET
@signed_in
def job(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """A job's steps and log. Asked by htmx it answers that alone, or 204 while nothing has changed.

    Who watched a job to its end is taken to the plan."""
    if wants_fragment(request) and _is_unchanged(request, identifier):
        return HttpResponse(status=204)
    found = access.job(request, identifier)
    if not wants_fragment(request):
        return render(request, "interviews/job.html", _context(request, found))
    response = render(request, "interviews/job.html#job", _context(request, found))
    if found.status == Job.Status.COMPLETED and found.interview_id:
        response["HX-Redirect"] = reverse("interview", args=[found.interview_id])
    return response


@require_POST
@signed_in
def cancel_job(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """Asks a job to end."""
    found = access.job(request, identifier, change=True)
    found.cancel()
    return redirect(f"{reverse('job', args=[found.pk])}#job")


@require_POST
@signed_in
def retry_job(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """Puts a failed job back to work where it stopped."""
    found = access.job(request, identifier, change=True)
    found.retry()
    return redirect(f"{reverse('job', args=[found.pk])}#job")


def _is_unchanged(request: HttpRequest, identifier: UUID) -> bool:
    """One narrow query: what a watched page costs in most seconds."""
    version = request.GET.get("version", "")
    if not version.isascii() or not version.isdigit():
        return False
    mine = Job.objects.filter(pk=identifier, team__memberships__user=access.person(request))
    return mine.values_list("version", flat=True).first() == int(version[:9])


def _context(request: HttpRequest, found: Job) -> dict[str, Any]:
    lines = list(found.log.order_by("-id")[: MOST_LINES + 1])
    membership = Membership.objects.get(user=access.person(request), team=found.team)
    progress = Progress.of(found)
    return {
        "job": found,
        "team": found.team,
        "may_edit": membership.may_edit,
        "progress": progress,
        "elapsed": elapsed(found),
        "stopped_at": next((row.name for row in progress.steps if row.state in {"failed", "cancelled"}), ""),
        "lines": lines[:MOST_LINES][::-1],
        "lines_left_out": len(lines) > MOST_LINES,
        "plan": found.interview,
        "tally": Tally.of(found.pk) if found.notification_url else None,
    }
