"""How much of a posting the questions of a plan serve."""

from interviews.engines.library.index import Index
from interviews.engines.library.posting import Posting

ENOUGH = 0.4
WEIGHTS = {"requirement": 1.0, "duty": 1.0, "nice": 0.5}
MOST_LINES = 80
TOLD = 1.5


class Service:
    """The lines of a posting that can be asked about, and how far each is served by what was chosen."""

    def __init__(self, posting: Posting, library: Index) -> None:
        self.posting, self.library = posting, library
        asked = [line for line in posting.lines if not line.screening and line.is_telling][:MOST_LINES]
        asked = [line for line in asked if not posting.learned.covers(line.matches)]
        asked += [line for line in posting.told if line.is_telling]
        self._lines = [line.spoken for line in asked]
        self._weights = [TOLD if line.said else WEIGHTS[line.clause.kind] for line in asked]
        self._served = [0.0] * len(self._lines)

    def shares(self, about: frozenset[str]) -> list[float]:
        """How much of each line something about these stems serves; no more than enough."""
        return [min(ENOUGH, self.library.share(line, about)) for line in self._lines]

    def gain(self, shares: list[float]) -> float:
        """The share of the posting, from 0 to 1, that these would serve anew."""
        fresh = (max(0.0, share - served) for share, served in zip(shares, self._served, strict=True))
        total = ENOUGH * (sum(self._weights) or 1.0)
        return sum(weight * share for weight, share in zip(self._weights, fresh, strict=True)) / total

    def serve(self, shares: list[float]) -> None:
        """Notes that something that serves the lines so far was chosen."""
        self._served = [max(served, share) for served, share in zip(self._served, shares, strict=True)]
