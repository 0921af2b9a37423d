"""What the tagger looks at: the words of a clause, their shapes and endings, their neighbours, and known names.

A change here, in the tokens, the reader or the lexicon asks for training anew (`TAGGER.md`)."""

import re
from functools import cache, lru_cache

from interviews.engines.library.data import words_of
from interviews.engines.library.lexicon import mentions
from interviews.engines.library.reading import Clause
from interviews.engines.library.tokens import Token
from interviews.engines.library.words import stem

SHORT = 30
_REACH = 12
_RUNS = re.compile(r"(.)\1+")


def features(clause: Clause, found: list[Token], before: str = "") -> list[list[str]]:
    """The features of each token of a clause; `before` is the text of the clause before it."""
    texts = [token.text for token in found]
    lows = [text.lower() for text in texts]
    flags = _flags(clause, found)
    shared = _shared(clause, found, flags, before)
    cues = _cues(lows)
    rows = []
    for i, text in enumerate(texts):
        row = [*_own(text), *shared, "g=" + flags[i], "cue=" + cues[i], "later" if i else "first"]
        _neighbours(row, i, lows, texts, flags)
        rows.append(row)
    return rows


def _shared(clause: Clause, found: list[Token], flags: list[str], before: str) -> tuple[str, ...]:
    """What holds for every token: the kind of clause, the short heading above, how many names, how long."""
    heading = before.lower() if len(before) <= SHORT else ""
    named = min(3, sum(flag.startswith("B") for flag in flags))
    return f"k={clause.kind}", f"h={heading}", f"n={named}", f"l={min(5, len(found) // 4)}"


@cache
def _announcing() -> frozenset[str]:
    return frozenset(words_of("announcing.txt"))


def _cues(lows: list[str]) -> list[str]:
    """For each token the last word to its left that announces a skill, if it is near."""
    known = _announcing()
    cues, cue, since = [], "", 0
    for i, low in enumerate(lows):
        cues.append(cue if i - since <= _REACH else "")
        if low in known:
            cue, since = low, i
    return cues


def _flags(clause: Clause, found: list[Token]) -> list[str]:
    """For each token whether it begins or continues a name of the lexicon, and of which kind."""
    flags = ["-"] * len(found)
    named = mentions(clause.text, clause.start)
    place = 0
    for index, token in enumerate(found):
        while place < len(named) and named[place].end <= token.start:
            place += 1
        if place < len(named) and named[place].start < token.end:
            flags[index] = ("B" if named[place].start >= token.start else "I") + named[place].term.kind
    return flags


@lru_cache(maxsize=10_000)
def _own(text: str) -> tuple[str, ...]:
    """What a word is in itself."""
    low = text.lower()
    return (
        "w=" + low,
        "st=" + stem(low),
        "sh=" + _shape(text),
        *(f"p{size}={low[:size]}" for size in (2, 3, 4)),
        *(f"s{size}={low[-size:]}" for size in (2, 3, 4)),
        f"up={sum(letter.isupper() for letter in text) > 1}",
    )


@lru_cache(maxsize=10_000)
def _near(text: str, place: str) -> tuple[str, ...]:
    """What a word says of its neighbour."""
    low = text.lower()
    return f"{place}w={low}", f"{place}sh={_shape(text)}", f"{place}s3={low[-3:]}"


def _shape(text: str) -> str:
    """Capitals, small letters and digits, runs drawn together: "PostgreSQL" is "XxX"."""
    letters = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in text[:12])
    return _RUNS.sub(r"\1", "".join(letters))


def _neighbours(row: list[str], i: int, lows: list[str], texts: list[str], flags: list[str]) -> None:
    last = len(lows) - 1
    if i:
        row.extend(_near(texts[i - 1], "-1"))
        row.extend((f"-1b={lows[i - 1]}|{lows[i]}", "-1g=" + flags[i - 1]))
    if i > 1:
        row.extend(("-2w=" + lows[i - 2], f"-2b={lows[i - 2]}|{lows[i - 1]}"))
    if i > 2:
        row.append("-3w=" + lows[i - 3])
    if i < last:
        row.extend(_near(texts[i + 1], "+1"))
        row.extend((f"+1b={lows[i]}|{lows[i + 1]}", "+1g=" + flags[i + 1]))
    if i < last - 1:
        row.append("+2w=" + lows[i + 2])
