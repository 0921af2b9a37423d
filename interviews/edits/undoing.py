"""Taking changes back."""

from collections.abc import Sequence

from interviews.drafts import Change, PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.fields import plain
from interviews.edits.locks import keep_locks
from interviews.edits.places import place_after, question_of, skill_of
from interviews.edits.refusals import EditRefused, Gone
from interviews.edits.weights import balance

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
_AGAIN = "This was changed again since, so it cannot be taken back by itself. The history shows both."


def undone(plan: PlanDraft, changes: Sequence[Change]) -> PlanDraft:
    """What `taken_back` makes of a plan when a person asks for it. Also raises EditRefused where something is locked
    that would change, unless what is taken back is the lock itself."""
    before = plan.model_copy(deep=True)
    after = taken_back(plan, changes)
    keep_locks(before, after)
    return after


def taken_back(plan: PlanDraft, changes: Sequence[Change]) -> PlanDraft:
    """The plan without these changes, which are those of one save; what came later stays. Changes the plan in place.

    What was taken back already stays as it is. Raises EditRefused when one of them was changed again since."""
    for happened, subject in _ORDER:
        for change in changes:
            if (change.happened, change.subject) == (happened, subject):
                _UNDO[happened](plan, change)
    return plan if sum(skill.weight for skill in plan.skills) == 100 else balance(plan)


def _put_back(plan: PlanDraft, change: Change) -> None:
    if _has(plan, change):
        return
    after = change.before["place"]["after"]
    if change.subject == "skill":
        skill = PlannedSkill.model_validate(change.before["skill"])
        elsewhere = {question.id for other in plan.skills for question in other.questions}
        skill.questions = [question for question in skill.questions if question.id not in elsewhere]
        if any(other.name.casefold() == skill.name.casefold() for other in plan.skills):
            raise EditRefused(f"The plan has another skill called {skill.name} now. Rename that one first.")
        plan.skills.insert(place_after([other.id for other in plan.skills], after), skill)
        return
    home = _home(plan, change.before["place"]["skill"])
    question = QuestionDraft.model_validate(change.before["question"])
    home.questions.insert(place_after([other.id for other in home.questions], after), question)


def _has(plan: PlanDraft, change: Change) -> bool:
    parts = plan.skills if change.subject == "skill" else [one for skill in plan.skills for one in skill.questions]
    return any(part.id == change.identifier for part in parts)


def _move_back(plan: PlanDraft, change: Change) -> None:
    if change.subject == "skill":
        skill = skill_of(plan, change.identifier or 0)
        plan.skills.remove(skill)
        plan.skills.insert(place_after([other.id for other in plan.skills], change.before["after"]), skill)
        return
    now, question = question_of(plan, change.identifier or 0)
    now.questions.remove(question)
    home = _home(plan, change.before["skill"])
    home.questions.insert(place_after([other.id for other in home.questions], change.before["after"]), question)


def _take_out(plan: PlanDraft, change: Change) -> None:
    try:
        if change.subject == "skill":
            plan.skills.remove(skill_of(plan, change.identifier or 0))
        else:
            home, question = question_of(plan, change.identifier or 0)
            home.questions.remove(question)
    except Gone:
        return


def _set_back(plan: PlanDraft, change: Change) -> None:
    if change.subject == "plan":
        part: PlanDraft | PlannedSkill | QuestionDraft = plan
    elif change.subject == "skill":
        part = skill_of(plan, change.identifier or 0)
    else:
        part = question_of(plan, change.identifier or 0)[1]
    now = plain(getattr(part, change.field))
    if now != change.after:
        if now == change.before or change.field in _FOLLOWS:
            return
        raise EditRefused(_AGAIN)
    fresh = type(part).model_validate({change.field: change.before, **_needed(part, change.field)})
    setattr(part, change.field, getattr(fresh, change.field))


def _needed(part: PlanDraft | PlannedSkill | QuestionDraft, field: str) -> dict[str, object]:
    return {name: value for name, value in part if name != field}


def _home(plan: PlanDraft, skill: int) -> PlannedSkill:
    try:
        return skill_of(plan, skill)
    except Gone:
        raise EditRefused("The skill that it belonged to is gone. Bring that back first.") from None


_UNDO = {"removed": _put_back, "moved": _move_back, "added": _take_out, "changed": _set_back}
