"""The engines that write plans, by name."""

from contextlib import suppress
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from interviews.drafts import Analysis, Brief, Call, QuestionDraft, SkillDraft, Wanted
from interviews.engines.base import Engine, EngineError
from interviews.engines.library.engine import LibraryEngine

if TYPE_CHECKING:
    from interviews.engines.openai_engine import OpenAIEngine
    from interviews.engines.openai_trying import Connected


class Later:
    """The language-model engine, whose module is loaded when it is first asked.

    Its client costs a worker 17 MB and 0.6 s, which a house without a model should not pay."""

    @cached_property
    def _engine(self) -> "OpenAIEngine":
        return cast("OpenAIEngine", import_module("interviews.engines.openai_engine").OpenAIEngine())

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """As the engine itself."""
        return self._engine.analyse(brief, call)

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """As the engine itself."""
        return self._engine.questions(brief, skill, wanted, call)

    def try_out(self, call: Call) -> "Connected":
        """As the engine itself."""
        return self._engine.try_out(call)


def warm_up(*, language_model: bool) -> None:
    """Loads what the engines need, by planning a line, so that processes forked from here have it. Opens no connection.

    A library that cannot be read is left for the first job to complain of."""
    with suppress(EngineError):
        brief = Brief(role="Warehouse operative", description="You load trailers and count the stock every week.")
        analysis = ENGINES["library"].analyse(brief, Call())
        ENGINES["library"].questions(brief, analysis.skills[0], Wanted(families=analysis.families), Call())
    if language_model:
        import_module("interviews.engines.openai_engine")


LANGUAGE_MODEL = Later()
ENGINES: dict[str, Engine] = {"library": LibraryEngine(), "openai": LANGUAGE_MODEL}
