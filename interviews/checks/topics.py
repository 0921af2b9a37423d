"""What a prohibited topic is made of, and how a text reaches the person who is asked."""

import re
from dataclasses import dataclass

# "your own age", "the candidate's age": the person asked, not "your patient's age".
YOUR = r"\b(?:your|(?:candidate|applicant|interviewee)'s)(?: own| current| present| exact)? "
DO_YOU = (
    r"\b(?:do|did|have|had|are|were|will|would|can|could) (?:you|the candidate|the applicant)"
    r"(?: ever| already| currently| now| still| personally| really)? "
)


@dataclass(frozen=True)
class Topic:
    """A prohibited topic: its code, its name in a sentence, what to ask instead, and how it sounds."""

    code: str
    name: str
    instead: str
    always: bool
    patterns: tuple[re.Pattern[str], ...]


def topic(code: str, name: str, instead: str, *patterns: str, always: bool = False) -> Topic:
    """A topic out of the ways in which it is asked."""
    return Topic(code, name, instead, always, tuple(re.compile(pattern, re.I) for pattern in patterns))
