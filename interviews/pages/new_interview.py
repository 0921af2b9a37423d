"""Asking for a plan."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.access import current_membership, person
from interviews.forms import NewInterviewForm
from interviews.models import Membership
from interviews.pages.guard import signed_in
from interviews.pages.samples import SAMPLES
from interviews.services.generation import default_engine, start_generation

SENT_TWICE_WITHIN = 3600


@require_http_methods(["GET", "POST"])
@signed_in
def new_interview(request: HttpRequest) -> HttpResponse:
    """The form for a role and a description; sent, it becomes a job."""
    membership = current_membership(request)
    if not membership.may_edit:
        raise PermissionDenied(
            _("You may read this team's interviews. An owner or editor of the team can make new ones.")
        )
    if request.method == "POST":
        form = NewInterviewForm(request.POST, team=membership.team)
        if form.is_valid():
            return _start(request, membership, form)
    else:
        form = NewInterviewForm(initial=_filled(request), team=membership.team)
    context = {
        "form": form,
        "team": membership.team,
        "samples": SAMPLES.items(),
        "language_model": settings.LANGUAGE_MODEL,
        "usual_engine": default_engine(membership.team),
    }
    return render(request, "interviews/new_interview.html", context, status=422 if form.is_bound else 200)


def _filled(request: HttpRequest) -> dict[str, Any]:
    """What the form begins with: a sample posting, or what an earlier job was asked for."""
    sample = SAMPLES.get(request.GET.get("sample", ""))
    if sample is not None:
        return {"role": sample.role, "description": sample.description}
    if "interview" in request.GET:
        return _as_before(request, request.GET["interview"])
    if "job" not in request.GET:
        return {}
    try:
        identifier = UUID(request.GET["job"])
    except ValueError:
        raise Http404 from None
    earlier = access.job(request, identifier)
    brief = earlier.brief
    return {
        "role": brief.role,
        "description": brief.description,
        "minutes": brief.general.duration.max,
        "seniority": brief.seniority or "",
        "question_count": brief.question_count,
        "engine": brief.engine,
        "notification_url": earlier.notification_url,
        **brief.intake.model_dump(),
    }


def _as_before(request: HttpRequest, identifier: str) -> dict[str, Any]:
    """The role, the description and the answers of an interview that there is, to make another of them."""
    if not identifier.isascii() or not identifier.isdigit():
        raise Http404
    earlier = access.interview(request, int(identifier[:18]))
    return {
        "role": earlier.role.title,
        "description": earlier.description,
        "minutes": earlier.general.duration.max,
        "seniority": earlier.seniority,
        **earlier.intake.model_dump(),
    }


def _start(request: HttpRequest, membership: Membership, form: NewInterviewForm) -> HttpResponse:
    """One job for one form, however often it is sent."""
    author, token = person(request), form.cleaned_data["token"]
    key = f"new-interview {author.pk} {token}".replace(" ", ":")
    if token and not cache.add(key, "", SENT_TWICE_WITHIN):
        made = cache.get(key)
        return redirect("job", made) if made else redirect("interviews")
    job = start_generation(membership.team, form.order(), person=author)
    cache.set(key, str(job.pk), SENT_TWICE_WITHIN)
    return redirect("job", job.pk)
