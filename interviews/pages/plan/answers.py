"""The answer to every edit of a plan: just the parts that changed, each put where it belongs, and a way to undo it.

Without script an edit leads back to the plan. With htmx the answer is a list of out-of-band swaps: what was changed is
replaced, what was removed goes, what was added or moved stands behind its new neighbour."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django_htmx.http import reswap, trigger_client_event

from interviews.drafts import Change, Finding, PlanDraft, heaviest
from interviews.models import Interview
from interviews.pages.guard import wants_fragment
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.found import changed_places
from interviews.services.editing import Edited

Named = tuple[str, int | None]
# Which part of the page shows a field of the plan; the head and the checks are always sent.
_PARTS = {
    "name": "name",
    "intake": "intake",
    "summary": "summary",
    "screen_first": "before",
    "assess_elsewhere": "before",
    "opening": "opening",
    "closing": "closing",
    "protected_note": "protected",
    "description": "description",
    "gaps": "description",
}
_TOAST = "toast"
_ORDER = {"added": 0, "moved": 1, "changed": 2, "removed": 3}
_NEAR = {"skill": 0, "question": 1}


def answer_edit(
    request: HttpRequest, edited: Edited, said: str, *, kept: Iterable[str] = (), anchor: str = ""
) -> HttpResponse:
    """Answers an edit. `said` tells the person what was done; beside it stands Undo, if anything was changed.

    `kept`: ids of elements that the person is editing (`question-12`, `skill-3-head`), which are not to be swapped
    away, beside those that the page names (the header X-Kept). `anchor`: where the page opens without script. An edit
    without changes says nothing."""
    version = edited.interview.version if edited.changes else None
    toast = {"said": said, "version": version} if said and version else None
    if not wants_fragment(request):
        if toast:
            request.session[_TOAST] = toast | {"interview": edited.interview.pk}
        return redirect(reverse("interview", args=[edited.interview.pk]) + (f"#{anchor}" if anchor else ""))
    made = swaps(
        request, edited.interview, edited.changes, Sight.of(edited, _kept_by(request) | frozenset(kept)), toast
    )
    response = reswap(HttpResponse("".join(made)), "none")
    if version:
        trigger_client_event(response, "plan-saved", {"version": version})
    if toast:
        trigger_client_event(response, "announce", {"text": said})
    return response


def answer_taken_back(request: HttpRequest, edited: Edited) -> HttpResponse:
    """Answers an undo: the page opens, and without a reload the focus goes, where what came back stands."""
    place = place_of(edited.changes)
    response = answer_edit(request, edited, _("Taken back."), anchor=place)
    return trigger_client_event(response, "taken-back", {"place": place}) if wants_fragment(request) else response


def _kept_by(request: HttpRequest) -> frozenset[str]:
    """Ids of elements that the page asking has open for editing: it names them in the header X-Kept."""
    return frozenset(request.headers.get("X-Kept", "").split())


def toast_left(request: HttpRequest, interview: Interview) -> dict[str, Any] | None:
    """What an edit without script has left to be said on the plan, once."""
    left = request.session.get(_TOAST)
    if not left or left["interview"] != interview.pk:
        return None
    found: dict[str, Any] = request.session.pop(_TOAST)
    return found


@dataclass(frozen=True)
class Sight:
    """What an open page shows apart from the plan as it was.

    `kept`: ids of elements that the person is editing, not to be swapped away. `stale`: ids of the elements about which
    something else was found than before (None: perhaps all of them). `before`: the plan that the page shows, where that
    is known; `after`: what was just made and found of it."""

    kept: frozenset[str] = frozenset()
    stale: frozenset[str] | None = None
    before: PlanDraft | None = None
    after: PlanDraft | None = None

    @classmethod
    def of(cls, edited: Edited, kept: frozenset[str]) -> "Sight":
        """What a page shows to which this edit was just done."""
        before, after = edited.before, edited.plan
        return cls(kept, changed_places(before, after), before, after if edited.changes else None)

    @property
    def findings(self) -> list[Finding] | None:
        """What was just found of the plan, None if it is not known."""
        return self.after.findings if self.after else None

    @property
    def resampled(self) -> set[int | None]:
        """The questions that do not show their sample answers any more, or do now: the weightiest one does."""
        found = [heaviest(plan) for plan in (self.before, self.after) if plan]
        identifiers = [question.id if question else None for question in found]
        return set(identifiers) if len(set(identifiers)) > 1 else set()

    def shows(self, skill: int, number: int) -> bool:
        """Whether the page shows a skill at the place `number`, counted from 1."""
        skills = self.before.skills if self.before else []
        return number <= len(skills) and skills[number - 1].id == skill


def swaps(
    request: HttpRequest,
    interview: Interview,
    changes: Iterable[Change],
    sight: Sight = Sight(),
    toast: dict[str, Any] | None = None,
) -> list[str]:
    """The fragments by which an open page catches up with these changes; `interview` was just read `with_plan()`.

    The list of findings is left out where the page names the same one (the header X-Told)."""
    context = plan_context(request, interview, sight.findings)
    shown = _Shown(context | {"toast": toast, "csrf_token": get_token(request)}, sight)
    changes = list(changes)
    shown.part("head")
    shown.part("banner")
    shown.part("length")
    if context["found"].told != request.headers.get("X-Told"):
        shown.part("checks")
    for name in dict.fromkeys(_PARTS[change.field] for change in changes if change.field in _PARTS):
        shown.part(name)
    if any(change.subject == "skill" and change.field in {"", "evidence", "name"} for change in changes):
        shown.part("description")
    if any(change.subject in {"skill", "question"} for change in changes):
        shown.part("outline")
    if any(change.happened in {"added", "removed"} for change in changes) and context["writing"].proposals:
        shown.part("writing")
    shown.beside()
    shown.skills([change for change in changes if change.subject == "skill"], changes)
    if toast:
        shown.part("toast")
    return shown.fragments


def element_of(part: str) -> str:
    """The id of the element that shows a part of the page that stands once."""
    return part if part in {"description", "toast"} else f"plan-{part}"


def part_of(field: str) -> str:
    """The part of the page that shows a field of the plan."""
    return _PARTS.get(field, "head")


def place_of(changes: Iterable[Change]) -> str:
    """The id of the element where a person finds what was changed, empty if nothing was.

    What came or moved counts before what changed, that before what went (then it is where it stood), and weights, which
    give way to others, last."""
    found = sorted(changes, key=lambda one: (one.field == "weight", _ORDER[one.happened], _NEAR.get(one.subject, 2)))
    if not found:
        return ""
    first = found[0]
    if first.subject not in {"skill", "question"}:
        return element_of(part_of(first.field))
    if first.happened == "removed":
        return f"skill-{first.skill}" if first.subject == "question" else "skills"
    return f"{first.subject}-{first.identifier}"


def _is_moved_question(change: Change) -> bool:
    return (change.subject, change.happened) == ("question", "moved")


class _Shown:
    """Fragments in the making, in an order in which each finds its place."""

    def __init__(self, context: dict[str, Any], sight: Sight) -> None:
        self.fragments: list[str] = []
        self._context, self._sight, self._parts = context, sight, set[str]()
        self._kept, self._stale = sight.kept, sight.stale

    def part(self, name: str) -> None:
        """A part of the page that stands once."""
        if name not in self._parts:
            self._parts.add(name)
            self._render(name, element_of(name))

    def beside(self) -> None:
        """What is found about the plan's own texts, where those stay as they are."""
        interview = self._context["interview"]
        shown = {
            "description": ("description", True),
            "intake": ("intake", interview.intake.says_something),
            "opening": ("plan-opening", bool(interview.opening)),
            "closing": ("plan-closing", bool(interview.closing)),
        }
        for name, (anchor, is_shown) in shown.items():
            is_open = name in self._parts or element_of(name) in self._kept
            if is_shown and not is_open and self._is_stale(anchor):
                self.part(f"{name}_findings")

    def _is_stale(self, element: str) -> bool:
        return self._stale is None or element in self._stale

    def skills(self, of_skills: list[Change], changes: list[Change]) -> None:
        """Skills and questions: what went, then what came or moved in the order of the plan, then what changed."""
        went = [change for change in changes if change.happened in {"removed", "moved"}]
        for change in sorted(went, key=lambda change: change.subject):
            element = f"{change.subject}-{change.identifier}"
            if element not in self._kept or change.happened == "removed":
                self.fragments.append(f'<div id="{element}" hx-swap-oob="delete"></div>')
        placed: set[Named] = {
            (change.subject, change.identifier) for change in changes if change.happened in {"added", "moved"}
        }
        changed: set[Named] = {
            (change.subject, change.identifier) for change in changes if change.happened == "changed"
        }
        changed |= {("question", identifier) for identifier in self._sight.resampled}
        heads = {change.skill for change in changes if change.subject == "question"}
        heads |= {change.before["skill"] for change in changes if _is_moved_question(change)}
        is_reordered = any(change.happened != "changed" for change in of_skills)
        are_others = is_reordered or any(change.field in {"name", "locked"} for change in of_skills)
        relocked = {change.identifier for change in of_skills if change.field == "locked"}
        before = ""
        for skill in self._context["reading"].skills:
            here = f"skill-{skill.row.pk}"
            if ("skill", skill.row.pk) in placed:
                self._place("skill", before or "#skills", not before, skill=skill)
            else:
                is_elsewhere = is_reordered and not self._sight.shows(skill.row.pk, skill.number)
                if is_elsewhere or ("skill", skill.row.pk) in changed or skill.row.pk in heads:
                    self._render("skill_head", f"{here}-head", skill=skill)
                else:
                    if are_others and self._context["may_edit"]:
                        self._render("skill_merge", f"{here}-head", skill=skill)
                    if self._is_stale(here):
                        self._render("skill_findings", f"{here}-head", skill=skill)
                of_lock = {("question", part.row.pk) for part in skill.questions if skill.row.pk in relocked}
                self._questions(skill, placed, changed | of_lock)
            before = f"#{here}"

    def _questions(self, skill: Any, placed: set[Named], changed: set[Named]) -> None:
        before = ""
        for part in skill.questions:
            here = f"question-{part.row.pk}"
            if ("question", part.row.pk) in placed and here not in self._kept:
                self._place(
                    "question", before or f"#skill-{skill.row.pk}-questions", not before, skill=skill, part=part
                )
            elif ("question", part.row.pk) in changed and here not in self._kept:
                self._render("question", here, skill=skill, part=part)
            elif self._is_stale(here):
                self._render("question_findings", f"{here}-findings", skill=skill, part=part)
            before = f"#{here}"

    def _place(self, name: str, beside: str, is_first: bool, **more: Any) -> None:
        how = "afterbegin" if is_first else "afterend"
        inner = self._html(name, oob=False, **more)
        self.fragments.append(f'<div hx-swap-oob="{how}:{beside}">{inner}</div>')

    def _render(self, name: str, element: str, **more: Any) -> None:
        if element not in self._kept:
            self.fragments.append(self._html(name, oob=True, **more))

    def _html(self, name: str, *, oob: bool, **more: Any) -> SafeString:
        return render_to_string(f"interviews/plan/{name}.html", {**self._context, **more, "oob": oob})
