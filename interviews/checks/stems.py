"""Which words of a text carry matter, by stem: how two texts of a question are compared."""

import re
from collections.abc import Sequence
from functools import lru_cache

from interviews.checks.word_lists import EVERYDAY, GRADED, GRADES, GRAMMAR

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_ENDINGS = (
    "ations", "ation", "ingly", "ings", "ing", "ments", "ment", "ness", "ions", "ion", "ies", "ied", "edly", "ers", "ors",
    "ed", "er", "or", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SAYS_HOW_MUCH = GRADES | GRADED | GRAMMAR
MOST_LETTERS = 7
LEAST_ENGLISH = 0.15


def without_ending(word: str, endings: Sequence[str]) -> str:
    """A word without the first of some endings that it has, and without the letter that was doubled before it."""
    word = word.removesuffix("'s")
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, cut to seven letters."""
    return without_ending(word, _ENDINGS)[:MOST_LETTERS]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower().replace("’", "'"))


def matter(*texts: str) -> frozenset[str]:
    """The stems of the words that carry matter."""
    return frozenset(stem(word) for text in texts for word in words_of(text) if word not in EVERYDAY and len(word) > 1)


def ungraded(text: str) -> tuple[str, ...]:
    """What a text says beside how much of it: of "a very good understanding of the valve" the valve is left."""
    return tuple(stem(word) for word in words_of(text) if word not in _SAYS_HOW_MUCH)


def grades(text: str) -> bool:
    """Whether a text holds a word that says how much or how well."""
    return any(word in GRADES for word in words_of(text))


def reads_english(*texts: str) -> bool:
    """Whether texts are written in English, so that their words can be compared by these lists."""
    every = [word for text in texts for word in words_of(text)]
    return bool(every) and sum(word in GRAMMAR for word in every) / len(every) >= LEAST_ENGLISH
