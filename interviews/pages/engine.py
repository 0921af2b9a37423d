"""Who writes a team's plans, how the language model is set up, and whether it answers."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interviews import access
from interviews.forms import EngineForm
from interviews.models import ConnectionTest, Membership
from interviews.pages.guard import signed_in, wants_fragment
from interviews.services.generation import default_engine


@require_http_methods(["GET", "POST"])
@signed_in
def team_engine(request: HttpRequest) -> HttpResponse:
    """Which engine is used, and the choice of it. To htmx it answers the last test, or 204 while nothing changes."""
    membership = access.current_membership(request)
    if request.method == "POST":
        return _choose(request, membership)
    if wants_fragment(request):
        test = ConnectionTest.latest(membership.team)
        if test is not None and request.GET.get("seen") == _seen(test):
            return HttpResponse(status=204)
        return render(request, "interviews/engine.html#connection", _context(membership, test))
    return _page(request, membership, EngineForm(initial={"engine": membership.team.engine}))


@require_POST
@signed_in
def test_connection(request: HttpRequest) -> HttpResponse:
    """Asks a worker to try out the language model; its answer appears on the page."""
    membership = access.current_membership(request)
    if not membership.may_edit:
        raise PermissionDenied(_("You may read this team's settings, not change them."))
    if settings.LANGUAGE_MODEL.configured:
        ConnectionTest.start(membership.team, access.person(request))
    if not wants_fragment(request):
        return redirect("team_engine")
    test = ConnectionTest.latest(membership.team)
    return render(request, "interviews/engine.html#connection", _context(membership, test))


def _choose(request: HttpRequest, membership: Membership) -> HttpResponse:
    if not membership.may_edit:
        raise PermissionDenied(_("You may read this team's settings, not change them."))
    form = EngineForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, form, status=422)
    membership.team.engine = form.cleaned_data["engine"]
    membership.team.save(update_fields=["engine"])
    messages.success(request, _("Saved."))
    return redirect("team_engine")


def _page(request: HttpRequest, membership: Membership, form: EngineForm, status: int = 200) -> HttpResponse:
    test = ConnectionTest.latest(membership.team)
    return render(
        request, "interviews/engine.html", _context(membership, test) | {"form": form, "kind": "engine"}, status=status
    )


def _context(membership: Membership, test: ConnectionTest | None) -> dict[str, Any]:
    return {
        "team": membership.team,
        "may_edit": membership.may_edit,
        "model": settings.LANGUAGE_MODEL,
        "engine": default_engine(membership.team),
        "test": test,
        "seen": _seen(test) if test is not None else "",
    }


def _seen(test: ConnectionTest) -> str:
    return f"{test.pk}-{'waits' if test.is_under_way else 'ended'}"
