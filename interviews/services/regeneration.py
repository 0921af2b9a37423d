"""Having a part of a plan written, again or anew: a job that ends with a proposal and never touches the plan."""

from dataclasses import dataclass
from typing import Literal

from django.db import transaction

from interviews.drafts import MOST_INSTRUCTION, Brief, EngineName, Target, normalise
from interviews.models import Interview, Job, User, wake
from interviews.services.generation import default_engine


class NothingToWrite(ValueError):
    """There is nothing to write again; the message says why and what to do."""


@dataclass(frozen=True)
class Again:
    """What is to be written again: one question, one skill (ids of rows), some `questions`, or all that is not locked;
    or one `new` question on a skill.

    `instruction` says how, in a person's words ("shorter", "for a night shift"). Engine None: the usual one."""

    kind: Literal["question", "questions", "skill", "interview", "new"]
    identifier: int | None = None
    instruction: str = ""
    questions: tuple[int, ...] = ()
    engine: EngineName | None = None


def start_regeneration(interview: Interview, again: Again, *, person: User | None = None) -> Job:
    """Records the job and wakes a worker, both or neither.

    Raises NothingToWrite when the question or skill is not there or locked, or the instruction is too long."""
    instruction = " ".join(normalise(again.instruction).split())
    if len(instruction) > MOST_INSTRUCTION:
        raise NothingToWrite(f"The instruction has {len(instruction)} characters. Shorten it to {MOST_INSTRUCTION}.")
    plan = Interview.objects.with_plan().get(pk=interview.pk).plan()
    target = Target(
        kind=again.kind,
        skill=again.identifier if again.kind in {"skill", "new"} else None,
        question=again.identifier if again.kind == "question" else None,
        questions=list(again.questions),
        plan=plan,
    )
    _look(target, again)
    brief = Brief(
        role=plan.role,
        description=plan.description,
        seniority=plan.seniority,
        engine=again.engine or default_engine(interview.team),
        intake=plan.intake,
        general=plan.general,
        proctoring=plan.proctoring,
    )
    with transaction.atomic():
        job = Job.objects.create(
            team=interview.team,
            role=interview.role,
            type=Job.Type.REGENERATION,
            brief=brief,
            interview=interview,
            target=target,
            instruction=instruction,
            based_on_version=interview.version,
            created_by=person,
        )
        wake("job", str(job.pk))
    return job


def _look(target: Target, again: Again) -> None:
    if target.parts():
        return
    questions = {question.id for skill in target.plan.skills for question in skill.questions}
    skills = {skill.id for skill in target.plan.skills}
    known = {"question": questions, "skill": skills, "new": skills}.get(again.kind)
    if again.kind == "questions" and not questions & set(again.questions):
        raise NothingToWrite("None of the questions is in the plan any more. Open the plan again.")
    if known is not None and again.identifier not in known:
        what = "question" if again.kind == "question" else "skill"
        raise NothingToWrite(f"The {what} is not in the plan any more. Open the plan again.")
    raise NothingToWrite("Everything that you chose is locked. Unlock what is to be written again.")
