"""What stands on the plan itself, and not on one of its parts: its name, scripts, lists and intake answers."""

from typing import Any

from interviews.drafts import Intake, PlanDraft
from interviews.edits.fields import wanted_changes


def write_texts(plan: PlanDraft, sent: dict[str, Any], seen: dict[str, str]) -> PlanDraft:
    """Gives those fields new values that the person changed; the answers of the intake count as fields of their own.

    `sent` and `seen` as for `wanted_changes`. Raises Changed, and pydantic's ValidationError."""
    changes = wanted_changes(dict(plan) | dict(plan.intake), sent, seen)
    answers = {name: changes.pop(name) for name in Intake.model_fields if name in changes}
    if answers:
        changes["intake"] = Intake.model_validate(dict(plan.intake) | answers)
    return PlanDraft.model_validate(dict(plan) | changes) if changes else plan
