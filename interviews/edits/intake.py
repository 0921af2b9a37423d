"""What the team said about the job, said anew."""

from interviews.drafts import Intake, PlanDraft


def with_intake(plan: PlanDraft, intake: Intake) -> PlanDraft:
    """The plan with these answers; its skills and questions stay as they are until they are written again."""
    return plan.model_copy(update={"intake": intake})
