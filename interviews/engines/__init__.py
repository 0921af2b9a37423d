"""The engines that write plans, by name."""

from functools import cached_property
from importlib import import_module
from typing import cast

from interviews.drafts import Analysis, Brief, Call, QuestionDraft, SkillDraft, Wanted
from interviews.engines.base import Engine
from interviews.engines.library.engine import LibraryEngine


class Later:
    """An engine whose module is loaded when it is first asked.

    The language-model client costs a worker 17 MB and 0.6 s, which a house without a model should not pay."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    @cached_property
    def _engine(self) -> Engine:
        return cast(Engine, getattr(import_module(self._module), self._name)())

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """As the engine itself."""
        return self._engine.analyse(brief, call)

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """As the engine itself."""
        return self._engine.questions(brief, skill, wanted, call)


ENGINES: dict[str, Engine] = {
    "library": LibraryEngine(),
    "openai": Later("interviews.engines.openai_engine", "OpenAIEngine"),
}
