"""Texts as they go onto paper: without what no page can show, cut where there is one line, with their direction."""

import re
import unicodedata
from datetime import date
from typing import Literal

from interviews.drafts import Language

MISSING = "…"

# Control characters, overrides of the reading direction, and what is no character at all.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_GAPS = re.compile(r"\n\s*\n\s*")

# As `%B` would say it where nobody set another locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

LANGUAGE_CODES: dict[Language, str] = {
    "English": "en",
    "Spanish": "es",
    "French": "fr",
    "German": "de",
    "Italian": "it",
    "Portuguese": "pt",
    "Russian": "ru",
    "Dutch": "nl",
    "Polish": "pl",
    "Turkish": "tr",
    "Vietnamese": "vi",
    "Indonesian": "id",
    "Filipino": "fil",
    "Malay": "ms",
    "Arabic": "ar",
    "Korean": "ko",
    "Hebrew": "he",
}


def printable(text: str) -> str:
    """A text of one or more paragraphs, these separated by one line end, without control characters."""
    plain = _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _GAPS.sub("\n", plain).strip()


def in_one_line(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def shortened(text: str, most: int) -> str:
    """A text on one line of at most `most` characters, cut at a space where there is one."""
    line = in_one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    at_a_space, _space, rest = kept.rpartition(" ")
    return (at_a_space if at_a_space and len(rest) < most // 2 else kept).rstrip(" ,.;:") + MISSING


def direction(text: str) -> Literal["ltr", "rtl"]:
    """The reading direction of a text: that of its first letter that has one."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def counted(count: int, one: str, more: str = "") -> str:
    """A number with its noun: "1 question", "4 questions"."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def day(on: date | None) -> str:
    """A day as people write it: "7 November 2026", empty for none."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}" if on else ""
