"""A question that somebody removed while another was writing in it: nothing that was typed is lost."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django_htmx.http import reswap

from interviews import access
from interviews.drafts import PlanDraft, QuestionDraft
from interviews.edits.places import skill_of
from interviews.edits.questions import add_question
from interviews.edits.refusals import EditRefused, Gone
from interviews.forms import QuestionForm
from interviews.forms.numbers import whole
from interviews.models import Interview, Question
from interviews.pages.guard import wants_fragment
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.question_form import Sheet, State, form_parts, show_form
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person, edit, undo
from interviews.services.taking_back import Removal, removal


def answer_gone(request: HttpRequest, identifier: int, verb: str) -> HttpResponse:
    """409 with the form as it was typed, and who removed the question; `again` adds it as a new one.

    404 when this was never a question of an interview of the person's teams."""
    interview, gone = _gone(request, identifier)
    data = request.POST.copy()
    form = QuestionForm(gone.question, identifier, data)
    sheet = Sheet(interview, identifier, form, whole(data.get("since")), State("gone", removal=gone))
    if verb == "again":
        return _again(request, sheet, gone)
    if not wants_fragment(request):
        return show_form(request, sheet, status=409)
    return _stays(sheet)


def brought_back(request: HttpRequest, identifier: int) -> None:
    """Undoes the removal of a question, if it still is removed and can be brought back."""
    if Question.objects.filter(pk=identifier).exists():
        return
    interview, gone = _gone(request, identifier)
    try:
        undo(interview, gone.version, by=by_person(access.person(request)))
    except EditRefused:
        return


def refuse_gone(request: HttpRequest, identifier: int) -> HttpResponse:
    """The answer to an act upon a question that is gone. 404 as in `answer_gone`."""
    interview, gone = _gone(request, identifier)
    error = Gone(
        _("The question is not in the plan any more: %(name)s removed it. The history has it still.")
        % {"name": gone.author}
    )
    return refuse(request, interview, error)


def _gone(request: HttpRequest, identifier: int) -> tuple[Interview, Removal]:
    interview = access.interview(request, whole(request.POST.get("interview")), change=True)
    gone = removal(interview, identifier)
    if gone is None:
        raise Http404
    return interview, gone


def _stays(sheet: Sheet) -> HttpResponse:
    response = reswap(HttpResponse(form_parts(sheet)), "none")
    response.status_code = 409
    return response


def _again(request: HttpRequest, sheet: Sheet, gone: Removal) -> HttpResponse:
    written = QuestionDraft.model_validate(dict(gone.question) | sheet.form.sent() | {"id": None, "locked": False})
    act = partial(_put_back, written=written, skill=gone.skill)
    try:
        edited = edit(sheet.interview, act, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, sheet.interview, error)
    response = answer_edit(request, edited, _("Put back as a new question."), anchor=f"skill-{gone.skill}")
    if wants_fragment(request):
        response.write(f'<div id="{sheet.element}" hx-swap-oob="delete"></div>')
    return response


def _put_back(plan: PlanDraft, written: QuestionDraft, skill: int) -> PlanDraft:
    """Into the skill where it stood; when that is gone too, into the last one."""
    try:
        home = skill_of(plan, skill)
    except Gone:
        home = plan.skills[-1]
    return add_question(plan, home.id or 0, written)
