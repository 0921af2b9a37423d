"""Takes the suggestion that stands beside a finding."""

import re

from interviews.drafts import Evidence, Finding, Fix, Outdated, PlanDraft, Replacement, put
from interviews.edits.samples import remembered
from interviews.edits.weights import balance

__all__ = ["Outdated", "take_fix"]
_PROMPT = re.compile(r"skills\.(?P<skill>\d+)\.questions\.(?P<question>\d+)\.prompt")


def take_fix(plan: PlanDraft, finding: Finding) -> PlanDraft:
    """The plan with a finding's fix made; evidence moves along with the description, weights with an importance.

    Raises Outdated, with a sentence for the person, when the plan no longer reads as it did or there is no fix."""
    if finding.fix is None:
        raise Outdated
    changed = _with_samples(plan, put(plan, finding.fix.replacements), finding.fix)
    if any(one.where.endswith(".importance") for one in finding.fix.replacements):
        changed = balance(changed)
    cuts = [one for one in finding.fix.replacements if one.where == "description"]
    return _with_evidence(changed, cuts) if cuts else changed


def _with_samples(plan: PlanDraft, changed: PlanDraft, fix: Fix) -> PlanDraft:
    """The changed plan, in which reworded questions remember for what their sample answers were written."""
    for one in fix.replacements:
        found = _PROMPT.fullmatch(one.where)
        if found:
            number, place = int(found["skill"]), int(found["question"])
            questions = changed.skills[number].questions
            questions[place] = remembered(plan.skills[number].questions[place], questions[place])
    return changed


def _with_evidence(plan: PlanDraft, cuts: list[Replacement]) -> PlanDraft:
    """The plan with every span moved to where its words stand now; one whose words are all gone is left out."""
    skills = []
    for skill in plan.skills:
        questions = []
        for question in skill.questions:
            serves = question.source.serves and _moved(question.source.serves, cuts, plan.description)
            source = question.source.model_copy(update={"serves": serves})
            questions.append(question.model_copy(update={"source": source}))
        skills.append(skill.model_copy(update={"questions": questions, "evidence": _all(skill.evidence, cuts, plan)}))
    return plan.model_copy(update={"skills": skills, "gaps": _all(plan.gaps, cuts, plan)})


def _all(spans: list[Evidence], cuts: list[Replacement], plan: PlanDraft) -> list[Evidence]:
    moved = (_moved(span, cuts, plan.description) for span in spans)
    return [span for span in moved if span is not None]


def _moved(span: Evidence, cuts: list[Replacement], description: str) -> Evidence | None:
    start, end = _place(span.start, cuts, is_end=False), _place(span.end, cuts, is_end=True)
    quote = description[start:end]
    return Evidence(quote=quote, start=start, end=end) if quote.strip() else None


def _place(place: int, cuts: list[Replacement], *, is_end: bool) -> int:
    """Where a place of the old description is in the new one; within a cut it is the cut's edge."""
    moved = 0
    for cut in cuts:
        start = cut.start or 0
        end, length = start + len(str(cut.was)), len(str(cut.becomes or ""))
        if place >= end and not (is_end and place == end and start == end):
            moved += length - (end - start)
        elif place > start:
            return start + moved + (length if is_end else 0)
    return place + moved
