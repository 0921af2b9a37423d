"""What the description asks for that no skill, question or condition of the plan serves."""

import re
from collections.abc import Sequence

from interviews.drafts import Analysis, Brief, Evidence, PlannedSkill
from interviews.engines.library.index import index
from interviews.engines.library.posting import Line
from interviews.engines.library.quoting import evidence
from interviews.engines.library.search import opened
from interviews.engines.library.words import stems

MOST = 12
# What a person is like is heard in every answer, and asked for nowhere in particular.
CHARACTER = ("general.planning", "general.learning", "general.accuracy")
_YEARS = re.compile(r"\b(?:years?|months?|yrs?)\b.{0,40}\b(?:experience|as an?|in a class|in a position)\b")
_SELF = re.compile(
    r"^(?:we|our|us|you'?re joining|about)\b|\bwe (?:are|need|also|love)\b|\breports? (?:directly )?to\b"
    r"|\b(?:team player|team spirit|fast[- ]paced|spirit|dependab|willing to|love)\b"
)
SERVED = 0.5
LEAST_MATCH = 3.0


def gaps(brief: Brief, analysis: Analysis, skills: Sequence[PlannedSkill]) -> list[Evidence]:
    """Clauses and named tools that nothing in the plan serves: what is asked for first, then wishes, each in the order
    of the description. A clause is served by the question that names it or speaks of most of it, no more."""
    library = index()
    spans = _served_spans(skills, every=brief.engine == "openai")
    title = frozenset(stems(brief.role))
    said = frozenset(stems(" ".join(_texts(skills))))
    named = " ".join([*_texts(skills), *analysis.screen_first, *analysis.assess_elsewhere]).lower()
    learned = opened(brief).learned
    asked: list[Evidence] = []
    wished: list[Evidence] = []
    for line in opened(brief).lines:
        clause = line.clause
        found = wished if clause.kind == "nice" else asked
        missing = [m for m in line.mentions if m.term.kind in ("tool", "office") and m.term.name.lower() not in named]
        if line.screening or _settled(line, named) or set(line.stems) <= title or learned.covers(line.matches):
            continue
        if any(start < clause.end and clause.start < end for start, end in spans):
            found += [Evidence(quote=brief.description[m.start : m.end], start=m.start, end=m.end) for m in missing]
        elif _says_something(line) and library.share(line.spoken, said) < SERVED:
            found.append(evidence(clause, brief.description, clause.start))
    return _distinct([*asked, *wished])[:MOST]


def _served_spans(skills: Sequence[PlannedSkill], *, every: bool) -> list[tuple[int, int]]:
    """Where the description says what a question serves, and what each skill is named after; all of its evidence if
    `every`, since a model quotes only what it means to ask."""
    served = [question.source.serves for skill in skills for question in skill.questions]
    named = [quote for skill in skills for quote in (skill.evidence if every else skill.evidence[:1])]
    return [(quote.start, quote.end) for quote in [*served, *named] if quote]


def _settled(line: Line, named: str) -> bool:
    """Whether a line only asks for a certificate or a language that is settled outside the interview."""
    certificates = [mention.term.name.lower() for mention in line.mentions if mention.term.kind == "certificate"]
    return bool(certificates) and all(name in named for name in certificates) and not line.actions


def _says_something(line: Line) -> bool:
    """Whether a line names work or knowledge: no lead-in ("the following"), years in a job, or praise of character."""
    text = line.clause.text.lower()
    if not line.is_telling or "following" in text or _SELF.search(text):
        return False
    if line.names_something:
        return True
    if _YEARS.search(text):
        return False
    best = max((score for key, score in line.matches.items() if key not in CHARACTER), default=0.0)
    tagged = line.tags(line.clause.start, line.clause.end)
    if line.clause.kind == "duty" and line.actions and tagged:
        return True
    return best >= LEAST_MATCH and (bool(line.actions) or tagged)


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
