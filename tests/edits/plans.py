"""A plan that tests of the verbs change."""

from typing import Any

from interviews.drafts import PlanDraft, PlannedSkill
from tests import samples


def a_plan(**more: Any) -> PlanDraft:
    """Three skills (ids 1 to 3, weights 40, 40, 20, the last one a nice-to-have) with questions 11, 12; 21; 31.

    The second one has evidence."""
    asked = {1: (11, 12), 2: (21,), 3: (31,)}
    made = [
        PlannedSkill(
            id=number,
            name=f"Skill {number}",
            importance="nice_to_have" if number == 3 else "must_have",
            weight=20 if number == 3 else 40,
            evidence=[samples.evidence("Count stock")] if number == 2 else [],
            questions=[samples.question(f"Question {one}?", id=one) for one in asked[number]],
        )
        for number in asked
    ]
    return samples.plan(**{"skills": made, "gaps": []} | more)
