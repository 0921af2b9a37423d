"""Writing a part of a plan, again or anew: the same steps over what it holds; a proposal comes of it, never an edit."""

from interviews.checks import check, mended
from interviews.drafts import (
    Analysis,
    Call,
    PlanDraft,
    PlannedSkill,
    QuestionDraft,
    SkillDraft,
    Suggested,
    Suggestion,
    Target,
    Wanted,
)
from interviews.engines import ENGINES
from interviews.engines.base import EngineError
from interviews.engines.library.search import fitting, opened
from interviews.library.shelf import GENERAL
from interviews.models.steps import CHECK
from interviews.pipeline.work import Done, Work

# What a new question takes at most, its probes included.
MINUTES = 6
NO_INSTRUCTIONS = "The built-in engine chose other questions; it cannot follow an instruction."


def read_plan(work: Work, key: str, call: Call) -> Done:
    """Takes the analysis from the plan: its skills with their evidence, whatever people made of them."""
    plan = _target(work).plan
    analysis = Analysis(
        seniority=plan.seniority,
        summary=plan.summary,
        families=opened(work.brief).families or [GENERAL],
        skills=[
            SkillDraft.model_validate(skill.model_dump(include=set(SkillDraft.model_fields))) for skill in plan.skills
        ],
    )
    return Done(analysis.model_dump(mode="json"))


def touched_skills(work: Work) -> list[str]:
    """One unit for each skill of which something is to be written again."""
    touched = [skill.id for skill, _ in _target(work).parts()]
    return [str(index) for index, skill in enumerate(_target(work).plan.skills) if skill.id in touched]


def write_again(work: Work, key: str, call: Call) -> Done:
    """Writes new questions for one skill, as many as are to be replaced, one where there are none.

    Raises EngineError when there is no other, unless other skills are written too."""
    target, skill = _target(work), work.analysis.skills[int(key)]
    order = _order(work, target, int(key))
    if not work.instruction:
        order.reuse = fitting(work.brief, work.analysis, skill, order.material)
    call.announce(f"AI Progress: Generating interview questions for {skill.name}")
    questions = ENGINES[work.brief.engine].questions(work.brief, skill, order, call)
    if not questions and len(target.parts()) == 1:
        raise EngineError(_nothing_on(target.plan.skills[int(key)]), permanent=True)
    return Done([question.model_dump(mode="json") for question in questions])


def check_proposal(work: Work, key: str, call: Call) -> Done:
    """Puts the new questions into a copy of the plan and checks them there; findings go with the proposal."""
    target = _target(work)
    plan = target.plan.model_copy(deep=True)
    suggested: list[Suggested] = []
    notices: list[str] = []
    for index in touched_skills(work):
        skill, written = plan.skills[int(index)], work.questions(index)
        replaced = [question for _, every in target.parts() for question in every]
        mine = [question for question in skill.questions if question.id in {one.id for one in replaced}]
        notices += [] if written else [_nothing_on(skill)]
        suggested += _replace(skill, mine, written) if mine else _add(skill, written)
    if not suggested:
        raise EngineError(" ".join(notices), permanent=True)
    _find(plan, suggested)
    made = Suggestion(questions=suggested, notices=notices)
    if work.instruction and work.brief.engine == "library":
        made.notices.append(NO_INSTRUCTIONS)
    else:
        made.instruction = work.instruction
    count = sum(len(one.findings) for one in suggested)
    line = f"AI Progress: Checked the proposal: {count} finding{'' if count == 1 else 's'}"
    return Done(made.model_dump(mode="json"), [line])


def suggestion(work: Work) -> Suggestion:
    """What the fourth step checked."""
    return Suggestion.model_validate(work.done[CHECK]["plan"])


def _target(work: Work) -> Target:
    if work.target is None:
        raise EngineError("The job does not say what is to be written again.", permanent=True)
    return work.target


def _order(work: Work, target: Target, index: int) -> Wanted:
    skill = target.plan.skills[index]
    replaced = next(every for touched, every in target.parts() if touched.id == skill.id)
    going = {question.id for _, every in target.parts() for question in every}
    return Wanted(
        count=len(replaced) or 1,
        types=list(dict.fromkeys(question.type for question in replaced)),
        seniority=target.plan.seniority,
        minutes=max((question.minutes for question in replaced), default=MINUTES),
        language=target.plan.general.language,
        families=work.analysis.families,
        material=work.material(str(index)),
        keep=[question for other in target.plan.skills for question in other.questions if question.id not in going],
        avoid=[] if work.instruction else [question.prompt for question in replaced],
        others=[other.name for other in target.plan.skills if other.id != skill.id],
        replaces=replaced,
        instruction=work.instruction,
    )


def _replace(skill: PlannedSkill, replaced: list[QuestionDraft], written: list[QuestionDraft]) -> list[Suggested]:
    """Puts what was written where the replaced questions stand, in order; the copy keeps their ids."""
    suggested = []
    for old, new in zip(replaced, written, strict=False):
        fresh, _ = mended(new)
        fresh.id, fresh.drop_first = old.id, old.drop_first
        skill.questions[skill.questions.index(old)] = fresh
        suggested.append(Suggested(skill=skill.id or 0, replaces=old.id, question=fresh, stood=old))
    return suggested


def _add(skill: PlannedSkill, written: list[QuestionDraft]) -> list[Suggested]:
    """Puts what was written behind the questions of the skill."""
    added = [mended(new)[0] for new in written]
    skill.questions += added
    return [Suggested(skill=skill.id or 0, question=one) for one in added]


def _nothing_on(skill: PlannedSkill) -> str:
    other = "other " if skill.questions else ""
    return f"The library has no {other}question on {skill.name}. Write one yourself, or choose the language model."


def _find(plan: PlanDraft, suggested: list[Suggested]) -> None:
    """Hands each new question the findings about it."""
    where = {
        id(question): f"skills.{number}.questions.{place}."
        for number, skill in enumerate(plan.skills)
        for place, question in enumerate(skill.questions)
    }
    for finding in check(plan):
        for one in suggested:
            prefix = where[id(one.question)]
            if finding.where.startswith(prefix):
                one.findings.append(finding.within(prefix))
