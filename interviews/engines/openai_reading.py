"""What the model read in a posting, held against the posting: evidence is found there or the skill goes."""

from rapidfuzz import fuzz

from interviews.checks.intake import about_the_work
from interviews.checks.prohibited import prohibited
from interviews.checks.words import Text
from interviews.drafts import Analysis, Brief, Evidence, Language, SkillDraft, weights
from interviews.engines.library.index import index
from interviews.engines.library.saying import not_asked
from interviews.engines.library.search import opened
from interviews.engines.library.words import stems
from interviews.engines.openai_evidence import located, named
from interviews.engines.openai_shapes import Found, FoundSkill
from interviews.engines.openai_talk import Reading
from interviews.library.shelf import GENERAL

MOST_FOUND, MOST_QUOTES = 20, 6
MOST_NAME, MOST_LINE, MOST_SUMMARY = 80, 200, 800
MOST_EVIDENCE, MOST_LINES, MOST_FAMILIES = 3, 8, 2
SAME_SKILL = 90
# Beside a name these make no other skill of it.
_ADDING_NOTHING = """
and the of in with skill skills programming language development experience knowledge basics driving operation operating
use using work
"""
_SAYING_NOTHING = frozenset(_ADDING_NOTHING.split())
FAMILIAR = 5.0


def read(found: Found, brief: Brief, most: int) -> Reading[Analysis]:
    """The analysis that the description bears out; of no use when it bears out no skill."""
    skills, unshown = _skills(found.skills, brief)
    complaints = [f'The posting has no such quote and does not name the skill "{name}".' for name in unshown]
    if not skills:
        named = ", ".join(f'"{name}"' for name in dict.fromkeys(unshown))
        reason = f"the description shows none of the skills that it named ({named})." if unshown else ""
        return Reading(None, complaints or ["The answer names no skill."], reason=reason)
    families = [key for key in dict.fromkeys(found.families) if key in index().families][:MOST_FAMILIES]
    for skill in skills:
        skill.reference = _competency(skill, families)
    _without_learned(skills, brief)
    skills = sorted(skills, key=lambda skill: skill.importance != "must_have")[:most]
    for skill, weight in zip(skills, weights([skill.importance for skill in skills]), strict=True):
        skill.weight = weight
    analysis = Analysis(
        seniority=brief.seniority or found.seniority,
        summary=_summary(found.summary, brief.general.language),
        families=families or [GENERAL],
        skills=skills,
        screen_first=_lines(found.screen_first, brief.general.language),
        assess_elsewhere=_lines(found.assess_elsewhere, brief.general.language),
        notices=[*(_notice(name) for name in unshown), *not_asked(brief, skills)],
    )
    return Reading(analysis, complaints)


def _without_learned(skills: list[SkillDraft], brief: Brief) -> None:
    """Makes what can be learned on the job a nice-to-have."""
    learned = opened(brief).learned
    for skill in skills:
        if learned.is_named(skill.name, skill.reference):
            skill.importance = "nice_to_have"


def _skills(found: list[FoundSkill], brief: Brief) -> tuple[list[SkillDraft], list[str]]:
    """The skills that the description or the team shows, duplicates merged, and the names of all others."""
    skills: list[SkillDraft] = []
    unshown: list[str] = []
    for one in found[:MOST_FOUND]:
        name = " ".join(one.name.split())[:MOST_NAME]
        lawful = bool(name) and not any(prohibited(Text("", "prompt", name)))
        evidence = _evidence(one, name, brief.description) if lawful else []
        if not lawful or not (evidence or _is_told(one, name, brief)):
            unshown += [name] if name else []
            continue
        skill = SkillDraft(name=name, importance=one.importance, kind=one.kind, evidence=evidence)
        twin = next((other for other in skills if same(other.name, name)), None)
        if twin is None:
            skills.append(skill)
        else:
            _merge(twin, skill)
    return skills, unshown


def _evidence(one: FoundSkill, name: str, description: str) -> list[Evidence]:
    """The quotes that are there; without any, the place where the description names the skill itself."""
    slices = [slice for quote in one.evidence[:MOST_QUOTES] if (slice := located(quote, description))]
    slices = slices or [slice for slice in [named(name, description)] if slice]
    return list({(slice.start, slice.end): slice for slice in slices}.values())[:MOST_EVIDENCE]


def _is_told(one: FoundSkill, name: str, brief: Brief) -> bool:
    """Whether the team's answers show a skill that the description does not: then it has no evidence."""
    intake = about_the_work(brief.intake)
    return any(_evidence(one, name, answer) for answer in (intake.strong, intake.went_wrong))


def same(first: str, second: str) -> bool:
    """Whether two names stand for one skill: "Python" and "Python programming" do, "Java" and "JavaScript" do not,
    nor do "React" and "React Native"."""
    one, other = set(first.casefold().split()), set(second.casefold().split())
    if (one <= other or other <= one) and one ^ other <= _SAYING_NOTHING:
        return True
    return fuzz.token_sort_ratio(first.casefold(), second.casefold()) >= SAME_SKILL


def _merge(kept: SkillDraft, other: SkillDraft) -> None:
    places = {(slice.start, slice.end): slice for slice in [*kept.evidence, *other.evidence]}
    kept.evidence = list(places.values())[:MOST_EVIDENCE]
    if other.importance == "must_have":
        kept.importance = "must_have"


def _competency(skill: SkillDraft, families: list[str]) -> str:
    """The library's competency that a skill speaks of, within the families of the job; empty when none is near."""
    library = index()
    quotes = " ".join(slice.quote for slice in skill.evidence)
    scores = library.matches(stems(f"{skill.name} {quotes}"))[0]
    near = {
        key: score
        for key, score in scores.items()
        if score >= FAMILIAR and library.competencies[key].family.family in {*families, GENERAL}
    }
    return max(near, key=lambda key: (near[key], key), default="")


def _summary(text: str, language: Language) -> str:
    """The summary, unless it puts to the candidate what may not be asked."""
    return "" if any(prohibited(Text("", "prompt", text), language)) else text[:MOST_SUMMARY]


def _lines(lines: list[str], language: Language) -> list[str]:
    """Short statements, none twice, none that may not be asked."""
    bare = [" ".join(line.split())[:MOST_LINE] for line in lines[:MOST_FOUND]]
    lawful = [line for line in bare if line and not any(prohibited(Text("", "prompt", line), language))]
    return list(dict.fromkeys(lawful))[:MOST_LINES]


def _notice(name: str) -> str:
    return f'The language model also named "{name}", which the description does not show; it was left out.'
