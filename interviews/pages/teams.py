"""Which team the lists show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interviews.access import person
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
