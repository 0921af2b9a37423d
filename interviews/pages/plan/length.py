"""Making a plan fit its time: which questions would go is shown before they do."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.edits.dropping import leaving, shorten, shortest
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person, edit


@require_http_methods(["GET", "POST"])
@signed_in
def length(request: HttpRequest, identifier: int) -> HttpResponse:
    """What would go to make the plan fit so many minutes; sent, these questions go, as one change.

    A fragment is the form, or with `minutes` what would go."""
    found = access.interview(request, identifier, change=True)
    if found.is_frozen:
        return refuse(request, found, EditRefused(_("Only a draft is made shorter. Begin a new draft first.")))
    if request.method == "POST":
        return _drop(request, found)
    asked = whole(request.GET.get("minutes")) or None
    part = "" if not wants_fragment(request) else "#form" if asked is None else "#preview"
    return render(request, f"interviews/length.html{part}", _read(request, found, asked))


def _read(request: HttpRequest, found: Interview, asked: int | None) -> dict[str, object]:
    plan = found.plan()
    context = plan_context(request, found)
    gauges, least = context["gauges"], shortest(plan)
    goal = min(gauges.limit if asked is None else asked, gauges.used)
    going = leaving(plan, max(goal, least))
    return context | {
        "least": least,
        "asked": max(goal, least),
        "is_too_short": goal < least,
        "going": going,
        "emptied": [one.skill for one in going if one.empties],
        "left": gauges.used - sum(one.question.minutes for one in going),
        "has_locked": any(skill.locked or any(one.locked for one in skill.questions) for skill in plan.skills),
        "seen": ".".join(str(one.question.id) for one in going),
        "plan_url": "" if wants_fragment(request) else reverse("interview", args=[found.pk]),
    }


def _drop(request: HttpRequest, found: Interview) -> HttpResponse:
    minutes = whole(request.POST.get("minutes")) or None
    seen = [whole(one) for one in request.POST.get("seen", "").split(".") if one]
    if minutes is None or not seen:
        return refuse(request, found, EditRefused(_("Choose how long the interview may be, then drop what would go.")))
    try:
        edited = edit(found, partial(shorten, minutes=minutes, seen=seen), by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, found, error)
    said = ngettext("%(count)d question dropped.", "%(count)d questions dropped.", len(seen)) % {"count": len(seen)}
    return answer_edit(request, edited, said, anchor="plan-length")
