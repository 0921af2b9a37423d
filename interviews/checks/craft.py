"""How a question is made: one ask, open, neutral, spoken; words that judge nobody; a rating that can be seen."""

from collections.abc import Iterator

from interviews.checks.asks import asks, neutral
from interviews.checks.judging import judging
from interviews.checks.minutes import of_type
from interviews.checks.probes import probes
from interviews.checks.ratings import rated
from interviews.checks.ratings import rating as rating_of
from interviews.checks.unfilled import personal, unfilled
from interviews.checks.words import ASKED, RATED, Text
from interviews.drafts import Finding, QuestionDraft


def craft(text: Text) -> Iterator[Finding]:
    """What is wrong with how one text is made."""
    yield from unfilled(text)
    if text.part in ASKED | RATED | {"skill"}:
        yield from personal(text)
    if text.part != "why":
        yield from judging(text)
    if text.part in {"prompt", "alternate"}:
        yield from asks(text)
    elif text.part == "probe":
        yield from neutral(text)
    yield from rated(text)


def rating(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """What is wrong between the parts of one question: its probes, its anchors, its minutes."""
    yield from rating_of(question, where)
    yield from probes(question, where)
    yield from of_type(question, where)
