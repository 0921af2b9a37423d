"""A part of the document that becomes a form where it stands, and saves by itself.

Without script it is a page with a form. With htmx the form stays while the answers to its saves swap only what else
changed, the line that says how the save went, and the digests of what the plan now holds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.drafts import PlanDraft
from interviews.edits.fields import digest
from interviews.edits.refusals import Changed, EditRefused, Gone
from interviews.forms.parts import PartForm
from interviews.models import Interview
from interviews.pages.guard import wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import Edited
from interviews.services.frozen import frozen


def nothing_more(context: dict[str, Any]) -> dict[str, Any]:
    """The context of a part that needs nothing beside that of the page."""
    return {}


@dataclass(frozen=True)
class Part:
    """A part of the plan page: the id of its element, the template in which it is read, and how it is edited.

    `make` makes its form of a plan and of what was sent; it may raise Gone. `now` takes the fields from a plan."""

    element: str
    template: str
    title: str
    url: str
    read_url: str
    make: Callable[[PlanDraft, Any], PartForm]
    now: Callable[[PlanDraft], dict[str, Any]]
    save: Callable[[PartForm], Edited]
    more: Callable[[dict[str, Any]], dict[str, Any]] = nothing_more


def read_part(request: HttpRequest, interview: Interview, part: Part) -> HttpResponse:
    """The part as it is read, with the focus on it."""
    return HttpResponse(_read(request, interview, part, oob=False))


def edit_part(request: HttpRequest, interview: Interview, part: Part) -> HttpResponse:
    """The part as a form (GET), or what was typed into it is saved (POST)."""
    refusal = frozen(interview)
    if refusal is not None:
        return refuse(request, interview, refusal)
    desk = _Desk(request, interview, part)
    if request.method == "GET":
        return desk.form(part.make(interview.plan(), None))
    return desk.save(part.make(interview.plan(), request.POST))


class _Desk:
    """Where one request works on one part."""

    def __init__(self, request: HttpRequest, interview: Interview, part: Part) -> None:
        self._request, self._interview, self._part = request, interview, part
        self._in_place = wants_fragment(request)

    def form(self, form: PartForm, status: int = 200, **more: Any) -> HttpResponse:
        """The form alone for htmx, else its page."""
        template = "interviews/part_edit.html" + ("#form" if self._in_place else "")
        return render(self._request, template, self._context(form, more), status=status)

    def save(self, form: PartForm) -> HttpResponse:
        """Saves what is valid and nobody else changed; else the form says why not, and keeps what was typed."""
        if not form.is_valid():
            return self._unsaved(form, 422)
        try:
            edited = self._part.save(form)
        except Changed as error:
            return self._unsaved(form, 409, theirs=_theirs(form, error))
        except Gone as error:
            return refuse(self._request, self._interview, error)
        except EditRefused as error:
            form.add_error(None, str(error))
            return self._unsaved(form, 409)
        is_as_sent = form.saved(self._part.now(edited.plan))
        if not self._in_place:
            anchor = self._part.element
            return self.form(form) if form.focus else answer_edit(self._request, edited, _("Saved."), anchor=anchor)
        if "done" in self._request.POST:
            return self._closed(edited)
        fresh = form if is_as_sent or form.focus else self._part.make(edited.plan, None)
        return self._saved(edited, fresh, whole=bool(form.focus) or not is_as_sent)

    def _closed(self, edited: Edited) -> HttpResponse:
        said = _("Saved.") if edited.changes else ""
        response = answer_edit(self._request, edited, said, kept=[self._part.element])
        response.write(_read(self._request, edited.interview, self._part, oob=True))
        return response

    def _saved(self, edited: Edited, form: PartForm, *, whole: bool) -> HttpResponse:
        response = answer_edit(self._request, edited, "", kept=[self._part.element])
        version = edited.interview.version if edited.changes else None
        response.write(self._swap(form, whole, {"saved_version": version, "is_saved": True}))
        if version:
            trigger_client_event(response, "announce", {"text": _("Saved.")})
        return response

    def _unsaved(self, form: PartForm, status: int, **more: Any) -> HttpResponse:
        if not self._in_place:
            return self.form(form, status, **more)
        body = self._swap(form, bool(form.focus), {"is_unsaved": True, **more})
        return reswap(HttpResponse(body, status=status), "none")

    def _swap(self, form: PartForm, whole: bool, more: dict[str, Any]) -> str:
        template = "part_form" if whole else "part_answer"
        context = {**self._context(form, more), "oob": True}
        return render_to_string(f"interviews/plan/{template}.html", context, self._request)

    def _context(self, form: PartForm, more: dict[str, Any]) -> dict[str, Any]:
        return {
            "interview": self._interview,
            "team": self._interview.team,
            "part": self._part,
            "form": form,
            "in_place": self._in_place,
            **more,
        }


def _read(request: HttpRequest, interview: Interview, part: Part, *, oob: bool) -> str:
    context = plan_context(request, access.interview(request, interview.pk))
    more = {**part.more(context), "oob": oob, "is_focused": True}
    return render_to_string(f"interviews/plan/{part.template}.html", context | more, request)


def _theirs(form: PartForm, error: Changed) -> list[dict[str, Any]]:
    return [
        {
            "name": f"theirs_{name}",
            "digest": digest(value),
            "label": form.fields[name].label,
            "lines": value if isinstance(value, list) else [_shown(form, name, value)],
        }
        for name, value in error.theirs.items()
    ]


def _shown(form: PartForm, name: str, value: Any) -> Any:
    return dict(getattr(form.fields[name], "choices", ())).get(value, value)
