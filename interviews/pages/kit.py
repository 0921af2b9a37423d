"""The interviewer's kit and the candidate sheet as pages, to read and to print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from interviews import access
from interviews.drafts import PlanDraft
from interviews.exports.candidate import candidate_sheet
from interviews.exports.facts import Facts
from interviews.exports.kit_making import kit
from interviews.models import Interview
from interviews.pages.guard import signed_in


@require_GET
@signed_in
def print_kit(request: HttpRequest, identifier: int) -> HttpResponse:
    """The kit of the published version, or of the working copy if there is none or `?version=draft` asks for it."""
    found = access.interview(request, identifier)
    context = {"interview": found, "team": found.team, "kit": kit(*_asked_for(request, found))}
    return render(request, "interviews/print.html", context)


@require_GET
@signed_in
def candidate(request: HttpRequest, identifier: int) -> HttpResponse:
    """The candidate sheet, of the same version as the kit."""
    found = access.interview(request, identifier)
    context = {"interview": found, "team": found.team, "sheet": candidate_sheet(*_asked_for(request, found))}
    return render(request, "interviews/candidate.html", context)


def _asked_for(request: HttpRequest, found: Interview) -> tuple[PlanDraft, Facts]:
    published = found.published_revision
    if published is None or request.GET.get("version") == "draft":
        has_moved_on = published is not None and published.number != found.version
        status = str(Interview.Status.DRAFT) if has_moved_on else found.status
        return found.plan(), _facts(found, found.version, status)
    return published.snapshot, _facts(found, published.number, found.status)


def _facts(found: Interview, version: int, status: str) -> Facts:
    return Facts(found.pk, version, status, found.team.name, timezone.localdate())
