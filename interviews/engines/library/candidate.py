"""A skill that a plan may probe."""

from dataclasses import dataclass, field
from typing import Literal

from interviews.engines.library.lexicon import Term
from interviews.engines.library.posting import Line


@dataclass
class Candidate:
    """A skill that may be chosen: what speaks for it, and where. `learned`: the team says that it can be learned on the
    job, so that it is no must."""

    name: str
    kind: Literal["hard", "duty", "behaviour"]
    reference: str
    strength: float = 0.0
    lines: list[tuple[float, Line]] = field(default_factory=list)
    term: Term | None = None
    namesake: Line | None = None
    planned: list[str] = field(default_factory=list)
    learned: bool = False

    @property
    def must(self) -> bool:
        """Whether any line asks for it otherwise than as a wish."""
        return not self.learned and any(line.clause.kind != "nice" for _, line in self.lines)

    @property
    def best_lines(self) -> list[Line]:
        """The lines that show it: first the one it is named after, then the most telling."""
        ranked = [line for _, line in sorted(self.lines, key=lambda item: (-item[0], item[1].clause.start))]
        return sorted(ranked, key=lambda line: line is not self.namesake)

    def weigh(self, most: int) -> None:
        """The strength of its lines: the best counts whole, each further one less."""
        values = sorted((value for value, _ in self.lines), reverse=True)
        self.strength = sum(value / (1 + place) for place, value in enumerate(values[:most]))
