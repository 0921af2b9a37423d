"""Questions that may not be put to a candidate, matched to the person asked and not to bare words.

The topics follow the United States EEOC's guidance on pre-employment inquiries and the acts it enforces; the first seven
block publishing for good, the others until a lawful ground is chosen."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from interviews.checks.abroad import abroad
from interviews.checks.sieve import Sieve
from interviews.checks.topics_always import ALWAYS
from interviews.checks.topics_with_ground import WITH_GROUND
from interviews.checks.words import Text, found, spoken
from interviews.drafts import Finding, Language

TOPICS = ALWAYS + WITH_GROUND

# Patterns, and for each the code of its topic.
Ways = tuple[tuple[str, ...], Sieve]


def prohibited(text: Text, language: Language = "English") -> Iterator[Finding]:
    """A finding for each prohibited topic that a text puts to the candidate, in English or in the plan's language.

    What others say in the text does not count."""
    words = spoken(text.words)
    matched = _matched(words, "English")
    if language != "English":
        matched = _matched(words, language) | matched
    for topic in TOPICS:
        if matched.get(topic.code):
            yield found(
                text,
                f"prohibited.{topic.code}",
                matched[topic.code],
                f"This asks the candidate about {topic.name}, which an interview may not do.",
                suggestion=topic.instead,
            ).model_copy(update={"blocks": "always" if topic.always else "ground"})


def _matched(words: str, language: Language) -> dict[str, str]:
    """The topics, by their code, that a text puts to the candidate, each with the words by which it does."""
    codes, sieve = _ways(language)
    matched: dict[str, str] = {}
    for number, match in sieve.matches(words):
        matched.setdefault(codes[number], match.group(0).strip())
    return matched


@cache
def _ways(language: Language) -> Ways:
    """Every way in which a topic is asked in one language."""
    if language == "English":
        return _ENGLISH
    return _sifted([(code, pattern) for code, patterns in abroad(language).items() for pattern in patterns])


def _sifted(ways: Sequence[tuple[str, re.Pattern[str]]]) -> Ways:
    return tuple(code for code, _ in ways), Sieve(pattern for _, pattern in ways)


# Made when a process starts: the first edit should not wait for it.
_ENGLISH = _sifted([(topic.code, pattern) for topic in TOPICS for pattern in topic.patterns])
