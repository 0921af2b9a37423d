"""Skill names of any text, ranked: for measuring, and for `manage.py extract`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.engines.library.grammar import grammar
from interviews.engines.library.lexicon import mentions
from interviews.engines.library.phrases import Phrase, chunks
from interviews.engines.library.reading import Clause, read
from interviews.engines.library.words import stems

KINDS = ("requirement", "nice", "duty", "about")
WEIGHT = {"requirement": 1.0, "nice": 0.8, "duty": 0.6, "about": 0.3}
NAMED, CUED = 1.0, 0.8
MOST_WORDS = 4
_CUE = re.compile(
    r"\b(?:experience|knowledge|understanding|familiarity|familiar|proficien\w+|expertise|expert|skilled|fluen\w+|background|skills|competen\w+"
    r"|degree|qualification\w*|certifi\w+|specialist|experienced)\s+(?:\w+\s+){0,2}?(?:in|with|of|on|for|using)\b",
    re.I,
)
_TAIL_CUE = re.compile(r"\b(?:experience|knowledge|skills|background|expertise|understanding|proficiency)\b", re.I)


@dataclass
class _Found:
    name: str
    score: float = 0.0
    places: list[int] = field(default_factory=list)


def extract(text: str) -> list[str]:
    """The skill names of a text, the most telling first."""
    found: dict[str, _Found] = {}
    for clause in read(text):
        if clause.kind not in KINDS:
            continue
        for name, score in [*_named(clause), *_cued(clause)]:
            key = " ".join(sorted(set(stems(name)))) or name.lower()
            known = found.setdefault(key, _Found(name))
            known.score += score * WEIGHT[clause.kind] / (1 + len(known.places))
            known.places.append(clause.start)
    ranked = sorted(found.values(), key=lambda item: (-item.score, item.places[0], item.name))
    return [item.name for item in ranked]


def _named(clause: Clause) -> Iterator[tuple[str, float]]:
    for mention in mentions(clause.text, clause.start):
        if not any(start <= mention.start < end for start, end in clause.negated):
            yield clause.text[mention.start - clause.start : mention.end - clause.start], NAMED


def _cued(clause: Clause) -> Iterator[tuple[str, float]]:
    """Noun phrases after "experience with" and the like, up to the end of the clause, and before "skills"."""
    after = [match.end() for match in _CUE.finditer(clause.text)]
    before = [match.start() for match in _TAIL_CUE.finditer(clause.text)]
    named = mentions(clause.text, clause.start)
    for phrase in chunks(clause.words, clause.text, clause.start):
        if any(m.start < phrase.end and phrase.start < m.end for m in named) or not _telling(phrase):
            continue
        follows = any(phrase.start - clause.start >= end for end in after)
        precedes = any(0 <= start - (phrase.end - clause.start) <= 1 for start in before)
        if follows or precedes:
            yield phrase.text, CUED


def _telling(phrase: Phrase) -> bool:
    rules = grammar()
    if len(phrase.words) > MOST_WORDS or phrase.head in rules["not_head"] or phrase.head in rules["never_named"]:
        return False
    return len(phrase.words) > 1 or phrase.head not in rules["weak_head"]
