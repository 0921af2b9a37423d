"""The steps of a job, as a list that can be read aloud."""

from interviews.checks import check, mended
from interviews.drafts import Call, PlanDraft, PlannedSkill, weights
from interviews.engines import ENGINES
from interviews.engines.library.gaps import gaps
from interviews.engines.library.scripts import closing, opening, protected_note
from interviews.engines.library.search import find
from interviews.models.steps import STEP_NAMES
from interviews.pipeline.timing import available_minutes, fit, wanted
from interviews.pipeline.work import Done, Step, Work


def analyse(work: Work, key: str, call: Call) -> Done:
    """Reads the description: seniority, skills with evidence, what to screen first and what to assess elsewhere."""
    analysis = ENGINES[work.brief.engine].analyse(work.brief, call)
    return Done(analysis.model_dump(mode="json"), [f"AI Progress: Found {len(analysis.skills)} skills to probe"])


def find_material(work: Work, key: str, call: Call) -> Done:
    """Looks a skill up in the built-in and the team's library."""
    skill = work.analysis.skills[int(key)]
    found = find(work.brief, work.analysis, skill, team=work.team_library)
    line = f"AI Progress: Completed search for skill: {skill.name} (found {len(found)} results)"
    return Done([entry.model_dump(mode="json") for entry in found], [line])


def write_questions(work: Work, key: str, call: Call) -> Done:
    """Writes the questions of one skill."""
    skill = work.analysis.skills[int(key)]
    order = wanted(work.brief, work.analysis)[int(key)].model_copy(update={"material": work.material(key)})
    questions = ENGINES[work.brief.engine].questions(work.brief, skill, order, call)
    line = f"AI Progress: Generating interview questions for {skill.name}"
    return Done([question.model_dump(mode="json") for question in questions], [line])


def check_plan(work: Work, key: str, call: Call) -> Done:
    """Puts the plan together, mends what can be mended, keeps its minutes and checks it; findings go with the plan."""
    skills = written_skills(work)
    lines = mend(skills)
    plan = assemble(work, skills)
    plan.findings = check(plan)
    count = len(plan.findings)
    lines.append(f"AI Progress: Checked the plan: {count} finding{'' if count == 1 else 's'}")
    return Done(plan.model_dump(mode="json"), lines)


def written_skills(work: Work) -> list[PlannedSkill]:
    """The skills that got a question, with their questions."""
    return [
        PlannedSkill(**skill.model_dump(), questions=work.questions(str(index)))
        for index, skill in enumerate(work.analysis.skills)
        if work.done[2].get(str(index))
    ]


def mend(skills: list[PlannedSkill]) -> list[str]:
    """Mends the questions in place, locked ones excepted, and says for the log what was done."""
    lines = []
    for skill in skills:
        for place, question in enumerate(skill.questions):
            skill.questions[place], done = mended(question)
            lines += [f"AI Progress: Mended a question on {skill.name}. {sentence}" for sentence in done]
    return lines


def assemble(work: Work, skills: list[PlannedSkill]) -> PlanDraft:
    """One plan out of what the steps have finished. Skills that got no question are not in it and named as gaps."""
    brief, analysis = work.brief, work.analysis
    fit(skills, available_minutes(brief))
    for skill, weight in zip(skills, weights([skill.importance for skill in skills]), strict=True):
        skill.weight = weight
    return PlanDraft(
        name=brief.role,
        role=brief.role,
        description=brief.description,
        seniority=analysis.seniority,
        engine=brief.engine,
        summary=analysis.summary,
        general=brief.general,
        proctoring=brief.proctoring,
        opening=opening(brief),
        closing=closing(brief),
        protected_note=protected_note(),
        screen_first=analysis.screen_first,
        assess_elsewhere=analysis.assess_elsewhere,
        gaps=gaps(brief, analysis, skills),
        skills=skills,
        notices=analysis.notices,
    )


def save(work: Work, key: str, call: Call) -> Done:
    """Nothing slow is left to do: the runner writes the plan's rows with the end of the job."""
    return Done(None)


def asked_skills(work: Work) -> list[str]:
    """One unit for each skill that gets a question."""
    return [str(index) for index in range(len(wanted(work.brief, work.analysis)))]


_ANALYSE, _SEARCH, _WRITE, _CHECK, _SAVE = STEP_NAMES["ai_interview_generation"]

STEPS: dict[str, tuple[Step, ...]] = {
    "ai_interview_generation": (
        Step(_ANALYSE, lambda work: ["analysis"], analyse),
        Step(_SEARCH, asked_skills, find_material),
        Step(_WRITE, asked_skills, write_questions, waits=True),
        Step(_CHECK, lambda work: ["plan"], check_plan),
        Step(_SAVE, lambda work: [], save),
    ),
}
