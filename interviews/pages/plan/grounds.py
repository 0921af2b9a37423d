"""Choosing a lawful ground for what blocks publishing, agreeing, withdrawing, and all that were ever chosen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.access import person
from interviews.drafts import Outdated
from interviews.edits.refusals import EditRefused
from interviews.forms.ground import GroundForm
from interviews.models import Interview, LawfulGround
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.answers import Sight, swaps
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.found import Findings, Found
from interviews.pages.plan.refusing import refuse
from interviews.services.grounds import Refused, agree, choose, history, withdraw


@require_http_methods(["GET", "POST"])
@signed_in
def state_ground(request: HttpRequest, identifier: int) -> HttpResponse:
    """The form for a ground of the finding whose key is sent; sent, it is kept with the person's name."""
    found = access.interview(request, identifier, change=True)
    key = (request.POST if request.method == "POST" else request.GET).get("finding", "")
    one = _needing(found, key)
    if found.is_frozen or one is None or one.blocker is None:
        return refuse(request, found, EditRefused(str(Outdated())))
    if request.method == "GET":
        return _ask(request, found, one, GroundForm(key, one.blocker.choices))
    form = GroundForm(key, one.blocker.choices, request.POST)
    if not form.is_valid():
        return _ask(request, found, one, form, status=422)
    try:
        choose(found, one.finding, form.cleaned_data["ground"], form.cleaned_data["note"], person(request))
    except Outdated as error:
        return refuse(request, found, EditRefused(str(error)))
    except Refused as error:
        form.add_error(None, str(error))
        return _ask(request, found, one, form, status=422)
    return _answer(request, found, one.blocker.text, _("The ground was chosen, and is kept with your name."))


def _needing(interview: Interview, key: str) -> Found | None:
    found = Findings(interview, interview.plan())
    return next((one for one in found.blocking if one.key == key and one.state != "always"), None)


def _ask(request: HttpRequest, found: Interview, one: Found, form: GroundForm, status: int = 200) -> HttpResponse:
    if "note" in form.errors and "ground" not in form.errors:
        form.fields["note"].widget.attrs["autofocus"] = True
    template = "interviews/ground.html" + ("#form" if wants_fragment(request) else "")
    context = {"interview": found, "one": one, "form": form, "is_inline": wants_fragment(request)}
    return render(request, template, context, status=status)


@require_POST
@signed_in
def agree_to_ground(request: HttpRequest, identifier: int) -> HttpResponse:
    """The second person's word for a ground."""
    ground = access.ground(request, identifier, change=True)
    try:
        agree(ground, person(request))
    except (Outdated, Refused) as error:
        return refuse(request, ground.interview, EditRefused(str(error)))
    return _answer(request, ground.interview, ground.text, _("You agreed. It no longer blocks publishing."))


@require_POST
@signed_in
def withdraw_ground(request: HttpRequest, identifier: int) -> HttpResponse:
    """Ends a ground: what it lifted blocks publishing again."""
    ground: LawfulGround = access.ground(request, identifier, change=True)
    try:
        withdraw(ground, person(request))
    except Refused as error:
        return refuse(request, ground.interview, EditRefused(str(error)))
    return _answer(request, ground.interview, ground.text, _("The ground was withdrawn. The history still has it."))


def _answer(request: HttpRequest, interview: Interview, text: str, said: str) -> HttpResponse:
    """Shows how every finding in this text stands now."""
    fresh = access.interview(request, interview.pk)
    found = Findings(fresh, fresh.plan())
    touched = [one.anchor for one in found.all if one.blocker and one.blocker.text == text]
    if not wants_fragment(request):
        messages.success(request, said)
        return redirect(reverse("interview", args=[interview.pk]) + f"#{touched[0] if touched else 'plan-checks'}")
    made = swaps(request, fresh, [], Sight(stale=frozenset(touched)), {"said": said})
    response = reswap(HttpResponse("".join(made)), "none")
    trigger_client_event(response, "announce", {"text": said})
    return response


@require_GET
@signed_in
def grounds(request: HttpRequest, identifier: int) -> HttpResponse:
    """Every ground that was ever chosen for an interview: by whom, when, and whether it holds."""
    found = access.interview(request, identifier)
    context = plan_context(request, found) | {"rows": history(found)}
    return render(request, "interviews/grounds.html", context)
