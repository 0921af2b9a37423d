"""Having something written, again or anew, and watching it where it stands."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.access import person
from interviews.forms.again import AgainForm
from interviews.forms.numbers import whole
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.services.frozen import frozen
from interviews.services.regeneration import NothingToWrite, start_regeneration


@require_http_methods(["GET", "POST"])
@signed_in
def again(request: HttpRequest, identifier: int) -> HttpResponse:
    """Asks how something is to be written again; sent, a worker begins, and the plan stays as it is."""
    found = access.interview(request, identifier, change=True)
    refusal = frozen(found)
    if refusal is not None:
        return refuse(request, found, refusal)
    if request.method == "GET":
        return _ask(request, found, AgainForm.about(found, request.GET))
    form = AgainForm.about(found, request.POST, sent=True)
    if not form.is_valid():
        return _ask(request, found, form, status=422)
    try:
        start_regeneration(found, form.again(), person=person(request))
    except NothingToWrite as error:
        form.add_error(None, str(error))
        return _ask(request, found, form, status=422)
    if not wants_fragment(request):
        messages.success(request, form.begun)
        return redirect(reverse("interview", args=[found.pk]) + "#plan-writing")
    response = _show(request, access.interview(request, identifier), form.shown_at)
    trigger_client_event(response, "announce", {"text": form.begun})
    return response


def _ask(request: HttpRequest, found: Interview, form: AgainForm, status: int = 200) -> HttpResponse:
    template = "interviews/again.html" + ("#form" if wants_fragment(request) else "")
    context = plan_context(request, found) | {
        "form": form,
        "language_model": settings.LANGUAGE_MODEL,
        "is_inline": wants_fragment(request),
    }
    return render(request, template, context, status=status)


@require_GET
@signed_in
def writing(request: HttpRequest, identifier: int) -> HttpResponse:
    """What is being written again, live: 204 while nothing has moved, else the parts of the page that show it.

    `shown` names the elements that showed something of it when the page was last told, `had` says how many proposals
    stood there."""
    found = access.interview(request, identifier)
    if not wants_fragment(request):
        return redirect(reverse("interview", args=[found.pk]) + "#plan-writing")
    context = plan_context(request, found)
    if request.GET.get("seen") == context["writing"].signature:
        return HttpResponse(status=204)
    before = set(request.GET.get("shown", "").split("."))
    response = HttpResponse("".join(parts(request, context, before)))
    news = context["writing"].news(whole(request.GET.get("had")))
    return trigger_client_event(response, "announce", {"text": news}) if news else response


@require_GET
@signed_in
def place(request: HttpRequest, identifier: int) -> HttpResponse:
    """The place under a question where its proposal stands, as it is now."""
    found = access.question(request, identifier)
    context = plan_context(request, access.interview(request, found.skill.interview_id))
    skill, part = context["reading"].of(found)
    return render(request, "interviews/plan/question_proposal.html", context | {"skill": skill, "part": part})


@require_GET
@signed_in
def new_place(request: HttpRequest, identifier: int) -> HttpResponse:
    """The place under a skill where a new question is proposed, as it is now."""
    found = access.skill(request, identifier)
    context = plan_context(request, access.interview(request, found.interview_id))
    skill = next(one for one in context["reading"].skills if one.row.pk == found.pk)
    return render(request, "interviews/plan/skill_proposal.html", context | {"skill": skill})


@require_POST
@signed_in
def stop_writing(request: HttpRequest, identifier: int, job: UUID) -> HttpResponse:
    """Cancels one of the jobs that write parts of this plan again."""
    found = access.interview(request, identifier, change=True)
    get_object_or_404(found.jobs, pk=job).cancel()
    return _done(request, found.pk)


@require_POST
@signed_in
def retry_writing(request: HttpRequest, identifier: int, job: UUID) -> HttpResponse:
    """Puts one that failed back to work."""
    found = access.interview(request, identifier, change=True)
    get_object_or_404(found.jobs, pk=job).retry()
    return _done(request, found.pk)


def _done(request: HttpRequest, identifier: int) -> HttpResponse:
    if not wants_fragment(request):
        return redirect(reverse("interview", args=[identifier]) + "#plan-writing")
    return _show(request, access.interview(request, identifier))


def _show(request: HttpRequest, found: Interview, skill: int | None = None) -> HttpResponse:
    context = plan_context(request, found)
    made = parts(request, context, set())
    for one in context["reading"].skills:
        if one.row.pk == skill:
            made.append(_html(request, "skill_lock", context | {"skill": one}))
    return reswap(HttpResponse("".join(made)), "none")


def parts(request: HttpRequest, context: dict[str, Any], before: set[str]) -> list[str]:
    """The parts of the page that show what is being written, those that did before included (ids of elements)."""
    touched = context["writing"].touched | before
    made = [_html(request, "writing", context)]
    for skill in context["reading"].skills:
        if f"skill-{skill.row.pk}" in touched:
            made.append(_html(request, "skill_proposal", context | {"skill": skill}))
        for part in skill.questions:
            if f"question-{part.row.pk}" in touched:
                made.append(_html(request, "question_proposal", context | {"skill": skill, "part": part}))
    return made


def _html(request: HttpRequest, name: str, context: dict[str, Any]) -> str:
    return render_to_string(f"interviews/plan/{name}.html", context | {"oob": True}, request=request)
