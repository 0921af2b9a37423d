"""What differs between two versions of a plan, and how to take that back."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from interviews.drafts import Change, PlanDraft, PlannedSkill, QuestionDraft
from interviews.edits.fields import plain

PLAN_FIELDS = tuple(
    name for name in PlanDraft.model_fields if name not in {"schema_version", "engine", "skills", "findings", "role"}
)
SKILL_FIELDS = ("name", "importance", "kind", "weight", "weight_by_hand", "evidence", "reference", "locked")
QUESTION_FIELDS = tuple(name for name in QuestionDraft.model_fields if name != "id")
_NAME = 120


def differences(before: PlanDraft, after: PlanDraft) -> list[Change]:
    """What changed, in the order of the plan: the plan's own fields, skills, questions. Parts are known by their ids.

    Questions of a skill that came or went as a whole stand within that change."""
    return [
        *_fields(before, after, PLAN_FIELDS, subject="plan", name=after.name),
        *_skills(before, after),
        *_questions(before, after),
    ]


def _fields(before: Any, after: Any, names: Iterable[str], **about: Any) -> Iterator[Change]:
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(happened="changed", field=name, before=plain(old), after=plain(new), **about)


def _skills(before: PlanDraft, after: PlanDraft) -> Iterator[Change]:
    old = {skill.id: skill for skill in before.skills}
    new = {skill.id: skill for skill in after.skills}
    places_before, places_after = _places(before.skills), _places(after.skills)
    kept_before, kept_after = _asked(before), _asked(after)
    for identifier, skill in old.items():
        if identifier not in new:
            whole = {"place": {"after": places_before[identifier]}, "skill": _whole(skill, kept_after)}
            yield Change(happened="removed", before=whole, **_about(skill))
    moved = _moved([skill.id for skill in before.skills], [skill.id for skill in after.skills])
    for identifier, skill in new.items():
        if identifier not in old:
            whole = {"place": {"after": places_after[identifier]}, "skill": _whole(skill, kept_before)}
            yield Change(happened="added", after=whole, **_about(skill))
            continue
        if identifier in moved:
            was, now = {"after": places_before[identifier]}, {"after": places_after[identifier]}
            yield Change(happened="moved", before=was, after=now, **_about(skill))
        yield from _fields(old[identifier], skill, SKILL_FIELDS, **_about(skill))


def _questions(before: PlanDraft, after: PlanDraft) -> Iterator[Change]:
    old, new = _asked(before), _asked(after)
    still = {skill.id for skill in before.skills} & {skill.id for skill in after.skills}
    moved = _moved_questions(before, after)
    for identifier, (skill, question, place) in old.items():
        if identifier not in new and skill.id in still:
            whole = {"place": place, "question": question.model_dump(mode="json")}
            yield Change(happened="removed", before=whole, **_of(skill, question))
    for identifier, (skill, question, place) in new.items():
        if identifier not in old:
            if skill.id in still:
                whole = {"place": place, "question": question.model_dump(mode="json")}
                yield Change(happened="added", after=whole, **_of(skill, question))
            continue
        _home, earlier, was = old[identifier]
        if identifier in moved:
            yield Change(happened="moved", before=was, after=place, **_of(skill, question))
        if earlier is not question:
            yield from _fields(earlier, question, QUESTION_FIELDS, **_of(skill, question))


def _about(skill: PlannedSkill) -> dict[str, Any]:
    return {"subject": "skill", "identifier": skill.id, "name": skill.name[:_NAME]}


def _of(skill: PlannedSkill, question: QuestionDraft) -> dict[str, Any]:
    return {"subject": "question", "identifier": question.id, "skill": skill.id, "name": question.prompt[:_NAME]}


def _whole(skill: PlannedSkill, elsewhere: dict[Any, Any]) -> dict[str, Any]:
    whole = skill.model_dump(mode="json", exclude={"questions", "planned"})
    own = [question for question in skill.questions if question.id not in elsewhere]
    return {**whole, "questions": [question.model_dump(mode="json") for question in own]}


def _places(parts: Iterable[PlannedSkill | QuestionDraft]) -> dict[int | None, int | None]:
    ids = [None, *(part.id for part in parts)]
    return {current: earlier for earlier, current in pairwise(ids)}


def _asked(plan: PlanDraft) -> dict[int | None, tuple[PlannedSkill, QuestionDraft, dict[str, Any]]]:
    found = {}
    for skill in plan.skills:
        places = _places(skill.questions)
        for question in skill.questions:
            place = {"skill": skill.id, "after": places[question.id], "in": skill.name}
            found[question.id] = (skill, question, place)
    return found


def _moved_questions(before: PlanDraft, after: PlanDraft) -> set[int | None]:
    homes = {identifier: found[0].id for identifier, found in _asked(before).items()}
    orders = {skill.id: [question.id for question in skill.questions] for skill in before.skills}
    moved: set[int | None] = set()
    for skill in after.skills:
        now = [question.id for question in skill.questions]
        moved |= {identifier for identifier in now if identifier in homes and homes[identifier] != skill.id}
        moved |= _moved(orders.get(skill.id, []), now)
    return moved


def _longest(runs: list[list[int | None]]) -> list[int | None]:
    return max(runs, key=lambda run: len(run), default=[])


def _moved(before: list[int | None], after: list[int | None]) -> set[int | None]:
    """Those that both lists hold and that do not keep their order: as few as possible (longest growing run stays)."""
    rank = {identifier: place for place, identifier in enumerate(before)}
    common = [identifier for identifier in after if identifier in rank]
    best: list[list[int | None]] = []
    for identifier in common:
        before_it = [run for run in best if rank[run[-1]] < rank[identifier]]
        best.append([*_longest(before_it), identifier])
    stay = set(_longest(best))
    return {identifier for identifier in common if identifier not in stay}
