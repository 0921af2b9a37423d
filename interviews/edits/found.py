"""What tells a finding of a plan from another, also after questions and skills have moved: ids of rows, no places."""

import hashlib
import json
import re

from interviews.drafts import Finding, Outdated, PlanDraft, text_at

_PLACE = re.compile(r"skills\.(?P<skill>\d+)(?:\.questions\.(?P<question>\d+))?")


def stands_at(plan: PlanDraft, where: str) -> str:
    """A path with the ids of rows for the places of skills and questions: `question-12.prompt`, `skill-3`, `closing`.

    What has no row, or is gone, keeps its path."""
    found = _PLACE.match(where)
    if found is None or int(found["skill"]) >= len(plan.skills):
        return where
    skill, rest = plan.skills[int(found["skill"])], where[found.end() :]
    if found["question"] is None:
        return f"skill-{skill.id}{rest}" if skill.id else where
    if int(found["question"]) >= len(skill.questions):
        return where
    question = skill.questions[int(found["question"])]
    return f"question-{question.id}{rest}" if question.id else where


def key_of(plan: PlanDraft, finding: Finding) -> str:
    """A digest of a finding of this plan, equal as long as the same is found in the same text with the same fix."""
    try:
        text = text_at(plan, finding.where)
    except Outdated:
        text = ""
    fix = [
        (stands_at(plan, one.where), one.was, one.becomes, one.start)
        for one in (finding.fix.replacements if finding.fix else [])
    ]
    told = [finding.code, stands_at(plan, finding.where), finding.words, text, fix]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def with_key(plan: PlanDraft, findings: list[Finding], key: str) -> Finding:
    """The finding that a person saw. Raises Outdated when it is not among these."""
    for finding in findings:
        if key_of(plan, finding) == key:
            return finding
    raise Outdated
