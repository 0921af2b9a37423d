"""Skills are written side by side and know nothing of each other: what came out twice goes back to the model once."""

import re

from interviews.checks import mended
from interviews.checks.duplicates import near_duplicates
from interviews.drafts import Brief, Call, PlanDraft, QuestionDraft, SkillDraft, Wanted
from interviews.engines import ENGINES
from interviews.engines.base import EngineError, OverBudget, Stopped

# A model that repeats itself more than this does not tell the skills apart; then the findings say so.
MOST = 3
_WHERE = re.compile(r"skills\.(\d+)\.questions\.(\d+)")


def rewrite_duplicates(brief: Brief, plan: PlanDraft, families: list[str], call: Call) -> list[str]:
    """Has the model write anew, in place, each of its questions that asks nearly the same as an earlier one.

    Returns lines for the log. A question that cannot be written anew stays. Raises Stopped."""
    lines: list[str] = []
    found_twice = list(near_duplicates(plan))
    for finding in found_twice if len(found_twice) <= MOST else []:
        found = _WHERE.match(finding.where)
        if found is None:
            continue
        skill, place = plan.skills[int(found[1])], int(found[2])
        question = skill.questions[place]
        if question.locked or question.source.engine != "openai":
            continue
        try:
            skill.questions[place] = _another(brief, skill, _order(plan, skill, question, families), call)
            lines.append(f"AI Progress: Wrote a question on {skill.name} again, which asked nearly the same as another")
        except OverBudget as error:
            return [*lines, f"AI Progress: Questions that ask nearly the same stay. {error}"]
        except Stopped:
            raise
        except EngineError as error:
            lines.append(f"AI Progress: A question on {skill.name} asks nearly the same as another. {error}")
    return lines


def _order(plan: PlanDraft, skill: SkillDraft, question: QuestionDraft, families: list[str]) -> Wanted:
    return Wanted(
        types=[question.type],
        seniority=plan.seniority,
        minutes=question.minutes,
        language=plan.general.language,
        families=families,
        keep=[other for every in plan.skills for other in every.questions if other is not question],
        avoid=[question.prompt],
        others=[other.name for other in plan.skills if other is not skill],
    )


def _another(brief: Brief, skill: SkillDraft, order: Wanted, call: Call) -> QuestionDraft:
    new, _ = mended(ENGINES[brief.engine].questions(brief, skill, order, call)[0])
    return new
