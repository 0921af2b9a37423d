"""What one click can do about a finding: a rule for each kind, and the proof that it helps.

A fix is offered only if the question, checked again with it, has lost the finding and has gained no other. A forbidden
text is not polished."""

from collections import Counter
from collections.abc import Callable, Sequence

from interviews.checks.fixing.asking import closed, judges, minutes, only_grades, probe, slots, two_tasks
from interviews.checks.fixing.privacy import personal
from interviews.checks.fixing.protected import protected
from interviews.checks.fixing.spot import Spot
from interviews.checks.looking import in_question, in_text
from interviews.checks.words import Text, of_question
from interviews.drafts import Finding, Fix, Language, QuestionDraft, put

_RULES: dict[str, Callable[[Spot], Fix | None]] = {
    "craft.closed": closed,
    "craft.two_tasks": two_tasks,
    "craft.probe_gives_away": probe,
    "craft.criterion_grades": only_grades,
    "craft.minutes": minutes,
    "craft.unfilled": slots,
    "privacy.personal_data": personal,
    "wording.judges": judges,
}


def of_question_with_fixes(question: QuestionDraft, findings: Sequence[Finding], language: Language) -> list[Finding]:
    """The findings of a question, whose places begin with a dot, each with its fix if there is one."""
    if not findings:
        return []
    texts = {text.where: text for text in of_question(question, "")}
    forbidden = {finding.where for finding in findings if finding.blocks != "no"}
    fixed = []
    for finding in findings:
        if finding.blocks == "no" and finding.where in forbidden:
            fixed.append(finding)
            continue
        text = texts.get(finding.where, Text(finding.where, "", ""))
        text = Text(text.where.removeprefix("."), text.part, text.words)
        fix = _fix(Spot(finding, text, question, language))
        helps = fix is not None and _helps(question, fix, finding, findings, language)
        fixed.append(finding.model_copy(update={"fix": fix.at(".")}) if fix and helps else finding)
    return fixed


def of_text_with_fixes(text: Text, findings: Sequence[Finding], language: Language) -> list[Finding]:
    """The findings of a text beside the questions, whose places are empty, each with its fix if there is one."""
    fixed = []
    for finding in findings:
        fix = _fix(Spot(finding, text, None, language))
        after = "" if fix is None or fix.replacements[0].becomes is None else str(fix.replacements[0].becomes)
        left = in_text(Text("", text.part, after), language) if after else []
        helps = fix is not None and _is_better(finding, findings, left)
        fixed.append(finding.model_copy(update={"fix": fix}) if helps else finding)
    return fixed


def _fix(spot: Spot) -> Fix | None:
    rule = protected if spot.finding.code.startswith("prohibited.") else _RULES.get(spot.finding.code)
    return rule(spot) if rule else None


def _helps(
    question: QuestionDraft, fix: Fix, finding: Finding, findings: Sequence[Finding], language: Language
) -> bool:
    after = put(question, fix.replacements)
    return _is_better(finding, findings, list(in_question(after, "", language)))


def _is_better(finding: Finding, before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    had, has = Counter(one.code for one in before), Counter(one.code for one in after)
    gained = {code for code, count in has.items() if count > had[code]}
    return has[finding.code] < had[finding.code] and not gained
