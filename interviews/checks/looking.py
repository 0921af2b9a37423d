"""Looks at one text or one question with every check, and remembers nothing."""

from collections.abc import Iterator

from interviews.checks.craft import craft, rating
from interviews.checks.prohibited import prohibited
from interviews.checks.words import Text, of_question
from interviews.drafts import Finding, Language, QuestionDraft


def in_text(text: Text, language: Language = "English") -> Iterator[Finding]:
    """What is wrong with one text."""
    if text.part != "why":
        yield from prohibited(text, language)
    yield from craft(text)


def in_question(question: QuestionDraft, where: str, language: Language = "English") -> Iterator[Finding]:
    """What is wrong with a question: first its texts, then what stands between its parts."""
    for text in of_question(question, where):
        yield from in_text(text, language)
    yield from rating(question, where)
