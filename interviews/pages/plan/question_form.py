"""The form of a question: as a part of the plan, and as a page of its own."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from interviews import access
from interviews.forms import QuestionForm
from interviews.forms.numbers import whole
from interviews.models import Interview, Question
from interviews.pages.guard import wants_fragment
from interviews.pages.plan.context import plan_context
from interviews.services.taking_back import Removal


@dataclass(frozen=True)
class State:
    """What the form says about itself. `kind`: `saved`, `wrong`, `conflict`, `refused`, `gone`, or nothing yet."""

    kind: str = ""
    said: str = ""
    removal: Removal | None = None


@dataclass(frozen=True)
class Sheet:
    """A question's form and where it belongs. `since` is the interview's version when the form was opened."""

    interview: Interview
    identifier: int
    form: QuestionForm
    since: int
    state: State = State()
    is_locked: bool = False

    @classmethod
    def of(cls, found: Question, data: Any = None, state: State = State()) -> "Sheet":
        """The sheet of a question as it stands, or with what was sent. `found` was read with its skill."""
        interview = found.skill.interview
        since = whole(data.get("since")) if data is not None else interview.version
        return cls(
            interview,
            found.pk,
            QuestionForm(found.draft(), found.pk, data),
            since or interview.version,
            state,
            found.locked or found.skill.locked,
        )

    @property
    def element(self) -> str:
        """The id of its element."""
        return f"question-{self.identifier}"

    @property
    def place(self) -> str:
        """The address of the question in its plan."""
        return reverse("interview", args=[self.interview.pk]) + f"#{self.element}"


def show_form(request: HttpRequest, sheet: Sheet, *, status: int = 200) -> HttpResponse:
    """The whole form: for htmx the part of the plan, else a page."""
    context = form_context(request, sheet)
    if wants_fragment(request):
        return render(request, "interviews/plan/question_form.html", context, status=status)
    return render(request, "interviews/question_edit.html", context | {"is_page": True}, status=status)


def form_context(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    """What the form is rendered with; what was found about the question stands in it."""
    context = plan_context(request, access.interview(request, sheet.interview.pk))
    found = {part.row.pk: (skill, part) for skill in context["reading"].skills for part in skill.questions}
    skill, part = found.get(sheet.identifier, (None, None))
    return context | {"skill": skill, "part": part, "sheet": sheet, "form": sheet.form, "oob": False}


def form_fragment(request: HttpRequest, sheet: Sheet) -> str:
    """The form as a part that htmx puts in place of the question by itself."""
    context = form_context(request, sheet) | {"oob": True, "is_fresh": True}
    return render_to_string("interviews/plan/question_form.html", context, request)


def form_parts(sheet: Sheet, taken: str = "") -> str:
    """What changes in an open form when it was saved: its state, the digests, what is said beside the fields.

    `taken` names a field that shows another value now."""
    shown = [sheet.form.shown(taken)] if taken else []
    context = {"sheet": sheet, "form": sheet.form, "oob": True, "taken": shown}
    return render_to_string("interviews/plan/question_form_parts.html", context)


def locked_state() -> State:
    """What a locked question's form says."""
    return State("refused", _("The question is locked. Unlock it first."))
