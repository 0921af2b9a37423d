"""The built-in engine: reads a description by rule and chooses from the library. No key, no network, no chance."""

from interviews.drafts import (
    CLOSING_MINUTES,
    OPENING_MINUTES,
    Analysis,
    Brief,
    Call,
    QuestionDraft,
    Seniority,
    SkillDraft,
    Wanted,
    most_questions,
    weights,
)
from interviews.engines.base import EngineError
from interviews.engines.library import search
from interviews.engines.library.choosing import Wish, choose
from interviews.engines.library.index import index
from interviews.engines.library.language import foreign_language
from interviews.engines.library.names import sounds_alike
from interviews.engines.library.posting import Posting
from interviews.engines.library.saying import not_asked, unheard
from interviews.engines.library.screening import assess_elsewhere, screen_first
from interviews.engines.library.seniority import seniority
from interviews.engines.library.titles import from_title
from interviews.engines.library.writing import write
from interviews.library.shelf import GENERAL, ShelfError

LEVELS: dict[Seniority, str] = {
    "entry": "an entry-level",
    "mid": "a mid-level",
    "senior": "a senior",
    "lead": "a leading",
}
MOST_SKILLS, FEW = 6, 4


class LibraryEngine:
    """The engine of a house without a language model: the same input and seed give the same plan."""

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """What the description asks for. Raises EngineError if it is not English or says nothing."""
        language = foreign_language(brief.description)
        if language:
            raise EngineError(
                f"The description seems to be written in {language}, and the built-in engine reads English only. "
                "Choose the language-model engine, or paste an English description.",
                permanent=True,
            )
        try:
            posting = search.opened(brief)
        except ShelfError as error:
            raise EngineError(
                f"The question library cannot be read. {error} Run manage.py check_library.", permanent=True
            ) from error
        level = brief.seniority or seniority(brief.role, " ".join(line.clause.text for line in posting.lines))
        skills, notices = _skills(brief, posting, level)
        for skill, weight in zip(skills, weights([skill.importance for skill in skills]), strict=True):
            skill.weight = weight
        return Analysis(
            seniority=level,
            summary=_summary(brief, level, posting, skills),
            families=posting.families or [GENERAL],
            skills=skills,
            screen_first=screen_first(posting),
            assess_elsewhere=assess_elsewhere(posting),
            notices=[*notices, *not_asked(brief, skills), *unheard(brief, skills, posting.families)],
        )

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """At most `wanted.count` new questions for a skill, best first."""
        material = wanted.material or search.find(
            brief,
            Analysis(seniority=wanted.seniority, families=wanted.families, skills=[skill]),
            skill,
            team=[],
        )
        return write(brief, skill, wanted, material)


def skill_count(brief: Brief) -> int:
    """How many skills a plan may hold: never more than its questions."""
    return min(MOST_SKILLS, _questions(brief))


def _questions(brief: Brief) -> int:
    return brief.question_count or most_questions(_minutes(brief))


def _minutes(brief: Brief) -> int:
    return brief.general.duration.max - OPENING_MINUTES - CLOSING_MINUTES


def _skills(brief: Brief, posting: Posting, level: Seniority) -> tuple[list[SkillDraft], list[str]]:
    most = skill_count(brief)
    skills = choose(posting, index(), Wish(most, level, _minutes(brief), brief.seed, _questions(brief)))
    if len(skills) >= min(FEW, most):
        return skills, []
    added: list[SkillDraft] = []
    for skill in from_title(posting, index(), level):
        known = [*skills, *added]
        if not any(skill.reference == one.reference or sounds_alike(skill.name, one.name) for one in known):
            added.append(skill)
    if not skills and not added:
        raise EngineError(
            "Neither the role nor the description says enough to plan an interview. "
            "Name the job as people in the trade would, and describe its duties and requirements in a few lines.",
            permanent=True,
        )
    notice = (
        (
            "The description says too little of the work, so some skills were taken from what the role usually asks "
            "for. Add duties and requirements for a plan that fits the job."
        )
        if added
        else "The question library knows little of this trade. Look at what is not covered, and add your own questions."
    )
    return [*skills, *added][:most], [notice]


def _summary(brief: Brief, level: Seniority, posting: Posting, skills: list[SkillDraft]) -> str:
    duties = sum(line.clause.kind == "duty" for line in posting.lines)
    asked = sum(line.clause.kind == "requirement" for line in posting.lines)
    wishes = sum(line.clause.kind == "nice" for line in posting.lines)
    counted = [_counted(duties, "line on duties", "lines on duties"), _counted(asked, "requirement", "requirements")]
    counted += [_counted(wishes, "wish", "wishes")] if wishes else []
    names = [skill.name for skill in skills]
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"Read as {LEVELS[level]} role with {' and '.join(_joined(counted))}. Probed: {listed}."


def _joined(counted: list[str]) -> list[str]:
    return [", ".join(counted[:-1]), counted[-1]]


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
