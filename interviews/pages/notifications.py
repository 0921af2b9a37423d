"""A team's notifications: the secret that signs them, a test, and what was sent."""

import zlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews import access
from interviews.forms import SendTestForm
from interviews.models import Membership, SigningSecret
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.outgoing import STATES, Row, Wish, jobs_to_choose, mark
from interviews.services.notifications import TooSoon, last_url, latest_test, rotate_secret, send_test

PAGE = 25
SAMPLES = Path(settings.BASE_DIR) / "static" / "samples"
TEMPLATE = "interviews/notifications.html"


@require_GET
@signed_in
def team_notifications(request: HttpRequest) -> HttpResponse:
    """What the current team's notifications are signed with, and all of them.

    To htmx it answers the list alone; asked whether that is still as `listed`, 204 while it is."""
    membership = access.current_membership(request)
    if not wants_fragment(request):
        return _page(request, membership)
    context = _list(request, membership)
    if "listed" not in request.GET:
        return render(request, f"{TEMPLATE}#deliveries", context)
    if request.GET["listed"] == context["listed"]:
        return HttpResponse(status=204)
    return render(request, f"{TEMPLATE}#listed", context)


@require_POST
@cache_control(no_store=True, private=True)
@signed_in
def show_secret(request: HttpRequest) -> HttpResponse:
    """The page with the signing secret on it; it is made now if the team has none."""
    membership = _changing(request)
    secret = SigningSecret.of(membership.team)[0].secret
    if wants_fragment(request):
        return render(request, f"{TEMPLATE}#signing", _signing(membership) | {"secret": secret})
    return _page(request, membership, secret=secret)


@require_POST
@signed_in
def rotate(request: HttpRequest) -> HttpResponse:
    """A new signing secret; the old one signs beside it for a day."""
    membership = _changing(request)
    if rotate_secret(membership.team, request.POST.get("current", "")):
        messages.success(
            request, _("There is a new secret. Both sign for 24 hours: give the new one to your receivers.")
        )
    return redirect("team_notifications")


@require_POST
@signed_in
def end_old_secret(request: HttpRequest) -> HttpResponse:
    """Ends the overlap of the old signing secret with the new one."""
    membership = _changing(request)
    if SigningSecret.end_old(membership.team):
        messages.success(request, _("Only the new secret signs from now on."))
    return redirect("team_notifications")


@require_http_methods(["GET", "POST"])
@signed_in
def test_notification(request: HttpRequest) -> HttpResponse:
    """Sends a test. To htmx's looks it answers how the test goes, or 204 while nothing changes."""
    if request.method == "POST":
        return _send_test(request, _changing(request))
    membership = access.current_membership(request)
    if not wants_fragment(request) or not membership.may_edit:
        return redirect("team_notifications")
    context = _test(membership)
    if request.GET.get("seen") == context["seen"]:
        return HttpResponse(status=204)
    return render(request, f"{TEMPLATE}#test_result", context)


def _changing(request: HttpRequest) -> Membership:
    membership = access.current_membership(request)
    if not membership.may_edit:
        raise PermissionDenied(_("You may read this team's notifications, not change how they are sent."))
    return membership


def _send_test(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = SendTestForm(request.POST)
    if form.is_valid():
        try:
            send_test(membership.team, form.cleaned_data["url"])
        except TooSoon as error:
            form.add_error("url", _wait(error.seconds))
    status = 200 if form.is_valid() else 422
    # How an earlier test went says nothing of an address that was not tried.
    shown = {"form": form} if status == 200 else {"form": form, "test": None}
    if wants_fragment(request):
        return render(request, f"{TEMPLATE}#test", _test(membership) | shown, status=status)
    return redirect("team_notifications") if status == 200 else _page(request, membership, status, **shown)


def _wait(seconds: int) -> str:
    return ngettext(
        "A test was sent a moment ago. Wait %(count)d second, then send the next.",
        "A test was sent a moment ago. Wait %(count)d seconds, then send the next.",
        seconds,
    ) % {"count": seconds}


def _page(request: HttpRequest, membership: Membership, status: int = 200, **more: Any) -> HttpResponse:
    context = _list(request, membership) | _signing(membership) | {"kind": "notifications"}
    if membership.may_edit:
        context |= _test(membership) | {"form": SendTestForm(initial={"url": last_url(membership.team)})}
    return render(request, TEMPLATE, context | more, status=status)


def _signing(membership: Membership) -> dict[str, Any]:
    usable = list(SigningSecret.objects.filter(team=membership.team).usable(timezone.now()))
    return {
        "may_edit": membership.may_edit,
        "current": next((one for one in usable if one.expires_at is None), None),
        "old": [one for one in usable if one.expires_at is not None],
        "samples": [("Python", _sample("receive.py")), ("Node", _sample("receive.mjs"))],
    }


def _sample(name: str) -> str:
    return (SAMPLES / name).read_text()


def _test(membership: Membership) -> dict[str, Any]:
    test = latest_test(membership.team)
    if test is None:
        return {"test": None, "seen": ""}
    is_late = Row.of(test, timezone.now()).is_late
    return {"test": test, "is_late": is_late, "seen": f"{mark(test)}-{is_late:d}"}


def _list(request: HttpRequest, membership: Membership) -> dict[str, Any]:
    wish = Wish.of(request.GET)
    query = request.GET.copy()
    query.pop("listed", None)
    page = Paginator(wish.rows(membership.team), PAGE).get_page(query.pop("page", ["1"])[-1])
    listed = [Row.of(delivery, timezone.now()) for delivery in page.object_list]
    marks = " ".join([str(page.paginator.count), *(mark(row.delivery) for row in listed)])
    return {
        "team": membership.team,
        "may_edit": membership.may_edit,
        "listed": f"{zlib.crc32(marks.encode()):08x}",
        "wish": wish,
        "states": [(name, label) for name, (label, _rows) in STATES.items()],
        "jobs": jobs_to_choose(membership.team, wish.job),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": query.urlencode(),
        "rows": listed,
    }
