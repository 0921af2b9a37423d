"""The engines that write plans, by name."""

from interviews.engines.base import Engine
from interviews.engines.library.engine import LibraryEngine

ENGINES: dict[str, Engine] = {
    "library": LibraryEngine(),
}
