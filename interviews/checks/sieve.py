"""Which of many patterns a text can match at all: each must find some letters in it, and looking for those is cheap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Needles = frozenset[str]

# What a pattern that ignores case takes for a plain letter beside that letter's own two cases.
_FOLDED = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})


class Sieve:
    """A number of patterns, and for each the letters of which a text must hold one lest the pattern fail.

    The letters are read from the parsed pattern; a part that is not understood asks for none, so that nothing that a
    pattern matches is ever held back."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self._always: list[int] = []
        holding: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            needles = needles_of(pattern)
            if not needles:
                self._always.append(number)
            for needle in needles:
                holding.setdefault(needle, []).append(number)
        self._holding = tuple(holding.items())

    def matches(self, words: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The first match of every pattern that has one, each with the number of its pattern, in their order."""
        for number in self._likely(words):
            match = self.patterns[number].search(words)
            if match:
                yield number, match

    def first(self, words: str) -> re.Match[str] | None:
        """The match of the first pattern that has one."""
        return next((match for _, match in self.matches(words)), None)

    def _likely(self, words: str) -> list[int]:
        text = folded(words)
        numbers = set(self._always)
        for needle, holders in self._holding:
            if needle in text:
                numbers.update(holders)
        return sorted(numbers)


def folded(words: str) -> str:
    """A text in which every letter that a pattern takes for a plain one, case ignored, is that one."""
    return words.translate(_FOLDED).lower()


@lru_cache(maxsize=4096)
def needles_of(pattern: re.Pattern[str]) -> Needles:
    """Strings of plain lower-case letters and signs of which every text that matches holds one; empty: unknown."""
    return _best(_required(parser.parse(pattern.pattern, pattern.flags)))


def _best(sets: Sequence[Needles]) -> Needles:
    """Of several sets that must each be met, the most telling one: long needles, and few of them."""
    return max(sets, key=lambda needles: (min(map(len, needles)), -len(needles)), default=frozenset())


def _required(tree: Any) -> list[Needles]:
    found: list[Needles] = []
    run = ""
    for operation, argument in tree:
        if operation is ops.LITERAL and argument < 128:
            run += chr(argument).lower()
        elif operation not in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            found += [frozenset([run])] if run else []
            run = ""
            found += _inside(operation, argument)
    return [*found, frozenset([run])] if run else found


def _inside(operation: Any, argument: Any) -> list[Needles]:
    if operation is ops.SUBPATTERN:
        return _required(argument[3])
    if operation in (ops.MAX_REPEAT, ops.MIN_REPEAT) and argument[0] >= 1:
        return _required(argument[2])
    if operation is ops.BRANCH:
        every = [_best(_required(branch)) for branch in argument[1]]
        return [frozenset().union(*every)] if all(every) else []
    return []
