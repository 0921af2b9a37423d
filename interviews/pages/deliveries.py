"""The notifications of a job, and one of them with every attempt."""

import json
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interviews import access
from interviews.models import Delivery, Job, Membership
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.outgoing import Row, Tally, mark, rows, with_rows

PAGE = 100
MOST_TRIES = 50


@require_GET
@signed_in
def job_notifications(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """A job's notifications in the order of events. To htmx it answers the list alone, or 204 while nothing moves."""
    tally = Tally.of(identifier)
    if wants_fragment(request) and _is_unchanged(request, identifier, tally):
        return HttpResponse(status=204)
    found = access.job(request, identifier)
    template = "interviews/job_notifications.html"
    context = _job_context(request, found, tally)
    return render(request, f"{template}#notifications" if wants_fragment(request) else template, context)


@require_GET
@signed_in
def delivery(request: HttpRequest, identifier: int) -> HttpResponse:
    """One notification. Asked by htmx it answers what changes, or 204 while nothing has."""
    found = access.delivery(request, identifier)
    if wants_fragment(request) and request.GET.get("seen") == mark(found):
        return HttpResponse(status=204)
    template = "interviews/delivery.html"
    return render(request, f"{template}#delivery" if wants_fragment(request) else template, _context(request, found))


@require_POST
@signed_in
def redeliver(request: HttpRequest, identifier: int) -> HttpResponse:
    """Sends a notification that is at an end once more. A second click on the same page asks for nothing more."""
    found = access.delivery(request, identifier, change=True)
    if request.POST.get("attempts") == str(found.attempts):
        found.redeliver()
    return _back(found)


@require_POST
@signed_in
def try_now(request: HttpRequest, identifier: int) -> HttpResponse:
    """Has a waiting notification tried at once."""
    found = access.delivery(request, identifier, change=True)
    found.try_now()
    return _back(found)


def _back(found: Delivery) -> HttpResponse:
    """To how it stands now; the fragment keeps a keyboard's place there."""
    return redirect(f"{reverse('delivery', args=[found.pk])}#delivery")


def _is_unchanged(request: HttpRequest, identifier: UUID, tally: Tally) -> bool:
    mine = Job.objects.filter(pk=identifier, team__memberships__user=access.person(request))
    version = mine.values_list("version", flat=True).first()
    return version is not None and request.GET.get("seen") == f"{version}-{tally.seen}"


def _job_context(request: HttpRequest, found: Job, tally: Tally) -> dict[str, Any]:
    membership = Membership.objects.get(user=access.person(request), team=found.team)
    deliveries = with_rows(Delivery.objects.filter(job=found)).order_by("id")
    page = Paginator(deliveries, PAGE).get_page(request.GET.get("page"))
    return {
        "job": found,
        "team": found.team,
        "url": access.readable_url(membership, found.notification_url),
        "tally": tally,
        "seen": f"{found.version}-{tally.seen}",
        "page": page,
        "rows": rows(page.object_list),
        "is_live": tally.waits or (found.notification_url and not found.is_finished),
    }


def _context(request: HttpRequest, found: Delivery) -> dict[str, Any]:
    membership = Membership.objects.get(user=access.person(request), team=found.team)
    tries = list(found.tries.order_by("-number")[: MOST_TRIES + 1])
    row = Row.of(found, now=timezone.now())
    return {
        "delivery": found,
        "row": row,
        "team": found.team,
        "may_edit": membership.may_edit,
        "url": access.readable_url(membership, found.url),
        "body": json.dumps(found.body),
        "tries": tries[:MOST_TRIES],
        "tries_left_out": len(tries) > MOST_TRIES,
        "headers": tries[0].headers if tries else {},
        "goes_first": _goes_first(found),
        "may_try_now": row.next_attempt_at is not None and row.next_attempt_at > timezone.now(),
        "why": _why(found),
        "seen": mark(found),
    }


def _goes_first(found: Delivery) -> Delivery | None:
    """The notification of the same job that this one waits for."""
    if not getattr(found, "is_held_up", False):
        return None
    waiting = Delivery.objects.waiting().filter(job=found.job_id, asked_again_at=None, id__lt=found.pk)
    return waiting.order_by("id").first()


def _why(found: Delivery) -> str:
    """Why it ended as it did, where its last answer does not say so."""
    if found.status == Delivery.Status.SUPERSEDED:
        return _(
            "An earlier notification of this job could not be delivered. Progress lines that wait then are not sent "
            "any more, so that the receiver hears soon how the job stands. Changes of status are always sent."
        )
    if found.status != Delivery.Status.FAILED:
        return ""
    if found.kind == Delivery.Kind.TEST:
        return _("A test is tried once.")
    if found.asked_again_at is not None:
        return _("What somebody asks for again is tried once.")
    if found.answer_status == 410:
        return _("That means: nothing should be sent there any more.")
    if found.finished_at is not None and found.finished_at >= found.created_at + Delivery.GIVE_UP:
        return _("It was tried for 24 hours.")
    return ""
