"""What is wrong with a plan: pure functions that every plan passes through, whoever wrote it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from interviews.checks.fixing.screening import screened
from interviews.checks.mending import mended
from interviews.checks.remembered import found_in_question, found_in_text
from interviews.checks.whole import whole
from interviews.checks.words import Text, texts_beside
from interviews.drafts import Finding, Language, PlanDraft, QuestionDraft

__all__ = ["check", "check_question", "mended"]

MOST_A_CODE = 5
_ORDER = {"always": 0, "ground": 1, "no": 2}

Placed = tuple[str, Finding]


def check(plan: PlanDraft) -> list[Finding]:
    """Every finding of a plan, what blocks publishing first; of the others at most five of a kind.

    What blocks is never left out: each needs its own lawful ground, or has to go. What was found in a text or a
    question is remembered by its content, so that checking a plan again after an edit costs little more than the edit."""
    language = plan.general.language
    found: list[Placed] = []
    ratings: list[Placed] = []
    for number, skill in enumerate(plan.skills):
        name = Text(f"skills.{number}.name", "skill", skill.name)
        found += _at(name.where, found_in_text(name, language))
        for place, question in enumerate(skill.questions):
            where = f"skills.{number}.questions.{place}"
            texts, rating = found_in_question(question, language)
            if question.locked or skill.locked:
                texts, rating = _without_fixes(texts), _without_fixes(rating)
            found += _at(where, texts)
            ratings += _at(where, rating)
    for text in texts_beside(plan):
        found += _at(text.where, found_in_text(text, language))
    found += [*ratings, *_at("", whole(plan))]
    return sorted((screened(plan, one) for one in _few(found)), key=lambda finding: _ORDER[finding.blocks])


def check_question(question: QuestionDraft, where: str, language: Language = "English") -> list[Finding]:
    """Every finding of one question by itself, in the order of its parts."""
    texts, rating = found_in_question(question, language)
    return [finding.at(where) for finding in texts + rating]


def _without_fixes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is locked stays as it is: nothing is offered to be done about it."""
    return tuple(finding.model_copy(update={"fix": None}) if finding.fix else finding for finding in findings)


def _at(where: str, findings: Iterable[Finding]) -> Iterator[Placed]:
    return ((where, finding) for finding in findings)


def _few(found: Sequence[Placed]) -> Iterator[Finding]:
    counted = Counter(finding.code for _, finding in found if finding.blocks == "no")
    seen: Counter[str] = Counter()
    for where, finding in found:
        seen[finding.code] += finding.blocks == "no"
        if finding.blocks != "no" or seen[finding.code] <= MOST_A_CODE:
            placed = finding.at(where)
            if seen[finding.code] == MOST_A_CODE and counted[finding.code] > MOST_A_CODE:
                placed.reason += f" There are {counted[finding.code] - MOST_A_CODE} more like this."
            yield placed
