"""Looks at one text or one question with every check. What was found in a text is remembered by its words."""

from collections.abc import Iterator
from functools import lru_cache

from interviews.checks.craft import craft, rating
from interviews.checks.prohibited import prohibited
from interviews.checks.words import Text, of_question
from interviews.drafts import Finding, Language, QuestionDraft

# The texts of some twenty long plans in each process.
TEXTS = 10_000


def in_text(text: Text, language: Language = "English") -> list[Finding]:
    """What is wrong with one text."""
    return [finding.at(text.where) for finding in _in_text(text.part, text.words, language)]


def in_question(question: QuestionDraft, where: str, language: Language = "English") -> Iterator[Finding]:
    """What is wrong with a question: first its texts, then what stands between its parts."""
    for text in of_question(question, where):
        yield from in_text(text, language)
    yield from rating(question, where)


@lru_cache(TEXTS)
def _in_text(part: str, words: str, language: Language) -> tuple[Finding, ...]:
    text = Text("", part, words)
    forbidden = tuple(prohibited(text, language)) if part != "why" else ()
    # What may not be asked is not to be asked in better words either.
    written = (finding.model_copy(update={"suggestion": ""}) if forbidden else finding for finding in craft(text))
    return (*forbidden, *written)
