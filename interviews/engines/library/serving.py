"""How much of a posting the questions of a plan serve."""

from interviews.engines.library.index import Index
from interviews.engines.library.posting import Posting

ENOUGH = 0.4
LEAST_STEMS = 2
WEIGHTS = {"requirement": 1.0, "duty": 1.0, "nice": 0.5}
MOST_LINES = 80


class Service:
    """The lines of a posting that can be asked about, and how far each is served by what was chosen."""

    def __init__(self, posting: Posting, library: Index) -> None:
        asked = [line for line in posting.lines if not line.screening and len(set(line.stems)) >= LEAST_STEMS]
        self._idf = [{word: library.idf(word) for word in line.stems} for line in asked[:MOST_LINES]]
        self._whole = [sum(weights[word] for word in sorted(weights)) for weights in self._idf]
        self._weights = [WEIGHTS[line.clause.kind] for line in asked[:MOST_LINES]]
        self._served = [0.0] * len(self._idf)

    def gain(self, about: frozenset[str]) -> float:
        """The share of the posting, from 0 to 1, that something about these stems would serve anew."""
        total = sum(self._weights) or 1.0
        return sum(
            weight * max(0.0, share - served)
            for weight, share, served in zip(self._weights, self._shares(about), self._served, strict=True)
        ) / (ENOUGH * total)

    def serve(self, about: frozenset[str]) -> None:
        """Notes that something about these stems was chosen."""
        self._served = [max(served, share) for served, share in zip(self._served, self._shares(about), strict=True)]

    def _shares(self, about: frozenset[str]) -> list[float]:
        return [
            min(ENOUGH, sum(weights[word] for word in sorted(weights) if word in about) / whole)
            for weights, whole in zip(self._idf, self._whole, strict=True)
        ]
