"""The engines that write plans, by name."""

from interviews.engines.base import Engine
from interviews.engines.library.engine import LibraryEngine
from interviews.engines.openai_engine import OpenAIEngine

ENGINES: dict[str, Engine] = {
    "library": LibraryEngine(),
    "openai": OpenAIEngine(),
}
