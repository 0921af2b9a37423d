"""What was never filled in, and what should never have been: slots, and data of people."""

import re
from collections.abc import Iterator

from interviews.checks.sieve import Sieve
from interviews.checks.words import Text, found
from interviews.drafts import Finding

_SLOT = re.compile(
    r"\{[a-z_ ]{1,30}\|[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|\{[a-z_ ]{2,40}\}|\{\d\}|<[A-Z_ ]{3,30}>|(?i:<(?:skill|role|company|name|tool|job title)>)|"
    r"(?i:\[(?:insert|skill|role|company|name|your|tool|job)\b[^\]\[]{0,80}\])|\bTODO\b|\bTBD\b|\bX{3,}\b|(?i:lorem ipsum)|_{4,}",
)
_PERSONAL = re.compile(
    r"\b(?!git@)[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.]{0,60}|\b(?:linkedin\.com/in|facebook\.com|instagram\.com|xing\.com/profile)/[\w.-]{1,60}|"
    r"(?<![\d.,])(?!\d{4}-\d\d-\d\d)(?!\d{1,3}(?:[ ,.]\d{3}){1,5}(?![\d ]))(?:\+|\(?0|\(?\d)(?:[ ()/-]{0,2}\d){8,14}(?![\d.,]?\d)"
)
# Personal data has one of these; most texts have none.
_HOLDS_ANY = re.compile(r"[@/\d]")
_SLOTS = Sieve([_SLOT])


def unfilled(text: Text) -> Iterator[Finding]:
    """A slot that a library or a model left open."""
    match = _SLOTS.first(text.words)
    if match:
        yield found(text, "craft.unfilled", match.group(0), "A place in this text was never filled.")


def personal(text: Text) -> Iterator[Finding]:
    """An address, a number or a profile by which somebody can be found."""
    match = _PERSONAL.search(text.words) if _HOLDS_ANY.search(text.words) else None
    if match:
        reason = "Personal data has no place in a plan; leave it out."
        yield found(text, "privacy.personal_data", match.group(0), reason)
