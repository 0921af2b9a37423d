"""What a step is given and what it gives back: plain values, so that a plan can be made with or without a database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from interviews.drafts import Analysis, Brief, Call, LibraryEntry, PlanDraft, QuestionDraft, Target
from interviews.models.steps import ANALYSE, CHECK, SEARCH, WRITE


@dataclass
class Work:
    """A job's brief, its steps, and what they have finished so far: step number -> unit key -> JSON output.

    `target` and `instruction` are set where a part of a plan is to be written again."""

    brief: Brief
    steps: tuple["Step", ...]
    done: dict[int, dict[str, Any]] = field(default_factory=dict)
    team_library: list[LibraryEntry] = field(default_factory=list)
    target: Target | None = None
    instruction: str = ""

    @cached_property
    def analysis(self) -> Analysis:
        """What the first step read."""
        return Analysis.model_validate(self.done[ANALYSE]["analysis"])

    def material(self, key: str) -> list[LibraryEntry]:
        """What the second step found for a skill."""
        return [LibraryEntry.model_validate(entry) for entry in self.done.get(SEARCH, {}).get(key, [])]

    def questions(self, key: str) -> list[QuestionDraft]:
        """What the third step wrote for a skill; nothing where it failed."""
        return [QuestionDraft.model_validate(question) for question in self.done.get(WRITE, {}).get(key, [])]

    @cached_property
    def plan(self) -> PlanDraft:
        """What the fourth step checked."""
        return PlanDraft.model_validate(self.done[CHECK]["plan"])


@dataclass(frozen=True)
class Done:
    """A finished unit: its JSON output and the lines for the log."""

    output: Any
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """A step of a job. `keys` names its units; `run` does one, slowly and outside any transaction.

    `waits` says that its units wait on a network when the engine does, so that they may run side by side. `spares` says
    that a unit may fail as long as another one is finished; `spared` then says so for the log, given the reason."""

    name: str
    keys: Callable[[Work], list[str]]
    run: Callable[[Work, str, Call], Done]
    waits: bool = False
    spares: bool = False
    spared: Callable[[Work, str, str], str] = lambda work, key, reason: reason
