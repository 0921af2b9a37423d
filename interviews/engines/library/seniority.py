"""The level of a role, from its title and the years it asks for."""

import re
from functools import cache
from typing import get_args

from interviews.drafts import Seniority
from interviews.engines.library.data import lines

_YEARS = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s?(?:\(\d+\)\s?)?\+?\s?"
    r"(?:(?:-|–|to)\s?(?:\d{1,2}|\w{1,9})\s?\+?\s?)?(?:or more )?(?:years?|yrs?)\b"
)
_NO_EXPERIENCE = re.compile(r"\bno (prior |previous )?experience\b|\bentry[- ]level\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SENIOR_YEARS, MOST_YEARS = 5, 30


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(block)) for name, block in lines("seniority.yaml").items()}


def seniority(role: str, text: str) -> Seniority:
    """entry, mid, senior or lead: the title decides, the years asked for settle what it leaves open."""
    title = role.lower()
    for level in ("lead", "senior", "entry"):
        if _patterns()[level].search(title) and not _excepted(level, title):
            return next(known for known in get_args(Seniority) if known == level)
    said = " ".join(text.lower().split())
    years = _years(said)
    if years is None:
        return "entry" if _NO_EXPERIENCE.search(said) else "mid"
    return "senior" if years >= SENIOR_YEARS else "mid"


def _excepted(level: str, title: str) -> bool:
    known = _patterns()
    if level == "lead":
        above = known["above"].search(title) and not known["assistant"].search(title)
        return bool(known["not_lead"].search(title)) and not above
    return level == "entry" and bool(known["assistant"].search(title))


def _years(text: str) -> int | None:
    found = [
        _number(match[1]) for match in _YEARS.finditer(text) if "experience" in text[match.start() : match.end() + 120]
    ]
    sensible = [years for years in found if years <= MOST_YEARS]
    return min(sensible) if sensible else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1
