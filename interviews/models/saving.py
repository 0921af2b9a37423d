"""Writing a plan into rows: a new interview, or what an edit changed of one, and the change set that remembers it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from interviews.drafts import Change, PlanDraft, PlannedSkill, QuestionDraft
from interviews.models.interviews import PLAN_FIELDS, Interview
from interviews.models.revisions import Revision
from interviews.models.roles import Role
from interviews.models.skills import QUESTION_FIELDS, SKILL_FIELDS, Question, Skill, hold
from interviews.models.teams import Team

# Saves of one person that follow each other within this time are one sitting.
SITTING = timedelta(minutes=15)
MOST_CHANGES = 200
# Characters: each save of a sitting writes all its changes again, and long texts stand in them twice.
MOST_CHANGED = 400_000


@dataclass(frozen=True)
class Occasion:
    """Why a version is kept: its kind (`Revision.Kind`), and what is to be said about it ("version 12").

    `thaws`: it may begin a new draft of a plan that is published, as nobody does by mistake."""

    kind: str
    why: str = ""
    thaws: bool = False


@dataclass(frozen=True)
class Author:
    """Who changes something: a name to keep (an e-mail, `API key NAME`), and the person if it is one."""

    name: str
    person: Any = None


def write_plan(
    team: Team, role: Role, plan: PlanDraft, *, by: Author, occasion: Occasion = Occasion(Revision.Kind.GENERATED)
) -> Interview:
    """Writes a plan as a new interview with its rows and its first version. Serves generation, import and copies.

    Ids in the plan are not kept: rows get their own."""
    with transaction.atomic():
        interview = Interview.objects.create(
            team=team, role=role, author=by.name, created_by=by.person, **_values(plan, PLAN_FIELDS)
        )
        for position, planned in enumerate(plan.skills):
            skill = Skill.objects.create(interview=interview, position=position, **_values(planned, SKILL_FIELDS))
            Question.objects.bulk_create(
                Question(skill=skill, position=place, **_values(question, QUESTION_FIELDS))
                for place, question in enumerate(planned.questions)
            )
        snapshot = Interview.objects.with_plan().get(pk=interview.pk).plan()
        keep_version(interview, snapshot, [], by=by, occasion=occasion)
    return interview


def save_plan(interview: Interview, before: PlanDraft, after: PlanDraft) -> None:
    """Writes what differs between two plans into the rows of an interview that was read `with_plan()`.

    New skills and questions get ids, in `after` too; those with an id that has no row any more get it back. The
    interview then has its rows as they are now, as if read again. Within the transaction of the edit."""
    changed = [name for name in PLAN_FIELDS if getattr(before, name) != getattr(after, name)]
    if changed:
        _set(interview, after, changed)
    rows = {skill.pk: skill for skill in interview.skills.all()}
    asked = {question.pk: question for skill in rows.values() for question in skill.questions.all()}
    homes = [_save_skill(interview, rows, skill, position) for position, skill in enumerate(after.skills)]
    for home, skill in zip(homes, after.skills, strict=True):
        placed = [_save_question(asked, home, question, place) for place, question in enumerate(skill.questions)]
        hold(home, "questions", placed)
    hold(interview, "skills", homes)
    kept = {question.id for skill in after.skills for question in skill.questions}
    gone = [identifier for identifier in asked if identifier not in kept]
    if gone:
        Question.objects.filter(pk__in=gone).delete()
    lost = [identifier for identifier in rows if identifier not in {skill.id for skill in after.skills}]
    if lost:
        Skill.objects.filter(pk__in=lost).delete()


def _save_skill(interview: Interview, rows: dict[int, Skill], skill: PlannedSkill, position: int) -> Skill:
    row = rows.get(skill.id or 0)
    if row is None:
        made = Skill(pk=skill.id, interview=interview, position=position, **_values(skill, SKILL_FIELDS))
        made.save(force_insert=True)
        skill.id = made.pk
        return made
    names = [name for name in SKILL_FIELDS if getattr(row, name) != getattr(skill, name)]
    if row.position != position:
        row.position = position
        names = [*names, "position"]
    if names:
        _set(row, skill, names)
    return row


def _save_question(rows: dict[int, Question], home: Skill, question: QuestionDraft, place: int) -> Question:
    row = rows.get(question.id or 0)
    if row is None:
        values = _values(question, QUESTION_FIELDS)
        made = Question(pk=question.id, skill=home, position=place, **values)
        made.save(force_insert=True)
        question.id = made.pk
        return made
    names = [name for name in QUESTION_FIELDS if getattr(row, name) != getattr(question, name)]
    if (row.skill_id, row.position) != (home.pk, place):
        row.skill, row.position = home, place
        names = [*names, "skill", "position"]
    if names:
        _set(row, question, names)
    return row


def _set(row: Any, draft: Any, names: list[str]) -> None:
    for name in names:
        if name not in {"position", "skill"}:
            setattr(row, name, getattr(draft, name))
    row.save(update_fields=names)


def _values(draft: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in names}


def keep_version(
    interview: Interview, snapshot: PlanDraft, changes: list[Change], *, by: Author, occasion: Occasion
) -> Revision:
    """Remembers the plan as it stands at the interview's version. Edits of one sitting are one change set."""
    now = timezone.now()
    last = Revision.objects.filter(interview=interview).defer("snapshot").order_by("-number").first()
    if last is not None and _same_sitting(last, by, occasion):
        last.number, last.updated_at, last.snapshot = interview.version, now, snapshot
        last.changes = [*last.changes, *changes]
        last.save(update_fields=["number", "updated_at", "snapshot", "changes"])
        return last
    return Revision.objects.create(
        team_id=interview.team_id,
        interview=interview,
        number=interview.version,
        began=interview.version,
        kind=occasion.kind,
        why=occasion.why,
        snapshot=snapshot,
        changes=changes,
        author=by.name,
        created_by=by.person,
        created_at=now,
        updated_at=now,
    )


def _same_sitting(last: Revision, by: Author, occasion: Occasion) -> bool:
    is_edit = last.kind == occasion.kind == Revision.Kind.EDITED and not occasion.why
    return (
        is_edit
        and last.author == by.name
        and timezone.now() - last.updated_at < SITTING
        and len(last.changes) < MOST_CHANGES
        and sum(len(str(change.before)) + len(str(change.after)) for change in last.changes) < MOST_CHANGED
    )
