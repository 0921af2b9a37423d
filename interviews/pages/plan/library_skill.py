"""Adding a skill from the built-in library."""

from functools import partial
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.drafts import Importance, Seniority
from interviews.edits.refusals import EditRefused
from interviews.edits.skills import add_skill
from interviews.models import Interview, Skill
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.acting import act_on
from interviews.pages.plan.refusing import refuse
from interviews.services.frozen import frozen
from interviews.services.library import competencies
from interviews.services.library_skills import skill_from_library

MOST_SHOWN = 40


@require_http_methods(["GET", "POST"])
@signed_in
def library_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """The library's competencies about some words (GET); one of them becomes a skill (POST)."""
    found = access.interview(request, identifier, change=True)
    refusal = frozen(found)
    if refusal is not None:
        return refuse(request, found, refusal)
    return _add(request, found) if request.method == "POST" else _list(request, found)


def _list(request: HttpRequest, found: Interview) -> HttpResponse:
    words = request.GET.get("q", "")[:200]
    every = competencies(words)
    taken = {skill.reference for skill in found.skills.all()}
    rows = [(key, name, family, key in taken) for key, name, family in every[:MOST_SHOWN]]
    template = "interviews/library_skill.html" + ("#results" if wants_fragment(request) else "")
    context = {
        "interview": found,
        "team": found.team,
        "words": words,
        "rows": rows,
        "count": len(every),
        "importances": Skill.Importance.choices,
    }
    return render(request, template, context)


def _add(request: HttpRequest, found: Interview) -> HttpResponse:
    importance = request.POST.get("importance", "")
    skill = skill_from_library(
        request.POST.get("competency", ""),
        cast(Importance, importance if importance in Skill.Importance else Skill.Importance.MUST_HAVE.value),
        cast(Seniority, found.seniority),
        with_question="with_question" in request.POST,
    )
    if skill is None:
        return refuse(request, found, EditRefused(_("Choose a skill from the list of the library.")))
    return act_on(request, found, partial(add_skill, skill=skill), _("Skill added."), "new-skill")
