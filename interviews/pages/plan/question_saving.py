"""Saving a question's form: what can be saved is, the rest stays in the form with the reason beside it."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_htmx.http import reswap, trigger_client_event

from interviews import access
from interviews.drafts import Change
from interviews.edits.fields import digest
from interviews.edits.places import question_of
from interviews.edits.refusals import Changed, EditRefused, Gone
from interviews.forms.question import FIELDS, PAIRED, SEEN, put
from interviews.forms.rows import rearranged
from interviews.models import Author, Interview, Question
from interviews.pages.guard import wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.question_form import Sheet, State, form_parts, show_form
from interviews.pages.plan.question_gone import answer_gone, brought_back
from interviews.services.editing import Edited, by_person, save_question
from interviews.services.taking_back import changes_since

_ROWS = {"add", "remove", "up", "down"}
_NOT_WHOLE = gettext_lazy("The form did not arrive whole, so nothing was saved. Open the question again.")
_WRONG = {"wrong": 422, "conflict": 409, "refused": 409}


def save(request: HttpRequest, identifier: int) -> HttpResponse:
    """Saves what a form sent. Its button `act` says what else: `done` closes the form; `add:follow_ups`,
    `up:red_flags:2` change rows without saving; `keep:prompt` and `take:prompt` settle a conflict."""
    data = request.POST.copy()
    verb, _colon, subject = data.get("act", "").partition(":")
    if verb == "back":
        brought_back(request, identifier)
    try:
        found = access.question(request, identifier, change=True)
    except Http404:
        return answer_gone(request, identifier, verb)
    if verb in _ROWS:
        return _rows(request, found, data, f"{verb}:{subject}")
    taken = _settle(found, data, verb, subject)
    try:
        return _save(request, found, data, taken)
    except Gone:
        return answer_gone(request, identifier, verb)


def _rows(request: HttpRequest, found: Question, data: QueryDict, act: str) -> HttpResponse:
    verb, _colon, subject = act.partition(":")
    name, _colon, place = subject.partition(":")
    focus = ""
    if name in FIELDS:
        names = [name, PAIRED[name]] if name in PAIRED else [name]
        data, focus = rearranged(data, names, f"{verb}.{place}" if place else verb)
    sheet = Sheet.of(found, data)
    sheet.form.focused, sheet.form.is_checked = focus, False
    return show_form(request, sheet)


def _settle(found: Question, data: QueryDict, verb: str, name: str) -> str:
    """Settles a conflict in a field; names the field when it takes the other value."""
    if verb not in {"keep", "take"} or name not in FIELDS:
        return ""
    current = getattr(found, name)
    data[f"{SEEN}{name}"] = digest(current)
    if verb == "keep":
        return ""
    put(data, name, current)
    return name


def _save(request: HttpRequest, found: Question, data: QueryDict, taken: str) -> HttpResponse:
    sheet = Sheet.of(found, data)
    sent = sheet.form.sent()
    if sheet.form.errors and not wants_fragment(request):
        return show_form(request, sheet, status=422)
    if not sheet.form.seen():
        return _answer(request, replace(sheet, state=State("refused", str(_NOT_WHOLE))), None, "")
    edited = None
    try:
        edited, theirs = _what_can_be(sheet, sent, by_person(access.person(request)))
    except Gone:
        raise
    except EditRefused as error:
        sheet = replace(sheet, state=State("refused", str(error)))
    else:
        sheet.form.theirs = theirs
        sheet.form.catch_up(question_of(edited.plan, found.pk)[1], sent)
        sheet = replace(sheet, state=_state(sheet, edited))
    return _answer(request, sheet, edited, taken)


def _what_can_be(sheet: Sheet, sent: dict[str, Any], by: Author) -> tuple[Edited, dict[str, Any]]:
    """Saves the fields that nobody else changed; gives what the others changed them to."""
    theirs: dict[str, Any] = {}
    while True:
        mine = {name: value for name, value in sent.items() if name not in theirs}
        try:
            return save_question(sheet.interview, sheet.identifier, mine, sheet.form.seen(), by=by), theirs
        except Changed as error:
            theirs |= error.theirs


def _state(sheet: Sheet, edited: Edited) -> State:
    at = date_format(timezone.localtime(), "H:i")
    if sheet.form.theirs:
        return State("conflict", _("Somebody else changed this too: choose where it is marked. All else is saved."))
    if sheet.form.errors:
        return State("wrong", _("Not saved is what is marked. All else is."))
    return State("saved", _("Saved %(at)s") % {"at": at})


def _answer(request: HttpRequest, sheet: Sheet, edited: Edited | None, taken: str) -> HttpResponse:
    status = _WRONG.get(sheet.state.kind, 200)
    if not wants_fragment(request):
        if edited is None or status != 200:
            return show_form(request, sheet, status=status)
        return answer_edit(request, edited, _("Saved."), anchor=sheet.element)
    if edited is not None and status == 200 and request.POST.get("act") == "done":
        return _done(request, sheet, edited)
    response = reswap(HttpResponse(), "none")
    if edited is not None and edited.changes:
        response = answer_edit(request, edited, "", kept=[sheet.element])
    response.write(form_parts(sheet, taken))
    response.status_code = status
    return response


def _done(request: HttpRequest, sheet: Sheet, edited: Edited) -> HttpResponse:
    """The question to read again, in place of its form, and a way to take back all that was done in the form."""
    toast = _toast(request, sheet, edited.interview)
    closed = Change(happened="changed", subject="question", identifier=sheet.identifier)
    response = answer_edit(request, replace(edited, changes=[*edited.changes, closed]), "")
    if toast:
        context = {"interview": edited.interview, "toast": toast, "oob": True}
        response.write(render_to_string("interviews/plan/toast.html", context, request))
        trigger_client_event(response, "announce", {"text": toast["said"]})
    return response


def _toast(request: HttpRequest, sheet: Sheet, interview: Interview) -> dict[str, Any] | None:
    mine = by_person(access.person(request))
    if not changes_since(interview, sheet.identifier, sheet.since, by=mine):
        return None
    return {"said": _("Question saved."), "question": sheet.identifier, "since": sheet.since}
