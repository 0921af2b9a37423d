"""Skills of a plan, edited where they stand: heading, weight, place; merged, removed, added."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews import access
from interviews.drafts import PlanDraft
from interviews.edits import skills as verbs
from interviews.edits import weights
from interviews.edits.places import skill_of
from interviews.edits.refusals import EditRefused
from interviews.forms.numbers import whole
from interviews.forms.parts import SkillForm
from interviews.models import Interview, Skill
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.acting import act_on
from interviews.pages.plan.parts import Part, edit_part, read_part
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person, save_skill


@require_GET
@signed_in
def skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """A skill's heading as it stands in its plan."""
    found = access.skill(request, identifier)
    if not wants_fragment(request):
        return redirect(reverse("interview", args=[found.interview_id]) + f"#skill-{found.pk}")
    interview = access.interview(request, found.interview_id)
    return read_part(request, interview, _part(request, interview, found))


@require_http_methods(["GET", "POST"])
@signed_in
def edit_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """The form of a skill's name, importance and weight, and what is typed into it saved."""
    found = access.skill(request, identifier, change=True)
    interview = access.interview(request, found.interview_id)
    return edit_part(request, interview, _part(request, interview, found))


def _part(request: HttpRequest, interview: Interview, found: Skill) -> Part:
    element, by = f"skill-{found.pk}-head", by_person(access.person(request))

    def make(plan: PlanDraft, data: object) -> SkillForm:
        own = skill_of(plan, found.pk)
        taken = [other.name for other in plan.skills if other.id != found.pk]
        return SkillForm(dict(own), data, element=element, taken=taken)

    return Part(
        element=element,
        template="skill_head",
        title=_("Skill %(name)s") % {"name": found.name},
        url=reverse("edit_skill", args=[found.pk]),
        read_url=reverse("skill", args=[found.pk]),
        make=make,
        now=lambda plan: dict(skill_of(plan, found.pk)),
        save=lambda form: save_skill(interview, found.pk, form.sent, form.seen, by=by),
        more=lambda context: {"skill": next(one for one in context["reading"].skills if one.row.pk == found.pk)},
    )


@require_POST
@signed_in
def move_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """Puts a skill behind another (`after`: its id, empty for the first place), or one place `way` up or down."""
    found = access.skill(request, identifier, change=True)
    after, way = whole(request.POST.get("after")) or None, request.POST.get("way", "")

    def act(plan: PlanDraft) -> PlanDraft:
        if not way:
            return verbs.move_skill(plan, found.pk, after)
        return verbs.shift_skill(plan, found.pk, -1 if way == "up" else 1)

    return act_on(request, found.interview, act, _("Skill moved."), f"skill-{found.pk}")


@require_POST
@signed_in
def merge_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """Puts a skill's questions and evidence into another one (`into`: its id), and takes it away."""
    found = access.skill(request, identifier, change=True)
    into = whole(request.POST.get("into"))
    if not into:
        return refuse(request, found.interview, EditRefused(_("Choose the skill that this one goes into.")))
    act = partial(verbs.merge_skills, identifier=found.pk, into=into)
    return act_on(request, found.interview, act, _("Skills merged."), f"skill-{into}")


@require_POST
@signed_in
def remove_skill(request: HttpRequest, identifier: int) -> HttpResponse:
    """Takes a skill with its questions away; its evidence is not covered any more."""
    found = access.skill(request, identifier, change=True)
    act = partial(verbs.remove_skill, identifier=found.pk)
    return act_on(request, found.interview, act, _("Skill removed, with its questions."), "skills")


@require_POST
@signed_in
def release_weight(request: HttpRequest, identifier: int) -> HttpResponse:
    """Lets a weight that was set by hand follow the others again."""
    found = access.skill(request, identifier, change=True)
    act = partial(weights.release, identifier=found.pk)
    return act_on(request, found.interview, act, _("The weight follows the others again."), f"skill-{found.pk}")


@require_POST
@signed_in
def share_evenly(request: HttpRequest, identifier: int) -> HttpResponse:
    """Forgets all weights that were set by hand."""
    found = access.interview(request, identifier, change=True)
    return act_on(request, found, weights.weigh_evenly, _("Weights shared evenly."), "skills")
