"""The settings of a plan, and a team's defaults for new ones."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from interviews import access
from interviews.drafts import PROCTORING_PRESETS
from interviews.edits.burden import burden
from interviews.edits.refusals import EditRefused
from interviews.forms import PROCTORING_COSTS, GeneralForm, ProctoringForm
from interviews.forms.settings import SettingsForm, as_seen
from interviews.models import Interview, Membership, Team, User, VersionConflict
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.meaning import cutoff_meaning, language_meaning, minutes_meaning
from interviews.services import settings as services
from interviews.services.editing import Edited, by_person
from interviews.services.frozen import frozen

FORMS: dict[str, type[GeneralForm] | type[ProctoringForm]] = {"general": GeneralForm, "proctoring": ProctoringForm}
CHANGE_INTERVIEW: dict[str, Any] = {"general": services.change_general, "proctoring": services.change_proctoring}
CHANGE_TEAM: dict[str, Any] = {"general": services.change_team_general, "proctoring": services.change_team_proctoring}


@dataclass(frozen=True)
class Desk:
    """Whose settings of which kind are on the page, and who may change them."""

    kind: str
    team: Team
    is_editor: bool
    interview: Interview | None = None

    @property
    def frozen(self) -> EditRefused | None:
        """Why nobody may change them now, if so."""
        return frozen(self.interview) if self.interview else None

    @property
    def may_edit(self) -> bool:
        """Whether this person may change them as they stand."""
        return self.is_editor and self.frozen is None

    @property
    def settings(self) -> Any:
        """The settings as they are stored."""
        return getattr(self.interview or self.team, self.kind)

    @property
    def version(self) -> int | None:
        """The version of the interview; a team has none."""
        return self.interview.version if self.interview else None

    def form(self, data: Any = None) -> Any:
        """The form of the settings, filled from them or from what was sent."""
        return FORMS[self.kind].of(self.settings, self.version, data)

    def save(self, form: Any, person: User) -> Edited | None:
        """Stores what was chosen; None for a team. Raises VersionConflict when somebody else has changed these settings
        meanwhile, and EditRefused."""
        unchanged = form.cleaned_data["seen"] == as_seen(self.settings)
        if self.interview is not None:
            version = self.version if unchanged else form.cleaned_data["version"]
            edited: Edited = CHANGE_INTERVIEW[self.kind](
                self.interview, form.draft(), by=by_person(person), version=version
            )
            return edited
        if not unchanged:
            raise VersionConflict(str(self.team.pk))
        everywhere = form.cleaned_data["update_all"]
        CHANGE_TEAM[self.kind](self.team, form.draft(), by=by_person(person), update_all=everywhere)
        return None


@require_http_methods(["GET", "POST"])
@signed_in
def interview_settings(request: HttpRequest, identifier: int, kind: str) -> HttpResponse:
    """The general or the proctoring settings of an interview."""
    found = access.interview(request, identifier, change=request.method == "POST")
    membership = Membership.objects.get(user=access.person(request), team=found.team)
    return _answer(request, Desk(kind, found.team, membership.may_edit, found))


@require_http_methods(["GET", "POST"])
@signed_in
def team_settings(request: HttpRequest, kind: str) -> HttpResponse:
    """The general or the proctoring settings that new interviews of the current team begin with."""
    membership = access.current_membership(request)
    if request.method == "POST" and not membership.may_edit:
        raise PermissionDenied(_("You may read this team's settings, not change them."))
    return _answer(request, Desk(kind, membership.team, membership.may_edit))


def _answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method == "GET":
        return _meaning(request, desk) if wants_fragment(request) else _page(request, desk, desk.form())
    form = desk.form(request.POST)
    if desk.frozen is not None:
        return _refused(request, desk, form, desk.frozen)
    if "use_preset" in request.POST and isinstance(form, ProctoringForm):
        return _page(request, desk, form.with_preset(request.POST["use_preset"]), is_filled_in=True)
    if not form.is_valid():
        return _page(request, desk, form, status=422)
    try:
        edited = desk.save(form, access.person(request))
    except VersionConflict:
        return _conflict(request, desk)
    except EditRefused as error:
        return _refused(request, desk, form, error)
    _say_saved(request, desk, form, edited)
    return redirect(request.path)


def _refused(request: HttpRequest, desk: Desk, form: SettingsForm, error: EditRefused) -> HttpResponse:
    form.add_error(None, str(error))
    return _page(request, desk, form, status=409)


def _meaning(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The sentences beside the fields, for what was typed so far."""
    context = _means(desk, *(request.GET.get(name, "") for name in _TOLD)) | {"oob": True}
    parts = (f"interviews/settings_general.html#{name}" for name in ("cutoff", "minutes", "language"))
    return HttpResponse("".join(render_to_string(part, context, request) for part in parts))


