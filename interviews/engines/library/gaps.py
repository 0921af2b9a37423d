"""What the description asks for that no skill, question or condition of the plan serves."""

import re
from collections.abc import Sequence

from interviews.drafts import Analysis, Brief, Evidence, PlannedSkill
from interviews.engines.library.grammar import grammar
from interviews.engines.library.index import index
from interviews.engines.library.language import foreign_language
from interviews.engines.library.posting import Line
from interviews.engines.library.quoting import evidence
from interviews.engines.library.screening import LENGTH, beyond_condition
from interviews.engines.library.search import opened
from interviews.engines.library.words import stems

MOST = 30
# What a person is like is heard in every answer, and asked for nowhere in particular: it is listed last.
CHARACTER = ("general.planning", "general.learning", "general.accuracy")
_YEARS = re.compile(r"\b(?:years?|months?|yrs?)\b.{0,40}\b(?:experience|as an?|in a class|in a position)\b")
_SELF = re.compile(
    r"^(?:we|our|us|you'?re joining|about)\b|\bwe (?:are|need|also|love)\b|\breports? (?:directly )?to\b"
    r"|\b(?:team player|team spirit|fast[- ]paced|spirit|dependab|willing to|love)\b"
)
# What every posting ends its duties with, and what leads in or counts.
_FORMULA = re.compile(
    r"\b(?:related|other|similar|miscellaneous|additional|non-skilled|special)\b.{0,20}"
    r"\b(?:work|dut(?:y|ies)|tasks?|projects?|assignments)\b.{0,40}(?:assigned|required|needed|requested|directed)?$"
    r"|\bas (?:assigned|directed|required)$|\bequivalent combination\b|\bfollowing\b|\bnot limited to\b"
    r"|\b(?:key|main) areas? of\b|\bthis (?:class|position|role|job)\b|\bthese positions\b"
    r"|\bin a (?:class|position) \w+|\byou (?:may|might) observe\b|\bmake sure you\b|\bobsessed\b"
    r"|\b(?:right|preferred|ideal|successful) candidate\b|\bto-do list\b|\bjob (?:title|type)\b"
)
SERVED, LEAST_MATCH, LEAST_STEMS = 0.5, 3.0, 2


def gaps(brief: Brief, analysis: Analysis, skills: Sequence[PlannedSkill]) -> list[Evidence]:
    """Clauses and named tools that nothing in the plan serves: what is asked for first, then wishes, each in the order
    of the description, then what a person should be like. What a skill cites is covered but for the tools that nothing
    names; what is settled outside the interview is covered but for the work that the same line asks for."""
    spans = _cited(skills)
    title = frozenset(stems(brief.role))
    elsewhere = [said for said in analysis.assess_elsewhere if not said.startswith(LENGTH)]
    named = " ".join([*_texts(skills), *analysis.screen_first, *elsewhere]).lower()
    said = frozenset(stems(" ".join(_texts(skills))))
    learned = opened(brief).learned
    foreign = foreign_language(brief.description)
    asked: list[Evidence] = []
    wished: list[Evidence] = []
    manner: list[Evidence] = []
    for line in opened(brief).lines:
        clause = line.clause
        found = wished if clause.kind == "nice" else asked
        missing = [m for m in line.mentions if m.term.kind in ("tool", "office") and m.term.name.lower() not in named]
        if _settled(line, named) or set(line.stems) <= title or learned.covers(line.matches):
            continue
        if any(start < clause.end and clause.start < end for start, end in spans):
            found += [Evidence(quote=brief.description[m.start : m.end], start=m.start, end=m.end) for m in missing]
        elif line.screening:
            beyond = beyond_condition(line, brief.description)
            found += [one for one in beyond if index().share(frozenset(stems(one.quote)), said) < SERVED]
        elif _says_something(line, title) and (line.names_something or not foreign):
            found = found if _is_work(line) else manner
            found.append(evidence(clause, brief.description, clause.start))
    return _distinct([*asked, *wished, *manner])[:MOST]


def _cited(skills: Sequence[PlannedSkill]) -> list[tuple[int, int]]:
    """What the skills of a plan cite and their questions serve."""
    served = [question.source.serves for skill in skills for question in skill.questions]
    cited = [quote for skill in skills for quote in skill.evidence]
    return [(quote.start, quote.end) for quote in [*served, *cited] if quote]


def _settled(line: Line, named: str) -> bool:
    """Whether a line only asks for a certificate or a language that is settled outside the interview."""
    certificates = [mention.term.name.lower() for mention in line.mentions if mention.term.kind == "certificate"]
    return bool(certificates) and all(name in named for name in certificates) and not line.actions


def _says_something(line: Line, title: frozenset[str]) -> bool:
    """Whether a line asks for anything: it is no lead-in, no formula, nothing about the house, and more than years in
    a job."""
    text = line.clause.text.lower()
    if not line.is_telling or _SELF.search(text) or _FORMULA.search(text):
        return False
    if line.names_something:
        return True
    if _YEARS.search(text) or len(line.spoken - title) < LEAST_STEMS:
        return False
    return _is_tied(line) or line.words[0].lower not in grammar()["function"]


def _is_tied(line: Line) -> bool:
    """Whether a line says what somebody does or knows: "so long as nobody minds" does neither."""
    return bool(line.actions) or line.tags(line.clause.start, line.clause.end) or _clearest(line) >= LEAST_MATCH


def _is_work(line: Line) -> bool:
    """Whether a line names work or knowledge rather than what somebody is like."""
    return line.names_something or line.clause.kind == "duty" or _is_tied(line)


def _clearest(line: Line) -> float:
    return max((score for key, score in line.matches.items() if key not in CHARACTER), default=0.0)


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
