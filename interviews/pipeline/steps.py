"""The steps of a job, as a list that can be read aloud."""

from dataclasses import replace

from interviews.checks import check, mended
from interviews.drafts import Brief, Call, Evidence, Language, PlanDraft, PlannedSkill, weights
from interviews.engines import ENGINES
from interviews.engines.library.gaps import gaps
from interviews.engines.library.search import find, fitting, near
from interviews.library.scripts import closing, opening, protected_note
from interviews.models.steps import STEP_NAMES
from interviews.pipeline import standing_in
from interviews.pipeline.regeneration import check_proposal, read_plan, touched_skills, write_again
from interviews.pipeline.rewriting import rewrite_duplicates
from interviews.pipeline.timing import available_minutes, fit, wanted
from interviews.pipeline.work import Done, Step, Work


def analyse(work: Work, key: str, call: Call) -> Done:
    """Reads the description: seniority, skills with evidence, what to screen first and what to assess elsewhere."""
    analysis = ENGINES[work.brief.engine].analyse(work.brief, call)
    return Done(analysis.model_dump(mode="json"), [f"AI Progress: Found {len(analysis.skills)} skills to probe"])


def find_material(work: Work, key: str, call: Call) -> Done:
    """Looks a skill up in the built-in and the team's library. A model takes up what it is shown: only what fits."""
    skill = work.analysis.skills[int(key)]
    found = find(work.brief, work.analysis, skill, team=work.team_library)
    if work.brief.engine == "openai":
        found = near(work.brief, work.analysis, skill, found)
    line = f"AI Progress: Completed search for skill: {skill.name} (found {len(found)} results)"
    return Done([entry.model_dump(mode="json") for entry in found], [line])


def write_questions(work: Work, key: str, call: Call) -> Done:
    """Writes the questions of one skill; the built-in engine does where the language model fails."""
    skill, material = work.analysis.skills[int(key)], work.material(key)
    order = wanted(work.brief, work.analysis)[int(key)].model_copy(
        update={
            "material": material,
            "reuse": fitting(work.brief, work.analysis, skill, material),
            "others": [other.name for other in work.analysis.skills if other is not skill],
        }
    )
    call.announce(f"AI Progress: Generating interview questions for {skill.name}")
    questions, lines = standing_in.written(work.brief, skill, order, call)
    return Done([question.model_dump(mode="json") for question in questions], lines)


def check_plan(work: Work, key: str, call: Call) -> Done:
    """Puts the plan together, mends what can be mended, keeps its minutes and checks it; findings go with the plan."""
    skills = written_skills(work)
    lines = mend(skills)
    plan = assemble(work, skills)
    if work.brief.engine == "openai":
        lines += rewrite_duplicates(work.brief, plan, work.analysis.families, call)
    plan.findings = check(plan)
    count = len(plan.findings)
    lines.append(f"AI Progress: Checked the plan: {count} finding{'' if count == 1 else 's'}")
    return Done(plan.model_dump(mode="json"), lines)


def written_skills(work: Work) -> list[PlannedSkill]:
    """The skills that got a question, with their questions."""
    return [
        PlannedSkill(**skill.model_dump(), questions=work.questions(str(index)))
        for index, skill in enumerate(work.analysis.skills)
        if work.questions(str(index))
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
    language = written_in(brief)
    asked = [analysis.skills[int(key)] for key in asked_skills(work)]
    said = standing_in.notices(brief, asked, [(skill.name, skill.questions) for skill in skills])
    fit(skills, available_minutes(brief))
    for skill, weight in zip(skills, weights([skill.importance for skill in skills]), strict=True):
        skill.weight = weight
    return PlanDraft(
        name=brief.role,
        role=brief.role,
        description=brief.description,
        seniority=analysis.seniority,
        engine="library" if all_stand_in(skills) else brief.engine,
        summary=analysis.summary,
        intake=brief.intake,
        general=brief.general,
        proctoring=brief.proctoring,
        opening=opening(brief, language),
        closing=closing(language),
        protected_note=protected_note(language),
        screen_first=analysis.screen_first,
        assess_elsewhere=analysis.assess_elsewhere,
        gaps=_uncited(gaps(brief, analysis, skills), skills),
        skills=skills,
        notices=[*analysis.notices, *said, *_other_language(brief)],
    )


def _uncited(spans: list[Evidence], skills: list[PlannedSkill]) -> list[Evidence]:
    """Gaps but for those that are, word for word, the evidence of a skill."""
    cited = {(span.start, span.end) for skill in skills for span in skill.evidence}
    return [span for span in spans if (span.start, span.end) not in cited]


def all_stand_in(skills: list[PlannedSkill]) -> bool:
    """Whether the built-in engine had to write the whole plan."""
    questions = [question for skill in skills for question in skill.questions]
    return bool(questions) and all(question.source.stands_in for question in questions)


def written_in(brief: Brief) -> Language:
    """The language of the plan: the one that was chosen, where its engine can write it."""
    return brief.general.language if brief.engine == "openai" else "English"


def _other_language(brief: Brief) -> list[str]:
    if written_in(brief) == brief.general.language:
        return []
    return [
        f"The settings ask for {brief.general.language}, and the built-in engine writes English only. "
        "Generate the plan with the language model, or translate it."
    ]


def save(work: Work, key: str, call: Call) -> Done:
    """Nothing slow is left to do: the runner writes the plan's rows with the end of the job."""
    return Done(None)


def asked_skills(work: Work) -> list[str]:
    """One unit for each skill that gets a question."""
    return [str(index) for index in range(len(wanted(work.brief, work.analysis)))]


def _spared(work: Work, key: str, reason: str) -> str:
    return standing_in.spared(work.analysis.skills[int(key)], reason)


def _steps(kind: str, *steps: Step) -> tuple[Step, ...]:
    return tuple(replace(step, name=name) for step, name in zip(steps, STEP_NAMES[kind], strict=True))


STEPS: dict[str, tuple[Step, ...]] = {
    "ai_interview_generation": _steps(
        "ai_interview_generation",
        Step("", lambda work: ["analysis"], analyse),
        Step("", asked_skills, find_material),
        Step("", asked_skills, write_questions, waits=True, spares=True, spared=_spared),
        Step("", lambda work: ["plan"], check_plan),
        Step("", lambda work: [], save),
    ),
    "ai_interview_regeneration": _steps(
        "ai_interview_regeneration",
        Step("", lambda work: ["analysis"], read_plan),
        Step("", touched_skills, find_material),
        Step("", touched_skills, write_again, waits=True),
        Step("", lambda work: ["plan"], check_proposal),
        Step("", lambda work: [], save),
    ),
}
