"""A plan, to read and to edit where it stands."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews import access
from interviews.models import company
from interviews.pages.guard import signed_in
from interviews.pages.plan.answers import toast_left
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.here import here
from interviews.pages.plan.touched import touched_left


@require_GET
@signed_in
def interview(request: HttpRequest, identifier: int) -> HttpResponse:
    """A plan with its job description beside it."""
    try:
        found = access.interview(request, identifier)
    except Http404:
        gone = access.deleted(request, identifier)
        if gone is None:
            raise
        return render(request, "interviews/deleted_one.html", {"interview": gone, "team": gone.team}, status=404)
    context = plan_context(request, found) | {
        "toast": toast_left(request, found),
        "touched": touched_left(request, found),
    }
    context |= here(found.pk, company(found.pk, access.person(request)))
    return render(request, "interviews/plan.html", context)
