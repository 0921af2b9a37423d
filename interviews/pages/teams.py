"""Which team the lists show, what it is called and who is in it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interviews.access import current_membership, must_own, person
from interviews.forms.team import TeamForm
from interviews.models import Membership
from interviews.pages.guard import signed_in


@require_POST
@signed_in
def choose_team(request: HttpRequest) -> HttpResponse:
    """Shows another of the person's teams from now on."""
    chosen = request.POST.get("team", "")
    places = Membership.objects.filter(user=person(request)).values_list("team_id", flat=True)
    if chosen not in map(str, places):
        raise Http404
    request.session["team"] = int(chosen)
    return redirect("interviews")


@require_http_methods(["GET", "POST"])
@signed_in
def team(request: HttpRequest) -> HttpResponse:
    """What the current team is called and who is in it; sent by an owner, its new name."""
    membership = current_membership(request)
    if request.method == "GET":
        return _page(request, membership, TeamForm(initial={"name": membership.team.name}))
    must_own(membership)
    form = TeamForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, form, status=422)
    membership.team.rename(form.cleaned_data["name"])
    messages.success(request, _("Saved. Candidates read the new name on their sheet from now on."))
    return redirect("team")


def _page(request: HttpRequest, membership: Membership, form: TeamForm, status: int = 200) -> HttpResponse:
    members = membership.team.memberships.select_related("user").order_by("user__name", "user__email")
    context = {"kind": "team", "team": membership.team, "membership": membership, "form": form, "members": members}
    return render(request, "interviews/team.html", context, status=status)
