"""What can only be seen in the whole plan: minutes, weights, skills, near-duplicates; the wording of the description and the
intake."""

from collections.abc import Iterator

from interviews.checks.description import biased
from interviews.checks.duplicates import near_duplicates
from interviews.checks.fixing.whole import with_fixes
from interviews.checks.intake import of_intake
from interviews.checks.language import of_language
from interviews.checks.minutes import of_plan
from interviews.checks.opening import of_opening
from interviews.checks.samples import left_behind
from interviews.drafts import Finding, PlanDraft

MOST_A_SKILL = 2


def whole(plan: PlanDraft) -> Iterator[Finding]:
    """Findings about the plan as a whole."""
    yield from with_fixes(plan, [*of_plan(plan), *_skills(plan), *near_duplicates(plan), *left_behind(plan)])
    yield from of_language(plan)
    yield from of_opening(plan)
    yield from biased(plan)
    yield from of_intake(plan)


def _skills(plan: PlanDraft) -> Iterator[Finding]:
    total = sum(skill.weight for skill in plan.skills)
    if total != 100:
        reason = f"The weights of the skills sum to {total}, not to 100."
        yield Finding(
            code="plan.weights", words=f"weights {total}", reason=reason, suggestion="Spread 100 over the skills."
        )
    for number, skill in enumerate(plan.skills):
        where = f"skills.{number}"
        if skill.importance == "must_have" and not skill.questions:
            reason = f"{skill.name} is a must-have and no question asks for it."
            suggestion = "Add a question for it, have one written, or make it a nice-to-have."
            yield Finding(
                code="plan.must_have_unasked", where=where, words=skill.name, reason=reason, suggestion=suggestion
            )
        if skill.importance == "must_have" and not skill.weight and total == 100:
            reason = f"{skill.name} is a must-have and weighs nothing: no answer to it moves the score."
            yield Finding(
                code="plan.must_have_weightless",
                where=where,
                words=skill.name,
                reason=reason,
                suggestion="Give it a weight, or make it a nice-to-have.",
            )
        if len(skill.questions) > MOST_A_SKILL:
            reason = f"{len(skill.questions)} questions on one skill leave little time for the others."
            suggestion = f"Keep the {MOST_A_SKILL} that tell most."
            yield Finding(
                code="plan.many_on_one_skill", where=where, words=skill.name, reason=reason, suggestion=suggestion
            )
