"""What every check is made of: the texts of a plan with their places, and how a finding is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.drafts import PlanDraft, QuestionDraft


@dataclass(frozen=True)
class Text:
    """A text of a plan: its place, its part (prompt, probe, criterion, anchor, red flag, alternate), its words."""

    where: str
    part: str
    words: str


def texts(plan: PlanDraft) -> Iterator[Text]:
    """Every text of every question, with its place."""
    for number, skill in enumerate(plan.skills):
        for place, question in enumerate(skill.questions):
            yield from of_question(question, f"skills.{number}.questions.{place}")


def of_question(question: QuestionDraft, where: str) -> Iterator[Text]:
    """Every text of one question."""
    yield Text(f"{where}.prompt", "prompt", question.prompt)
    if question.alternate:
        yield Text(f"{where}.alternate", "alternate", question.alternate)
    parts = {
        "follow_ups": ("probe", [probe.text for probe in question.follow_ups]),
        "evaluation_criteria": ("criterion", question.evaluation_criteria),
        "rating_scale": ("anchor", [anchor.anchor for anchor in question.rating_scale]),
        "red_flags": ("red flag", question.red_flags),
    }
    for name, (part, found) in parts.items():
        for index, words in enumerate(found):
            yield Text(f"{where}.{name}.{index}", part, words)
