"""What is wrong with a plan: pure functions that every plan passes through, whoever wrote it."""

from interviews.checks.craft import craft, rating
from interviews.checks.prohibited import prohibited
from interviews.checks.whole import whole
from interviews.checks.words import texts
from interviews.drafts import Finding, PlanDraft

__all__ = ["check"]


def check(plan: PlanDraft) -> list[Finding]:
    """Every finding of a plan, what blocks publishing first."""
    found: list[Finding] = []
    for text in texts(plan):
        found += prohibited(text)
        found += craft(text)
    for number, skill in enumerate(plan.skills):
        for place, question in enumerate(skill.questions):
            found += rating(question, f"skills.{number}.questions.{place}")
    found += whole(plan)
    order = {"always": 0, "ground": 1, "no": 2}
    return sorted(found, key=lambda finding: order[finding.blocks])
