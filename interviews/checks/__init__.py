"""What is wrong with a plan: pure functions that every plan passes through, whoever wrote it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from interviews.checks.mending import mended
from interviews.checks.remembered import found_in_question, found_in_text
from interviews.checks.whole import whole
from interviews.checks.words import Text, texts_beside
from interviews.drafts import Finding, Language, PlanDraft, QuestionDraft

__all__ = ["check", "check_question", "mended"]

MOST_A_CODE = 5
_ORDER = {"always": 0, "ground": 1, "no": 2}


def check(plan: PlanDraft) -> list[Finding]:
    """Every finding of a plan, what blocks publishing first; of the others at most five of a kind.

    What blocks is never left out: each needs its own lawful ground, or has to go. What was found in a text or a
    question is remembered by its content, so that checking a plan again after an edit costs little more than the edit."""
    language = plan.general.language
    found: list[Finding] = []
    ratings: list[Finding] = []
    for number, skill in enumerate(plan.skills):
        found += found_in_text(Text(f"skills.{number}.name", "skill", skill.name), language)
        for place, question in enumerate(skill.questions):
            texts, rating = found_in_question(question, f"skills.{number}.questions.{place}", language)
            found += texts
            ratings += rating
    for text in texts_beside(plan):
        found += found_in_text(text, language)
    found += [*ratings, *whole(plan)]
    return sorted(_few(found), key=lambda finding: _ORDER[finding.blocks])


def check_question(question: QuestionDraft, where: str, language: Language = "English") -> list[Finding]:
    """Every finding of one question by itself, in the order of its parts."""
    texts, rating = found_in_question(question, where, language)
    return texts + rating


def _few(found: Iterable[Finding]) -> Iterator[Finding]:
    every = list(found)
    counted = Counter(finding.code for finding in every if finding.blocks == "no")
    seen: Counter[str] = Counter()
    for finding in every:
        seen[finding.code] += finding.blocks == "no"
        if seen[finding.code] == MOST_A_CODE and counted[finding.code] > MOST_A_CODE:
            more = counted[finding.code] - MOST_A_CODE
            finding = finding.model_copy(update={"reason": f"{finding.reason} There are {more} more like this."})
        if finding.blocks != "no" or seen[finding.code] <= MOST_A_CODE:
            yield finding
