"""What was found in a text or in a question, remembered by its content: after an edit most of a plan is as it was."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from interviews.checks.craft import rating
from interviews.checks.fixing import of_question_with_fixes, of_text_with_fixes
from interviews.checks.looking import in_text
from interviews.checks.words import Text, of_question
from interviews.drafts import Finding, Language, QuestionDraft

# Some fifty plans of twenty questions in each process, and the texts that stand beside them.
QUESTIONS, TEXTS = 1_000, 1_000

Findings = tuple[Finding, ...]


@dataclass(frozen=True)
class _Asked:
    """A question that is equal to another one if all that the checks read of them is."""

    content: tuple[Any, ...]
    question: QuestionDraft = field(compare=False)


def found_in_question(question: QuestionDraft, language: Language) -> tuple[Findings, Findings]:
    """The findings in the texts of a question, and those between its parts; to be placed where the question stands."""
    return _of_question(_Asked(_content(question), question), language)


def found_in_text(text: Text, language: Language) -> Findings:
    """The findings in one text that stands beside the questions; to be placed where it stands."""
    return _of_text(text.part, text.words, language)


@lru_cache(QUESTIONS)
def _of_question(asked: _Asked, language: Language) -> tuple[Findings, Findings]:
    texts = [finding for text in of_question(asked.question, "") for finding in in_text(text, language)]
    every = of_question_with_fixes(asked.question, [*texts, *rating(asked.question, "")], language)
    return tuple(every[: len(texts)]), tuple(every[len(texts) :])


@lru_cache(TEXTS)
def _of_text(part: str, words: str, language: Language) -> Findings:
    text = Text("", part, words)
    return tuple(of_text_with_fixes(text, in_text(text, language), language))


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
