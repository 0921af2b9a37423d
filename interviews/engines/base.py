"""What every engine answers, and the one way it fails."""

from typing import Protocol

from interviews.drafts import Analysis, Brief, Call, QuestionDraft, SkillDraft, Wanted


class EngineError(Exception):
    """An engine could not answer. `str(error)` is a sentence for people.

    `permanent` says that trying again is no use."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


class Stopped(EngineError):
    """The job as a whole has to end: somebody cancelled it, or its budget is used. No other engine may stand in."""

    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=True)


class OverBudget(Stopped):
    """The budget of the job is used."""


class Engine(Protocol):
    """An engine answers two questions. It knows no rows: all that it needs is in its arguments."""

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """What the description asks for. Raises EngineError when nothing can be made of it."""
        ...

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """At most `wanted.count` new questions for a skill, best first. Raises EngineError."""
        ...
