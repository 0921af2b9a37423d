"""What a step is given and what it gives back: plain values, so that a plan can be made with or without a database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from interviews.drafts import Analysis, Brief, Call, LibraryEntry, PlanDraft, QuestionDraft, Usage


@dataclass
class Work:
    """A job's brief and what its steps have finished so far: step number -> unit key -> JSON output."""

    brief: Brief
    done: dict[int, dict[str, Any]] = field(default_factory=dict)
    team_library: list[LibraryEntry] = field(default_factory=list)

    @cached_property
    def analysis(self) -> Analysis:
        """What the first step read."""
        return Analysis.model_validate(self.done[0]["analysis"])

    def material(self, key: str) -> list[LibraryEntry]:
        """What the second step found for a skill."""
        return [LibraryEntry.model_validate(entry) for entry in self.done.get(1, {}).get(key, [])]

    def questions(self, key: str) -> list[QuestionDraft]:
        """What the third step wrote for a skill."""
        return [QuestionDraft.model_validate(question) for question in self.done[2][key]]

    @cached_property
    def plan(self) -> PlanDraft:
        """What the fourth step checked."""
        return PlanDraft.model_validate(self.done[3]["plan"])


@dataclass(frozen=True)
class Done:
    """A finished unit: its JSON output, the lines for the log, and what it cost."""

    output: Any
    lines: list[str] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    prompt_version: str = ""


@dataclass(frozen=True)
class Step:
    """A step of a job. `keys` names its units; `run` does one, slowly and outside any transaction.

    `waits` says that its units wait on a network when the engine does, so that they may run side by side."""

    name: str
    keys: Callable[[Work], list[str]]
    run: Callable[[Work, str, Call], Done]
    waits: bool = False
