"""What the description asks for that no skill, question or condition of the plan serves."""

import re
from collections.abc import Sequence

from interviews.drafts import Analysis, Brief, Evidence, PlannedSkill
from interviews.engines.library.index import Index, index
from interviews.engines.library.posting import Line
from interviews.engines.library.quoting import evidence
from interviews.engines.library.search import opened
from interviews.engines.library.words import stems

MOST = 8
# What a person is like is heard in every answer, and asked for nowhere in particular.
CHARACTER = ("general.planning", "general.learning", "general.accuracy")
_YEARS = re.compile(r"\b(?:years?|months?|yrs?)\b.{0,40}\b(?:experience|as an?|in a class|in a position)\b")
_SELF = re.compile(
    r"^(?:we|our|us|you'?re joining|about)\b|\bwe (?:are|need|also|love)\b|\breports? (?:directly )?to\b"
    r"|\b(?:team player|team spirit|fast[- ]paced|spirit|dependab|willing to|love)\b"
)
SERVED = 0.5
LEAST_STEMS = 2
LEAST_MATCH = 3.0


def gaps(brief: Brief, analysis: Analysis, skills: Sequence[PlannedSkill]) -> list[Evidence]:
    """Clauses and named tools that nothing in the plan serves, in the order of the description."""
    library = index()
    spans = [(quote.start, quote.end) for skill in skills for quote in skill.evidence]
    said = frozenset(stems(" ".join(_texts(skills))))
    named = " ".join(_texts(skills)).lower()
    found: list[Evidence] = []
    for line in opened(brief).lines:
        clause = line.clause
        if line.screening or clause.kind == "nice":
            continue
        missing = [m for m in line.mentions if m.term.kind in ("tool", "office") and m.term.name.lower() not in named]
        if any(start < clause.end and clause.start < end for start, end in spans):
            found += [Evidence(quote=brief.description[m.start : m.end], start=m.start, end=m.end) for m in missing]
        elif _says_something(line) and not _served(line, said, skills, library):
            found.append(evidence(clause, brief.description, clause.start))
    return _distinct(found)[:MOST]


def _says_something(line: Line) -> bool:
    """Whether a line names work or knowledge: no lead-in ("the following"), years in a job, or praise of character."""
    text = line.clause.text.lower()
    if len(line.spoken) < LEAST_STEMS or "following" in text or _SELF.search(text):
        return False
    if any(mention.term.kind != "field" for mention in line.mentions):
        return True
    if _YEARS.search(text):
        return False
    best = max((score for key, score in line.matches.items() if key not in CHARACTER), default=0.0)
    return best >= LEAST_MATCH and (bool(line.actions) or line.tags(line.clause.start, line.clause.end))


def _distinct(found: list[Evidence]) -> list[Evidence]:
    seen: dict[str, Evidence] = {}
    for one in found:
        seen.setdefault(one.quote.lower(), one)
    return list(seen.values())


def _texts(skills: Sequence[PlannedSkill]) -> list[str]:
    texts = []
    for skill in skills:
        texts.append(skill.name)
        for question in skill.questions:
            texts += [question.prompt, *question.evaluation_criteria]
    return texts


def _served(line: Line, said: frozenset[str], skills: Sequence[PlannedSkill], library: Index) -> bool:
    best = max(line.matches.values(), default=0.0)
    if any(skill.reference and line.matches.get(skill.reference, 0.0) >= max(2.0, 0.7 * best) for skill in skills):
        return True
    return library.share(line.spoken, said) >= SERVED
