"""What a run of the harness does."""

from dataclasses import dataclass, replace
from typing import Literal

Database = Literal["sqlite", "postgres"]


@dataclass(frozen=True)
class Plan:
    """The size of a run. `seconds` is how long kills go on, `every` the mean seconds between two; 0 means none."""

    jobs: int = 200
    seconds: float = 120.0
    database: Database = "sqlite"
    seed: int = 1
    workers: int = 4
    every: float = 5.0
    settle: float = 180.0

    @property
    def is_calm(self) -> bool:
        """Whether nothing is killed."""
        return self.every == 0

    def calm(self) -> "Plan":
        """The same load without kills."""
        return replace(self, every=0.0)
