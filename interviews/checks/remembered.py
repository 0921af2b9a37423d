"""What was found in a text or in a question, remembered by its content: after an edit most of a plan is as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from interviews.checks.craft import craft, rating
from interviews.checks.prohibited import prohibited
from interviews.checks.words import Text, of_question
from interviews.drafts import Finding, Language, QuestionDraft

# Some fifty plans of twenty questions in each process, and what stands beside them.
QUESTIONS, TEXTS = 1_000, 1_000


@dataclass(frozen=True)
class _Asked:
    """A question that is equal to another one if all that the checks read of them is."""

    content: tuple[Any, ...]
    question: QuestionDraft = field(compare=False)


def found_in_question(
    question: QuestionDraft, where: str, language: Language = "English"
) -> tuple[list[Finding], list[Finding]]:
    """The findings in the texts of a question, and those between its parts."""
    texts, between = _of_question(_Asked(_content(question), question), language)
    return placed(texts, where), placed(between, where)


def found_in_text(text: Text, language: Language = "English") -> list[Finding]:
    """The findings in one text."""
    return placed(_of_text(text.part, text.words, language), text.where)


def placed(findings: Sequence[Finding], where: str) -> list[Finding]:
    """Copies of findings whose places begin at `where`."""
    return [finding.model_copy(update={"where": where + finding.where}) for finding in findings]


@lru_cache(QUESTIONS)
def _of_question(asked: _Asked, language: Language) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    found = [finding for text in of_question(asked.question, "") for finding in _found(text, language)]
    return tuple(found), tuple(rating(asked.question, ""))


@lru_cache(TEXTS)
def _of_text(part: str, words: str, language: Language) -> tuple[Finding, ...]:
    return tuple(_found(Text("", part, words), language))


def _found(text: Text, language: Language) -> Iterator[Finding]:
    if text.part != "why":
        yield from prohibited(text, language)
    yield from craft(text)


def _content(question: QuestionDraft) -> tuple[Any, ...]:
    return (
        question.prompt,
        question.alternate,
        question.why,
        question.type,
        question.minutes,
        tuple(probe.text for probe in question.follow_ups),
        tuple(question.evaluation_criteria),
        tuple((anchor.score, anchor.anchor) for anchor in question.rating_scale),
        tuple(question.red_flags),
    )
