"""What is locked stays as it is, whatever is taken back."""

from dataclasses import dataclass

from interviews.drafts import Change, PlanDraft
from interviews.edits.differences import differences
from interviews.edits.refusals import EditRefused

# Of a locked skill these follow from other edits: its weight makes room, its evidence keeps to the description.
_MOVES_ALONG = {"weight", "weight_by_hand", "evidence", "locked"}
_LOCKED = "The question is locked. Unlock it first."
_STAYS = "A question does not leave or enter a locked skill, nor move in it. Unlock the skill first."


def keep_locks(before: PlanDraft, after: PlanDraft) -> None:
    """Raises EditRefused when something that is locked differs between two plans, unless the second one unlocks it.

    Weights, evidence and the clauses that questions serve may differ: they follow from other edits."""
    locks = _Locks.lasting(before, after)
    for change in differences(before, after):
        refusal = locks.of_skill(change) if change.subject == "skill" else locks.of_question(change)
        if refusal:
            raise EditRefused(refusal)


@dataclass(frozen=True)
class _Locks:
    """Ids of what is locked: of skills with their names, and of questions."""

    skills: dict[int | None, str]
    questions: set[int | None]

    @classmethod
    def lasting(cls, before: PlanDraft, after: PlanDraft) -> "_Locks":
        skills = {skill.id: skill.name for skill in before.skills if skill.locked}
        asked = {one.id for skill in before.skills for one in skill.questions if one.locked}
        for skill in after.skills:
            if not skill.locked:
                skills.pop(skill.id, None)
            asked -= {one.id for one in skill.questions if not one.locked}
        return cls(skills, asked)

    def of_skill(self, change: Change) -> str:
        """Why a change of a skill is refused; empty when it is not."""
        name = self.skills.get(change.identifier)
        if change.happened == "removed":
            if name is not None:
                return f"{name} is locked. Unlock it first."
            if any(question["id"] in self.questions for question in change.before["skill"]["questions"]):
                return f"{change.name} has a locked question. Unlock it, or move it to another skill first."
        if change.happened == "changed" and name is not None and change.field not in _MOVES_ALONG:
            return f"{name} is locked, so it stays as it is. Unlock it first."
        return ""

    def of_question(self, change: Change) -> str:
        """The same for a change of a question; one of the plan itself is never refused."""
        if change.happened == "moved":
            return _STAYS if {change.before["skill"], change.after["skill"]} & self.skills.keys() else ""
        if change.happened == "added":
            name = self.skills.get(change.skill)
            return "" if name is None else f"{name} is locked, so it takes no question. Unlock it first."
        if change.identifier not in self.questions and change.skill not in self.skills:
            return ""
        return "" if _only_follows(change) else _LOCKED


def _only_follows(change: Change) -> bool:
    if change.field == "source":
        return bool({**change.before, "serves": None} == {**change.after, "serves": None})
    return change.field == "locked"
