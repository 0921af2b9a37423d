"""How good the tagger is: spans and names found against those that annotators marked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rapidfuzz import fuzz

from interviews.engines.library.extract import extract
from interviews.engines.library.reading import read
from interviews.engines.library.skillspan import LAYERS, Posting
from interviews.engines.library.tagger import spans
from interviews.engines.library.words import stems

_Place = tuple[int, int]
_Item = TypeVar("_Item", str, _Place)


@dataclass
class Score:
    """Counts of found and marked items, and how many of each have a partner."""

    found: int = 0
    right: int = 0
    marked: int = 0
    hit: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.hit / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def measure(data: list[Posting], model: Path) -> dict[str, Score]:
    """The scores of a model: spans of each kind, exact and overlapping, and the names of a posting.

    A name is right if it is like any marked span; recall of names counts knowledge alone."""
    scores = {f"{kind} spans, {how}": Score() for kind in LAYERS for how in ("exact", "overlapping")}
    scores.update({"names of a posting": Score(), "first ten names": Score()})
    for posting in data:
        for kind, marked in posting.gold.items():
            found = [(span.start, span.end) for span in spans(read(posting.text), model) if span.kind == kind]
            _count(scores[f"{kind} spans, exact"], found, marked, marked, _same)
            _count(scores[f"{kind} spans, overlapping"], found, marked, marked, _overlap)
        names = extract(posting.text, model)
        known, able = (sorted({posting.text[a:b] for a, b in posting.gold[kind]}) for kind in LAYERS)
        _count(scores["names of a posting"], names, known + able, known, alike)
        _count(scores["first ten names"], names[:10], known + able, known, alike)
    return scores


def table(scores: dict[str, Score]) -> str:
    """The scores as a Markdown table."""
    rows = ["| measured | precision | recall | F1 | found | marked |", "| --- | --- | --- | --- | --- | --- |"]
    for name, score in scores.items():
        shares = f"{score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f}"
        rows.append(f"| {name} | {shares} | {score.found} | {score.marked} |")
    return "\n".join(rows)


def alike(name: str, other: str) -> bool:
    """Whether two names mean the same: most stems of the shorter and a third of all shared, or nearly one spelling."""
    left, right = set(stems(name)), set(stems(other))
    shared = len(left & right)
    close = shared >= 0.6 * min(len(left), len(right)) and shared >= 0.3 * max(len(left), len(right))
    return (shared > 0 and close) or fuzz.ratio(name.lower(), other.lower()) >= 85


def _count(
    score: Score, found: list[_Item], allowed: list[_Item], marked: list[_Item], like: Callable[[_Item, _Item], bool]
) -> None:
    score.found += len(found)
    score.right += sum(any(like(item, other) for other in allowed) for item in found)
    score.marked += len(marked)
    score.hit += sum(any(like(item, other) for item in found) for other in marked)


def _same(found: _Place, marked: _Place) -> bool:
    return found == marked


def _overlap(found: _Place, marked: _Place) -> bool:
    return found[0] < marked[1] and marked[0] < found[1]
