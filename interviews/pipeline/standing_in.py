"""When the language model fails at a skill, the built-in engine writes it and says so."""

from interviews.drafts import Analysis, Brief, Call, QuestionDraft, SkillDraft, Wanted
from interviews.engines import ENGINES
from interviews.engines.base import EngineError, Stopped
from interviews.engines.library.language import foreign_language
from interviews.engines.library.search import find

Written = tuple[list[QuestionDraft], list[str]]


def written(brief: Brief, skill: SkillDraft, order: Wanted, call: Call) -> Written:
    """The questions of a skill, and lines for the log. Raises Stopped; EngineError when neither engine can write."""
    try:
        return ENGINES[brief.engine].questions(brief, skill, order, call), []
    except Stopped:
        raise
    except EngineError as error:
        if brief.engine == "library" or foreign_language(brief.description):
            raise
        return _by_built_in(brief, skill, order, error)


def _by_built_in(brief: Brief, skill: SkillDraft, order: Wanted, error: EngineError) -> Written:
    analysis = Analysis(seniority=order.seniority, families=order.families, skills=[skill])
    material = find(brief, analysis, skill, team=[entry for entry in order.material if entry.family == "team"])
    order = order.model_copy(update={"material": material})
    questions = ENGINES["library"].questions(brief, skill, order, Call())
    if not questions:
        raise error
    for question in questions:
        question.source.stands_in = _first_sentence(str(error))
    line = (
        f"AI Progress: The language model could not write the questions on {skill.name}, "
        f"so the built-in engine did{_in_english(order)}. {_first_sentence(str(error))}"
    )
    return questions, [line]


def _first_sentence(reason: str) -> str:
    """What happened, without what to do about it: that stands in the log and on the plan."""
    return reason.partition(". ")[0].removesuffix(".") + "."


def _in_english(order: Wanted) -> str:
    return "" if order.language == "English" else ", in English"


def spared(skill: SkillDraft, reason: str) -> str:
    """The line of the log for a skill that nobody could write."""
    return f"AI Progress: No question on {skill.name} could be written, the others stand. {reason}"


def notices(brief: Brief, asked: list[SkillDraft], found: list[tuple[str, list[QuestionDraft]]]) -> list[str]:
    """What the plan says of skills that the language model did not write: `found` are their names with questions."""
    stood_in = [(name, question.source.stands_in) for name, every in found for question in every[:1]]
    names = [name for name, reason in stood_in if reason]
    said = []
    if names:
        reasons = dict.fromkeys(reason for _, reason in stood_in if reason)
        foreign = brief.general.language != "English"
        hint = " They are in English; translate them, or have them written again." if foreign else ""
        said.append(f"The built-in engine wrote the questions on {_listed(names)}. {' '.join(reasons)}{hint}")
    missing = [skill.name for skill in asked if skill.name not in [name for name, every in found if every]]
    if missing:
        said.append(f"There is no question on {_listed(missing)}: the language model failed, as the job's log says.")
    return said


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
