"""The data files beside the code: named blocks of lines, and word lists."""

from functools import cache
from pathlib import Path

from interviews.library.parsing import parsed

_HERE = Path(__file__).parent


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
