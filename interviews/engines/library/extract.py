"""Skill names of any text, ranked: for measuring, and for `manage.py extract`."""

from dataclasses import dataclass
from pathlib import Path

from interviews.engines.library.lexicon import mentions
from interviews.engines.library.reading import Places, read
from interviews.engines.library.tagger import MODEL, Span, spans
from interviews.engines.library.words import stems

WEIGHT = {"requirement": 1.0, "nice": 0.95, "duty": 0.95, "about": 0.85, "procedure": 0.7, "benefit": 0.7}
MOST_WORDS = {"knowledge": 8, "skill": 4}
SURE_SKILL = 0.85
SKILL, KNOWN = 0.7, 0.5


@dataclass
class _Found:
    name: str
    place: int
    score: float = 0.0


def extract(text: str, model: Path = MODEL) -> list[str]:
    """The skill names of a text, the surest first."""
    clauses = read(text)
    places = Places(clauses)
    found: dict[str, _Found] = {}
    for span in spans(clauses, model):
        clause = places.at(span.start)
        if clause is None:
            continue
        for name in _names(text, span):
            known = found.setdefault(_key(name), _Found(name, span.start))
            known.score = max(known.score, _worth(name, span) * WEIGHT[clause.kind])
    ranked = sorted(found.values(), key=lambda item: (-item.score, item.place))
    return [item.name for item in ranked]


def _names(text: str, span: Span) -> list[str]:
    """The span's name, or where it is too long or unsure to be one, the names of the lexicon in it."""
    name = " ".join(text[span.start : span.end].split())
    if len(name.split()) <= MOST_WORDS[span.kind] and (span.kind == "knowledge" or span.confidence >= SURE_SKILL):
        return [_spelled(name)]
    return [_spelled(name[mention.start : mention.end]) for mention in mentions(name)]


def _worth(name: str, span: Span) -> float:
    if span.kind == "skill":
        return span.confidence * SKILL
    return max(span.confidence, KNOWN) if mentions(name) else span.confidence


def _key(name: str) -> str:
    return " ".join(sorted(set(stems(name)))) or name.lower()


def _spelled(name: str) -> str:
    """A name in the lexicon's spelling where that has the same letters."""
    named = mentions(name)
    canonical = named[0].term.name if len(named) == 1 and named[0].end - named[0].start == len(name) else name
    return canonical if _letters(canonical) == _letters(name) else name


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
