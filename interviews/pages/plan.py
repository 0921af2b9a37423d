"""A plan, to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews import access
from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES
from interviews.models import Membership
from interviews.pages.guard import signed_in
from interviews.pages.reading import Reading


@require_GET
@signed_in
def interview(request: HttpRequest, identifier: int) -> HttpResponse:
    """A plan with its job description beside it."""
    found = access.interview(request, identifier)
    membership = Membership.objects.get(user=access.person(request), team=found.team)
    context = {
        "interview": found,
        "reading": Reading(found),
        "team": found.team,
        "may_edit": membership.may_edit,
        "opening_minutes": OPENING_MINUTES,
        "closing_minutes": CLOSING_MINUTES,
    }
    return render(request, "interviews/plan.html", context)
