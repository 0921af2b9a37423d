"""The tokens of a clause as the tagger sees them, each with its exact place in the description."""

import re
from dataclasses import dataclass

from interviews.engines.library.reading import Clause

LONGEST = 40
MASK = "\x1f"
_TOKEN = re.compile(r"\x1f+|\.?\w[\w+#'’-]*(?:\.\w+)*|[^\w\s,]")


@dataclass(frozen=True)
class Token:
    """A word, a sign or a masked stretch. The text is cut to `LONGEST` signs, the place is whole.

    A comma is no token, for the training data has none; `parted` tells that one stood before."""

    text: str
    start: int
    end: int
    parted: bool = False


def tokens(clause: Clause) -> list[Token]:
    """The tokens of a clause in order, in linear time."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(clause.text):
        text = MASK if match.group()[0] == MASK else match.group()[:LONGEST]
        parted = "," in clause.text[last : match.start()]
        found.append(Token(text, clause.start + match.start(), clause.start + match.end(), parted))
        last = match.end()
    return found
