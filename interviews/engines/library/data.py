"""The data files beside the code: YAML, and word lists in YAML."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str) -> Any:
    """YAML text as plain values, by the C parser where there is one: the library is large."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader


@cache
def lines(name: str) -> dict[str, list[str]]:
    """A data file of named blocks of lines."""
    return {key: str(block).splitlines() for key, block in parsed((_HERE / name).read_text("utf-8")).items()}


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """A data file of named word lists."""
    return {key: frozenset(str(block).split()) for key, block in parsed((_HERE / name).read_text("utf-8")).items()}


@cache
def words_of(name: str) -> tuple[str, ...]:
    """A data file that is one list of words."""
    return tuple((_HERE / name).read_text("utf-8").split())
