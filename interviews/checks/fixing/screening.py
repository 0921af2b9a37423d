"""A question that asks nothing but what may not be asked goes; what may be asked instead is settled before the interview."""

import re

from interviews.checks.fixing.protected import lawful
from interviews.drafts import Finding, Fix, PlanDraft, Replacement

_PROMPT = re.compile(r"skills\.(\d+)\.questions\.(\d+)\.prompt")


def screened(plan: PlanDraft, finding: Finding) -> Finding:
    """A finding of a plan, with this fix if it is about a forbidden prompt that no rule can reword."""
    found = _PROMPT.fullmatch(finding.where)
    if found is None or finding.fix or not finding.code.startswith("prohibited."):
        return finding
    skill = plan.skills[int(found[1])]
    question = skill.questions[int(found[2])]
    if question.locked or skill.locked:
        return finding
    where = finding.where.removesuffix(".prompt")
    gone = Replacement(where=where, was=question.prompt, becomes=None)
    instead = lawful(finding, plan.general.language)
    if not instead or instead in plan.screen_first:
        fix = Fix(says="Remove this question, with its probes, criteria and scale.", replacements=[gone])
    else:
        line = Replacement(where=f"screen_first.{len(plan.screen_first)}", was=None, becomes=instead)
        says = f'Ask "{instead}" before the interview, and remove this question, with its probes, criteria and scale.'
        fix = Fix(says=says, replacements=[line, gone])
    return finding.model_copy(update={"fix": fix})
