"""Taking what a regeneration proposes: a question as a whole, or some parts of it."""

from collections.abc import Iterable

from interviews.drafts import PlanDraft, QuestionDraft
from interviews.edits.places import question_of
from interviews.edits.refusals import EditRefused

# The parts that a person can take, each with the fields of a question that belong together.
PARTS: dict[str, tuple[str, ...]] = {
    "prompt": ("prompt", "samples"),
    "kind": ("type", "difficulty", "minutes"),
    "why": ("why",),
    "follow_ups": ("follow_ups",),
    "evaluation_criteria": ("evaluation_criteria",),
    "rating_scale": ("rating_scale",),
    "red_flags": ("red_flags",),
    "alternate": ("alternate",),
}


def differing(old: QuestionDraft, new: QuestionDraft) -> list[str]:
    """The parts in which a proposed question differs from the one it is to replace, in the order of the page."""
    return [
        part for part, fields in PARTS.items() if any(getattr(old, name) != getattr(new, name) for name in fields[:3])
    ]


def take_proposed(plan: PlanDraft, identifier: int, proposed: QuestionDraft, parts: Iterable[str]) -> PlanDraft:
    """Puts parts of a proposed question into the one with this id, which keeps its place.

    With all parts in which they differ the whole question is taken, its source too. Raises Gone, and EditRefused when
    the question is locked or no part was chosen."""
    skill, question = question_of(plan, identifier)
    if question.locked or skill.locked:
        raise EditRefused("The question was locked since. Unlock it to take what is proposed.")
    chosen = [part for part in PARTS if part in set(parts)]
    if not chosen:
        raise EditRefused("Choose at least one part to take, or keep the question as it is.")
    names = [name for part in chosen for name in PARTS[part]]
    if set(differing(question, proposed)) <= set(chosen) or "prompt" in chosen:
        names.append("source")
    taken = question.model_copy(update={name: getattr(proposed, name) for name in names})
    skill.questions[skill.questions.index(question)] = taken
    return plan
