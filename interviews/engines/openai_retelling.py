"""What the team said is for the team: no question says it to a candidate in the same words."""

import re

from interviews.checks.words import ASKED, of_question
from interviews.drafts import Intake, QuestionDraft

RUN = 6
REPEATED = "It repeats what the team said, which no candidate may hear."
_WORD = re.compile(r"\w+")


def repeats_answers(question: QuestionDraft, intake: Intake) -> bool:
    """Whether something that is said to a candidate has six words in a row from one of the team's answers."""
    told = {run for _, answer in intake for run in _runs(answer)}
    return bool(told) and any(
        run in told for text in of_question(question, "") if text.part in ASKED for run in _runs(text.words)
    )


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
