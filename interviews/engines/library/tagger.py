"""The trained tagger: which stretches of a description name knowledge or a skill, and how surely (`TAGGER.md`)."""

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

import pycrfsuite

from interviews.engines.library.features import features
from interviews.engines.library.lexicon import mentions
from interviews.engines.library.reading import USEFUL, Clause
from interviews.engines.library.reading import Kind as ClauseKind
from interviews.engines.library.tokens import MASK, Token, tokens

Kind = Literal["knowledge", "skill"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MODEL = Path(__file__).with_name("tagger.crfsuite")
# How sure the tagger must be in a clause of each kind; clauses of other kinds are not read.
LEAST: dict[ClauseKind, float] = {
    "requirement": 0.5,
    "nice": 0.5,
    "duty": 0.5,
    "about": 0.8,
    "procedure": 0.9,
    "benefit": 0.9,
}
# How sure of a name of the lexicon, by what it names.
NAMED = {
    "tool": 0.05,
    "office": 0.05,
    "certificate": 0.05,
    "rules": 0.05,
    "equipment": 0.2,
    "method": 0.2,
    "field": 0.35,
}
# A single plain word that no lexicon knows.
PLAIN = 0.6
_EDGE = frozenset(
    ["and", "or", "the", "a", "an", "of", "in", "with", "for", "to", "as", "our", "your", "etc", "e.g", "i.e"]
)
# No span reaches over these.
_BARS = frozenset(["(", ")", "[", "]", ";", "|", MASK])
_Chances = list[tuple[float, float]]


@dataclass(frozen=True)
class Span:
    """A stretch `description[start:end]` that names knowledge ("Python") or a skill ("lead small teams").

    `confidence` is the model's mean marginal probability over its words, between 0 and 1."""

    start: int
    end: int
    kind: Kind
    confidence: float


class _Opened(threading.local):
    """A tagger keeps the sentence it works on, so each thread opens the model for itself, in some milliseconds."""

    def __init__(self) -> None:
        self.taggers: dict[Path, pycrfsuite.Tagger] = {}

    def tagger(self, model: Path) -> pycrfsuite.Tagger:
        if model not in self.taggers:
            self.taggers[model] = pycrfsuite.Tagger()
            self.taggers[model].open(str(model))
        return self.taggers[model]


_opened = _Opened()


def spans(clauses: list[Clause], model: Path = MODEL) -> list[Span]:
    """The spans of a whole description's clauses (all that `read` gives, in order), in the order they stand.

    They never overlap. Nothing comes from headings, noise and negated stretches, and from benefits and procedure only
    what is very sure."""
    tagger = _opened.tagger(model)
    found: list[Span] = []
    before = ""
    for clause in clauses:
        if clause.kind in LEAST:
            found.extend(_of_clause(clause, before, tagger))
        before = clause.text
    return found


def _of_clause(clause: Clause, before: str, tagger: pycrfsuite.Tagger) -> list[Span]:
    words = tokens(clause)
    tagger.set(features(clause, words, before))
    chances = _marginals(tagger, len(words))
    negated = _covered(words, clause.negated)
    barred = [out or word.text in _BARS for out, word in zip(negated, words, strict=True)]
    found: list[Span] = []
    for kind in KINDS:
        for first, last, confidence in _runs(words, chances[kind], barred, LEAST[clause.kind]):
            if confidence >= _needed(words[first : last + 1], clause):
                found.append(Span(words[first].start, words[last].end, kind, confidence))
    if clause.kind in USEFUL:
        taken = _covered(words, [(span.start, span.end) for span in found])
        free = [not out and not own for out, own in zip(barred, taken, strict=True)]
        found.extend(_named(words, chances["knowledge"], free, clause))
    return sorted(found, key=lambda span: span.start)


def _covered(words: list[Token], stretches: Iterable[tuple[int, int]]) -> list[bool]:
    """For each token whether a stretch covers some of it, in linear time."""
    ordered = sorted(stretches)
    flags, place, reach = [], 0, -1
    for word in words:
        while place < len(ordered) and ordered[place][0] < word.end:
            reach = max(reach, ordered[place][1])
            place += 1
        flags.append(word.start < reach)
    return flags


def _named(words: list[Token], chances: _Chances, free: list[bool], clause: Clause) -> Iterator[Span]:
    """Names of the lexicon, for which less is enough: the model has seen few trades."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    for mention in mentions(clause.text, clause.start):
        inside = range(bisect_right(ends, mention.start), bisect_left(starts, mention.end))
        confidence = sum(sum(chances[i]) for i in inside) / len(inside)
        if confidence >= NAMED[mention.term.kind] and all(free[i] for i in inside):
            yield Span(mention.start, mention.end, "knowledge", confidence)


def _marginals(tagger: pycrfsuite.Tagger, count: int) -> dict[Kind, _Chances]:
    """For each kind and token, the probabilities that a span begins there and that one goes on.

    Where the other kind is likelier they are nothing, so that spans never overlap."""
    known = set(tagger.labels())
    chances: dict[Kind, _Chances] = {kind: [] for kind in KINDS}
    for index in range(count):
        here = {kind: _chance(tagger, kind, index, known) for kind in KINDS}
        likelier = max(KINDS, key=lambda kind: sum(here[kind]))
        for kind in KINDS:
            chances[kind].append(here[kind] if kind == likelier else (0.0, 0.0))
    return chances


def _chance(tagger: pycrfsuite.Tagger, kind: Kind, index: int, known: set[str]) -> tuple[float, float]:
    begins, goes_on = (tagger.marginal(label, index) if (label := f"{part}-{kind}") in known else 0.0 for part in "BI")
    return begins, goes_on


def _runs(words: list[Token], chances: _Chances, barred: list[bool], sure: float) -> Iterator[tuple[int, int, float]]:
    """First and last token and the confidence of each span that is sure enough."""
    inside = [sum(chance) >= sure and not out for chance, out in zip(chances, barred, strict=True)]
    starts = [
        i for i in range(len(words)) if inside[i] and (not i or not inside[i - 1] or _opens(words[i], chances[i]))
    ]
    for start, following in pairwise([*starts, len(words)]):
        run = [i for i in range(start, following) if inside[i]]
        while run and _is_edge(words[run[0]]):
            run.pop(0)
        while run and _is_edge(words[run[-1]]):
            run.pop()
        if run:
            yield run[0], run[-1], sum(sum(chances[i]) for i in run) / len(run)


def _opens(word: Token, chance: tuple[float, float]) -> bool:
    return word.parted or chance[0] > chance[1]


def _needed(words: list[Token], clause: Clause) -> float:
    """One plain word that no lexicon knows must be surer than the rest."""
    plain = len(words) == 1 and words[0].text.islower() and not mentions(words[0].text)
    return max(PLAIN, LEAST[clause.kind]) if plain else LEAST[clause.kind]


def _is_edge(word: Token) -> bool:
    return word.text.lower() in _EDGE or not any(letter.isalnum() for letter in word.text)
