"""Words and their stems: the one way by which texts of this library are compared."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from interviews.checks.stems import without_ending
from interviews.engines.library.data import words_of

_WORD = re.compile(r"[^\W\d_](?:[\w'’+#]|[./&-](?=\w))*|\d+(?:[.,]\d+)*")
_SPLIT = re.compile(r"[/\-.&]")
_ENDINGS = (
    "isation", "ization", "ational", "ations", "ation", "ments", "ment", "nesses", "ness", "ities", "ity",
    "ically", "ingly", "ings", "ing", "ions", "ion", "ances", "ance", "ory", "ers", "ors", "ies", "ied",
    "ed", "er", "or", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int

    @cached_property
    def lower(self) -> str:
        """The word in lower case, with a straight apostrophe and without the possessive."""
        return self.text.lower().replace("’", "'").removesuffix("'s").rstrip("'")


def words(text: str, offset: int = 0) -> list[Word]:
    """The words and numbers of a text in order; positions count from `offset`."""
    return [Word(match.group(), offset + match.start(), offset + match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending: "maintains", "maintaining" and "maintenance" are all "maint"-like stems."""
    word = without_ending(word, _ENDINGS)
    return word.removesuffix("e") if len(word) > 4 else word


@cache
def stopwords() -> frozenset[str]:
    """Words that carry no matter in a posting: the grammar, and what every posting says."""
    return frozenset(words_of("stopwords.txt"))


@cache
def common() -> frozenset[str]:
    """The stems of words that postings of any trade use: alone they show no skill."""
    return frozenset(stem(word) for word in words_of("common.txt"))


def parts(word: str) -> list[str]:
    """The words of a compound: "lock-out" is "lock" and "out"."""
    return [part for part in _SPLIT.split(word) if part]


def stems(text: str) -> list[str]:
    """The stems of the words that carry matter, in order."""
    return [
        stem(part)
        for word in words(text)
        for part in parts(word.lower)
        if part not in stopwords() and (len(part) > 1 or part in "rc") and not part[0].isdigit()
    ]


_PLAIN = re.compile(r"[a-z][a-z0-9+#]*")


def plain_stems(text: str) -> list[str]:
    """The same stems, several times faster, of a text in small plain letters, as the library's cues are."""
    if not text.isascii() or "'" in text or not text.islower():
        return stems(text)
    stop = stopwords()
    return [stem(word) for word in _PLAIN.findall(text) if word not in stop and (len(word) > 1 or word in "rc")]