# The fields beside which stands what they mean.
_TOLD = ("cutoff", "longest", "language")


def _means(desk: Desk, cutoff: object, longest: object, language: object) -> dict[str, Any]:
    means = {"cutoff_means": cutoff_meaning(cutoff)}
    if desk.interview is None:
        return means
    minutes, written = minutes_meaning(desk.interview, longest), language_meaning(desk.interview, language)
    return means | {"minutes_mean": minutes, "language_means": written}


def _conflict(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What was chosen comes back; sent once more, it is saved over what somebody else chose."""
    if desk.interview is not None:
        desk.interview.refresh_from_db(fields=["version", desk.kind])
    sent = request.POST.copy()
    sent["version"], sent["seen"] = str(desk.version or ""), as_seen(desk.settings)
    return _page(request, desk, desk.form(sent), status=409, is_conflict=True)


def _say_saved(request: HttpRequest, desk: Desk, form: SettingsForm, edited: Edited | None) -> None:
    sentence = _("Saved.")
    if edited and edited.before.opening != edited.plan.opening:
        sentence = _("Saved. The opening of the plan says so now as well.")
    if desk.interview is None and form.cleaned_data["update_all"]:
        count = Interview.objects.for_team(desk.team).count()
        sentence = ngettext(
            "Saved, for %(count)d existing interview as well.",
            "Saved, for %(count)d existing interviews as well.",
            count,
        ) % {"count": count}
    messages.success(request, sentence)


def _page(request: HttpRequest, desk: Desk, form: SettingsForm, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "desk": desk,
        "team": desk.team,
        "interview": desk.interview,
        "kind": desk.kind,
        "form": form,
        "presets": _presets(desk.settings.preset) if desk.kind == "proctoring" else [],
        "switches": [(form[name], warning) for name, (_label, _cost, warning) in PROCTORING_COSTS.items()]
        if desk.kind == "proctoring"
        else [],
        "interview_count": Interview.objects.for_team(desk.team).count() if desk.interview is None else 0,
        **({"burden": burden(desk.settings)} if desk.kind == "proctoring" else {}),
        **(_means(desk, *(form[name].value() for name in _TOLD)) if desk.kind == "general" else {}),
        **more,
    }
    return render(request, f"interviews/settings_{desk.kind}.html", context, status=status)


def _presets(in_force: str) -> list[dict[str, Any]]:
    """The presets with their names, what each is for, the switches it sets, and which one is in force."""
    words = {
        "off": (_("Off"), _("Nothing is monitored. For interviews held by people.")),
        "light": (_("Light"), _("Leaving the page is counted, and the candidate is warned.")),
        "standard": (_("Standard"), _("Camera and microphone on, pasting blocked, leaving the page reported.")),
    }
    return [
        {
            "name": name,
            "label": words[name][0],
            "purpose": words[name][1],
            "is_in_force": name == in_force,
            "switches": preset.model_dump_json(exclude={"preset", "retention_days"}),
        }
        for name, preset in PROCTORING_PRESETS.items()
    ]
