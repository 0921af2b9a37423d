"""Changes the settings of a plan, and what its opening says of them along with it."""

from interviews.drafts import General, PlanDraft, Proctoring
from interviews.library.scripts import Form, retold


def with_settings(
    plan: PlanDraft, *, general: General | None = None, proctoring: Proctoring | None = None
) -> PlanDraft:
    """The plan with other settings; None keeps what it has.

    Sentences of the opening that still stand as the product wrote them tell the new length and order; what a person
    wrote there stays."""
    before = Form.of(plan.general, plan.proctoring)
    changed = plan.model_copy(
        update={"general": general or plan.general, "proctoring": proctoring or plan.proctoring},
    )
    now = Form.of(changed.general, changed.proctoring)
    return changed.model_copy(update={"opening": retold(plan.opening, before, now)}) if now != before else changed
