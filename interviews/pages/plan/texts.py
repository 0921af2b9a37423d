"""The plan's own texts, edited where they stand: its name, summary, scripts, lists and intake answers."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from interviews import access
from interviews.drafts import PlanDraft
from interviews.forms import parts as forms
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.parts import Part, edit_part, read_part
from interviews.services.editing import by_person, save_texts


@dataclass(frozen=True)
class _Text:
    form: type[forms.PartForm]
    title: Any


_TEXTS = {
    "name": _Text(forms.NameForm, _("Name of the interview")),
    "summary": _Text(forms.SummaryForm, _("Summary of the job")),
    "opening": _Text(forms.OpeningForm, _("Opening")),
    "closing": _Text(forms.ClosingForm, _("Closing")),
    "protected": _Text(forms.ProtectedForm, _("If something protected is volunteered")),
    "before": _Text(forms.BeforeForm, _("Before and beside the interview")),
    "intake": _Text(forms.IntakePartForm, _("What your team said")),
}


@require_GET
@signed_in
def text(request: HttpRequest, identifier: int, name: str) -> HttpResponse:
    """A text as it stands in its plan."""
    found = access.interview(request, identifier)
    part = _part(request, found, name)
    if not wants_fragment(request):
        return redirect(reverse("interview", args=[found.pk]) + f"#{part.element}")
    return read_part(request, found, part)


@require_http_methods(["GET", "POST"])
@signed_in
def edit_text(request: HttpRequest, identifier: int, name: str) -> HttpResponse:
    """The form of a text, and what is typed into it saved."""
    found = access.interview(request, identifier, change=True)
    return edit_part(request, found, _part(request, found, name))


def _part(request: HttpRequest, found: Interview, name: str) -> Part:
    if name not in _TEXTS:
        raise Http404
    kind, element = _TEXTS[name].form, f"plan-{name}"
    by = by_person(access.person(request))
    return Part(
        element=element,
        template=name,
        title=str(_TEXTS[name].title),
        url=reverse("edit_text", args=[found.pk, name]),
        read_url=reverse("text", args=[found.pk, name]),
        make=lambda plan, data: kind(_values(plan), data, element=element),
        now=_values,
        save=lambda form: save_texts(found, form.sent, form.seen, by=by),
    )


def _values(plan: PlanDraft) -> dict[str, Any]:
    return dict(plan) | dict(plan.intake)
