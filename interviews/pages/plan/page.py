"""A plan, to read and to edit where it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews import access
from interviews.pages.guard import signed_in
from interviews.pages.plan.answers import toast_left
from interviews.pages.plan.context import plan_context


@require_GET
@signed_in
def interview(request: HttpRequest, identifier: int) -> HttpResponse:
    """A plan with its job description beside it."""
    found = access.interview(request, identifier)
    context = plan_context(request, found) | {"toast": toast_left(request, found)}
    return render(request, "interviews/plan.html", context)
