"""Taking changes back."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from interviews.drafts import Change, PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.description import Anchor, redescribed
from interviews.edits.fields import plain
from interviews.edits.locks import keep_locks
from interviews.edits.places import place_after, question_of, skill_of
from interviews.edits.refusals import EditRefused, Gone
from interviews.edits.skills import as_name, uncovered
from interviews.edits.weights import balance

_Part = PlanDraft | PlannedSkill | QuestionDraft
# What has to be there before something else can be put back into it.
_ORDER = (
    ("removed", "skill"),
    ("removed", "question"),
    ("moved", "question"),
    ("added", "question"),
    ("moved", "skill"),
    ("added", "skill"),
    ("changed", "question"),
    ("changed", "skill"),
    ("changed", "plan"),
)
# What follows from other edits by itself: later ones have put it right already.
_FOLLOWS = {"weight", "gaps"}
# What holds words of the description.
_CITED = {"evidence", "gaps"}
_AGAIN = "This was changed again since, so it cannot be taken back by itself. The history shows both."


def undone(plan: PlanDraft, changes: Sequence[Change], text: str | None = None) -> PlanDraft:
    """What `taken_back` makes of a plan when a person asks for it. Also raises EditRefused where something is locked
    that would change, unless what is taken back is the lock itself, and where another skill has a name by now."""
    before = _copied(plan)
    after = taken_back(plan, changes, text)
    keep_locks(before, after)
    for change in changes:
        if (change.subject, change.field) == ("skill", "name"):
            _has_name_to_itself(after, skill_of(after, change.identifier or 0))
    return after


def taken_back(plan: PlanDraft, changes: Sequence[Change], text: str | None = None) -> PlanDraft:
    """The plan without these changes, which are those of one save; what came later stays. Changes the plan in place.

    What was taken back already stays as it is. `text` is the description to which the changes lead back, if another one
    came later: evidence and clauses keep to their words, as far as the description has them then. Raises EditRefused
    when something was changed again since."""
    back = _Back(plan, changes, text)
    for happened, subject in _ORDER:
        for change in changes:
            if (change.happened, change.subject) == (happened, subject):
                back.take(change)
    return plan if sum(skill.weight for skill in plan.skills) == 100 else balance(plan)


class _Back:
    """Takes changes back, one after the other."""

    def __init__(self, plan: PlanDraft, changes: Sequence[Change], text: str | None) -> None:
        self._plan = self._now = plan
        told = next((change for change in changes if _is_description(change)), None)
        if told and plan.description == told.after:
            self._now = _copied(plan)
            redescribed(plan, told.before)
        self._text = plan.description if text is None else text

    def take(self, change: Change) -> None:
        """Takes one change back. Raises EditRefused."""
        acts = {"removed": self._put_back, "moved": self._move_back, "added": self._take_out, "changed": self._set_back}
        acts[change.happened](change)

    @cached_property
    def _anchor(self) -> Anchor:
        return Anchor(self._text, self._plan.description)

    def _put_back(self, change: Change) -> None:
        plan = self._plan
        if _has(plan, change):
            return
        after = change.before["place"]["after"]
        if change.subject == "skill":
            skill = self._skill(change.before["skill"])
            plan.skills.insert(place_after([other.id for other in plan.skills], after), skill)
            return
        home = _home(plan, change.before["place"]["skill"])
        question = self._anchor.serving(QuestionDraft.model_validate(change.before["question"]))
        home.questions.insert(place_after([other.id for other in home.questions], after), question)

    def _skill(self, whole: dict[str, Any]) -> PlannedSkill:
        skill = PlannedSkill.model_validate(whole)
        _has_name_to_itself(self._plan, skill)
        elsewhere = {question.id for other in self._plan.skills for question in other.questions}
        own = [question for question in skill.questions if question.id not in elsewhere]
        skill.questions = [self._anchor.serving(question) for question in own]
        skill.evidence = self._anchor.all(skill.evidence)
        return skill

    def _move_back(self, change: Change) -> None:
        plan = self._plan
        if change.subject == "skill":
            skill = skill_of(plan, change.identifier or 0)
            plan.skills.remove(skill)
            plan.skills.insert(place_after([other.id for other in plan.skills], change.before["after"]), skill)
            return
        now, question = question_of(plan, change.identifier or 0)
        now.questions.remove(question)
        home = _home(plan, change.before["skill"])
        home.questions.insert(place_after([other.id for other in home.questions], change.before["after"]), question)

    def _take_out(self, change: Change) -> None:
        with suppress(Gone):
            if change.subject == "skill":
                self._plan.skills.remove(skill_of(self._plan, change.identifier or 0))
            else:
                home, question = question_of(self._plan, change.identifier or 0)
                home.questions.remove(question)

    def _set_back(self, change: Change) -> None:
        now = plain(getattr(_part(self._now, change), change.field))
        if now != change.after:
            if now != change.before and change.field not in _FOLLOWS:
                raise EditRefused(_AGAIN)
            if change.field == "gaps":
                cited = [span for skill in self._plan.skills for span in skill.evidence]
                self._plan.gaps = uncovered(self._plan.gaps, cited)
            return
        part = _part(self._plan, change)
        fresh = type(part).model_validate(dict(part) | {change.field: change.before})
        setattr(part, change.field, self._anchored(fresh, change.field))

    def _anchored(self, part: _Part, field: str) -> Any:
        if isinstance(part, QuestionDraft) and field == "source":
            part = self._anchor.serving(part)
        value = getattr(part, field)
        return self._anchor.all(value) if field in _CITED else value


def _copied(plan: PlanDraft) -> PlanDraft:
    """The plan as it is now, whatever becomes of its parts."""
    skills = [
        skill.model_copy(update={"questions": [question.model_copy() for question in skill.questions]})
        for skill in plan.skills
    ]
    return plan.model_copy(update={"skills": skills})


def _is_description(change: Change) -> bool:
    return (change.subject, change.field) == ("plan", "description")


def _has(plan: PlanDraft, change: Change) -> bool:
    parts = plan.skills if change.subject == "skill" else [one for skill in plan.skills for one in skill.questions]
    return any(part.id == change.identifier for part in parts)


def _has_name_to_itself(plan: PlanDraft, skill: PlannedSkill) -> None:
    if any(as_name(other.name) == as_name(skill.name) for other in plan.skills if other.id != skill.id):
        raise EditRefused(f"The plan has another skill called {skill.name} now. Rename that one first.")


def _part(plan: PlanDraft, change: Change) -> _Part:
    if change.subject == "plan":
        return plan
    if change.subject == "skill":
        return skill_of(plan, change.identifier or 0)
    return question_of(plan, change.identifier or 0)[1]


def _home(plan: PlanDraft, skill: int) -> PlannedSkill:
    try:
        return skill_of(plan, skill)
    except Gone:
        raise EditRefused("The skill that it belonged to is gone. Bring that back first.") from None
