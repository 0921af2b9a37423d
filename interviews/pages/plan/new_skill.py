"""Adding a skill: free, or from words of the description."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import reswap

from interviews import access
from interviews.drafts import Evidence, PlanDraft, PlannedSkill, normalise
from interviews.edits.evidence import add_cited, marked
from interviews.edits.refusals import EditRefused
from interviews.edits.skills import add_skill, written
from interviews.forms.numbers import place
from interviews.forms.parts import NewSkillForm
from interviews.forms.phrase import PhraseForm
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import Edited, by_person, edit
from interviews.services.frozen import frozen

_ELEMENT = "new-skill"


@require_http_methods(["GET", "POST"])
@signed_in
def new_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """The form of a new skill; `words` (with `start` and `end` where they were marked) become its evidence."""
    found = access.interview(request, identifier, change=True)
    refusal = frozen(found)
    if refusal is not None:
        return refuse(request, found, refusal)
    if request.method == "GET":
        return _begin(request, found)
    form = _form(found, request.POST)
    span = None
    try:
        span = _cited(found, request.POST)
        if not form.is_valid():
            return _unsaved(request, found, form, span, 422)
        edited = _add(request, found, form, span)
    except EditRefused as error:
        form.add_error(None, str(error))
        return _unsaved(request, found, form, span, 409)
    added = next(skill for skill in reversed(edited.plan.skills) if skill.name == form.cleaned_data["name"])
    response = answer_edit(request, edited, _("Skill added."), anchor=f"skill-{added.id}")
    if wants_fragment(request):
        context = plan_context(request, edited.interview)
        response.write(render_to_string("interviews/plan/new_skill.html", context | {"oob": True}, request))
    return response


def _begin(request: HttpRequest, found: Interview) -> HttpResponse:
    """The form, its name filled in by the words if there are any; closed again, the link to it."""
    if "close" in request.GET:
        return render(request, "interviews/plan/new_skill.html", plan_context(request, found))
    words = request.GET.get("words", "") or _gap(found, request.GET.get("start", ""), request.GET.get("end", ""))
    if not words.strip():
        return _page(request, found, _form(found, None), None)
    sought = PhraseForm.of(found, {**request.GET.dict(), "words": words, "skill": ""})
    span = sought.span if sought.is_valid() else None
    name = " ".join((span.quote if span else words).split())
    problem = "" if span else sought.errors.get("words", [""])[0]
    return _page(request, found, _form(found, None, name=Truncator(name).chars(80)), span, problem=problem)


def _gap(found: Interview, start: str, end: str) -> str:
    return next((gap.quote for gap in found.gaps if (str(gap.start), str(gap.end)) == (start, end)), "")


def _form(found: Interview, data: Any, **initial: Any) -> NewSkillForm:
    now = {"name": "", "importance": "must_have", "question": "", **initial}
    return NewSkillForm(now, data, element=_ELEMENT, taken=[skill.name for skill in found.skills.all()])


def _cited(found: Interview, data: Any) -> Evidence | None:
    """The words that the form was opened with, where they stand now. Raises EditRefused when they are gone."""
    span = place(data.get("start"), data.get("end"))
    return marked(found.description, *span, normalise(data.get("words", ""))) if span else None


def _add(request: HttpRequest, found: Interview, form: NewSkillForm, span: Evidence | None) -> Edited:
    chosen = form.cleaned_data
    skill = PlannedSkill(name=chosen["name"], importance=chosen["importance"])
    if chosen["question"]:
        skill.questions = [written(chosen["question"])]

    def act(plan: PlanDraft) -> PlanDraft:
        return add_cited(plan, skill, span.start, span.end) if span else add_skill(plan, skill)

    return edit(found, act, by=by_person(access.person(request)))


def _unsaved(
    request: HttpRequest, found: Interview, form: NewSkillForm, span: Evidence | None, status: int
) -> HttpResponse:
    response = _page(request, found, form, span, status=status, oob=wants_fragment(request))
    return reswap(response, "none") if wants_fragment(request) else response


def _page(
    request: HttpRequest, found: Interview, form: NewSkillForm, span: Evidence | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    in_place = wants_fragment(request)
    context = {"interview": found, "team": found.team, "form": form, "span": span, "in_place": in_place, **more}
    template = "plan/new_skill_form.html" if in_place else "new_skill.html"
    return render(request, f"interviews/{template}", context, status=status)
