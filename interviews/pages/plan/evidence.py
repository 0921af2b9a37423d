"""Evidence: words of the description become that of a skill, or are taken from it; gaps are dismissed."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap

from interviews import access
from interviews.edits import evidence as verbs
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import place, whole
from interviews.forms.phrase import PhraseForm
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.acting import act_on
from interviews.pages.plan.refusing import refuse


@require_http_methods(["GET", "POST"])
@signed_in
def mark_phrase(request: HttpRequest, identifier: int) -> HttpResponse:
    """Makes words of the description evidence of a skill. A page of its own shows what could not be, without script."""
    found = access.interview(request, identifier, change=True)
    if request.method == "GET":
        return _page(request, found, PhraseForm.of(found))
    form = PhraseForm.of(found, request.POST)
    if form.is_valid() and not form.cleaned_data["skill"]:
        form.add_error("skill", _("Choose the skill that the words are evidence of."))
    span = form.span
    if form.errors or span is None:
        return _unmarked(request, found, form)
    act = partial(verbs.cite, skill=int(form.cleaned_data["skill"]), start=span.start, end=span.end)
    return act_on(request, found, act, _("Evidence marked."), "description")


def _unmarked(request: HttpRequest, found: Interview, form: PhraseForm) -> HttpResponse:
    if not wants_fragment(request):
        return _page(request, found, form, status=422)
    problems = "".join(
        render_to_string("interviews/plan/part_problems.html", {"field": form[name], "oob": True})
        for name in ("words", "skill")
    )
    return reswap(HttpResponse(problems, status=422), "none")


def _page(request: HttpRequest, found: Interview, form: PhraseForm, status: int = 200) -> HttpResponse:
    context = {"interview": found, "team": found.team, "phrase": form}
    return render(request, "interviews/phrase.html", context, status=status)


@require_POST
@signed_in
def uncite(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes a piece of evidence (`span`: its offsets, as 12-30) from a skill."""
    found = access.skill(request, identifier, change=True)
    span = _span(request)
    if span is None:
        return refuse(request, found.interview, EditRefused(_("Choose the evidence to take away.")))
    act = partial(verbs.uncite, skill=found.pk, start=span[0], end=span[1])
    return act_on(request, found.interview, act, _("Evidence taken away."), f"skill-{found.pk}")


@require_POST
@signed_in
def settle_gap(request: HttpRequest, identifier: int) -> HttpResponse:
    """A requirement that is not covered (`span`) need not be, or its words are evidence of a `skill`."""
    found = access.interview(request, identifier, change=True)
    span, skill = _span(request), whole(request.POST.get("skill"))
    if span is None:
        return refuse(request, found, EditRefused(_("Choose a requirement from the list.")))
    if "dismiss" in request.POST:
        act = partial(verbs.dismiss, start=span[0], end=span[1])
        return act_on(request, found, act, _("Taken off the list."), "gaps-title")
    if not skill:
        return refuse(request, found, EditRefused(_("Choose the skill that the words are evidence of.")))
    act = partial(verbs.cite, skill=skill, start=span[0], end=span[1])
    return act_on(request, found, act, _("Evidence marked."), "description")


def _span(request: HttpRequest) -> tuple[int, int] | None:
    start, _dash, end = request.POST.get("span", "").partition("-")
    return place(start, end)
