"""Leaves out an address or a number by which somebody can be found, where the sentence stands without it."""

import re

from interviews.checks.fixing.spot import Spot
from interviews.drafts import Fix

FEWEST_WORDS = 3
_LABEL = r"(?:(?:e-?mail|mail|phone|telephone|tel|mobile|fax|contact|profile|linkedin)\.?:? )"
MOST_TIMES = 5


def personal(spot: Spot) -> Fix | None:
    """The text without what is personal in it: with its brackets, its label or the word that leads to it."""
    text, words = spot.text.words, spot.finding.words
    for _ in range(MOST_TIMES):
        shorter = _without(text, words)
        if not shorter:
            break
        text = shorter
        if not spot.is_found_in(text):
            return spot.rewritten(text) if len(text.split()) >= FEWEST_WORDS else None
    return spot.left_out() if spot.text.part in {"probe", "red flag"} else None


def _without(text: str, words: str) -> str:
    data = re.escape(words)
    ways = (
        rf" ?\((?:\w+[ :]+){{0,3}}{data}\)",
        rf",? (?:(?:at|on|under|via|through|by) ){_LABEL}?{data}(?=[ .,;:?!)]|$)",
        rf"[,;]? {_LABEL}{data}(?=[ .,;:?!)]|$)",
    )
    for way in ways:
        shorter, count = re.subn(way, "", text, count=1, flags=re.I)
        if count:
            return shorter.strip()
    return ""
