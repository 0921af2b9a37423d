"""A plan in Markdown (CommonMark), in the order in which the interview is held."""

import re
from collections.abc import Iterator
from itertools import count

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, PlanDraft, PlannedSkill, QuestionDraft, heaviest
from interviews.exports.facts import Facts
from interviews.exports.words import ASK, IMPORTANCE, SCALE, TYPES, cutoff_means, must_haves, one_line, safe

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&$])")
_AT_LINE_START = re.compile(r"^([#+\-=]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def markdown_file(plan: PlanDraft, facts: Facts) -> bytes:
    """The file, in UTF-8."""
    return markdown(plan, facts).encode()


def markdown(plan: PlanDraft, facts: Facts | None = None) -> str:
    """The whole plan. Texts of the plan stay texts: nothing in them is read as Markdown or HTML."""
    return "\n\n".join(part for part in _parts(plan, facts) if part) + "\n"


def escaped(text: str) -> str:
    """A text in one line that Markdown shows as it is."""
    return _AT_LINE_START.sub(_kept, _SPECIAL.sub(r"\\\1", one_line(safe(text))))


def escaped_lines(text: str) -> str:
    """A text that Markdown shows as it is, with its line breaks and paragraphs."""
    lines = _AT_LINE_START.sub(_kept, _SPECIAL.sub(r"\\\1", _INDENT.sub("", safe(text).strip())))
    paragraphs = re.split(r"\n{2,}", lines)
    return "\n\n".join(paragraph.replace("\n", "\\\n") for paragraph in paragraphs)


def _kept(found: re.Match[str]) -> str:
    """A digit cannot be escaped: what follows it is."""
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"


def _parts(plan: PlanDraft, facts: Facts | None) -> Iterator[str]:
    yield f"# {escaped(plan.name)}"
    yield _about(plan, facts)
    yield escaped_lines(plan.summary)
    yield from (f"> {escaped(notice)}" for notice in plan.notices)
    yield from _bullets("Screen first", plan.screen_first)
    yield from _bullets("Assess elsewhere", plan.assess_elsewhere)
    yield f"## How to rate\n\n{' '.join([*SCALE, cutoff_means(plan), must_haves()])}"
    yield from _text(f"Opening ({OPENING_MINUTES} min)", plan.opening)
    following = count(1)
    for skill in plan.skills:
        yield from _skill(skill, following)
    yield from _text(f"Closing ({CLOSING_MINUTES} min)", plan.closing)
    yield from _text("If something protected is volunteered", plan.protected_note)
    yield from _samples(plan)
    yield from _intake(plan)
    yield from _bullets("Not covered", [gap.quote for gap in plan.gaps])
    yield from _bullets("Findings", [f"{finding.reason} ({finding.words})" for finding in plan.findings])
    yield from _text("Job description", plan.description)


def _about(plan: PlanDraft, facts: Facts | None) -> str:
    minutes = sum(question.minutes for skill in plan.skills for question in skill.questions)
    said = (
        f"{plan.seniority.capitalize()} level, {minutes} minutes of questions in {plan.general.duration.max} minutes."
    )
    if facts is None:
        return said
    return f"{said} Version {facts.version}, {facts.status}{f', {escaped(facts.team)}' if facts.team else ''}."


def _bullets(title: str, items: list[str]) -> Iterator[str]:
    if items:
        listed = "\n".join(f"- {escaped(item)}" for item in items)
        yield f"## {title}\n\n{listed}"


def _text(title: str, text: str) -> Iterator[str]:
    if text.strip():
        yield f"## {title}\n\n{escaped_lines(text)}"


def _skill(skill: PlannedSkill, following: Iterator[int]) -> Iterator[str]:
    yield f"## {escaped(skill.name)} ({IMPORTANCE[skill.importance]}, {skill.weight} %)"
    yield from (f"> {escaped(passage.quote)}" for passage in skill.evidence)
    for question in skill.questions:
        yield from _question(next(following), question)


def _question(number: int, question: QuestionDraft) -> Iterator[str]:
    late = ", dropped first when late" if question.drop_first else ""
    yield f"### {number}. {escaped(question.prompt)}"
    yield f"{TYPES[question.type].capitalize()}, {question.difficulty}, {question.minutes} min{late}"
    if question.source.stands_in:
        yield f"> Written by the built-in engine. {escaped(question.source.stands_in)}"
    if question.source.note and question.source.engine != "library":
        yield f"> {escaped(question.source.note)}"
    if question.why:
        yield f"**Why we ask:** {escaped(question.why)}"
    yield _list("Probes", [f"{escaped(probe.text)} ({ASK[probe.ask]})" for probe in question.follow_ups])
    yield _list("Look for", [escaped(criterion) for criterion in question.evaluation_criteria])
    yield _list("Scale", [f"**{anchor.score}:** {escaped(anchor.anchor)}" for anchor in question.rating_scale])
    yield _list("Red flags", [escaped(flag) for flag in question.red_flags])
    if question.alternate:
        yield f"**Without that experience:** {escaped(question.alternate)}"


def _list(title: str, items: list[str]) -> str:
    return "\n".join([f"**{title}**", "", *(f"- {item}" for item in items)]) if items else ""


def _samples(plan: PlanDraft) -> Iterator[str]:
    sampled = heaviest(plan)
    if sampled is not None:
        answers = "\n".join(f"- **A {sample.score}:** {escaped(sample.answer)}" for sample in sampled.samples)
        yield f"## Sample answers\n\n{escaped(sampled.prompt)}\n\n{answers}"


def _intake(plan: PlanDraft) -> Iterator[str]:
    if plan.intake.says_something:
        yield "## What the hiring manager knows"
        yield from _answer("What strong people in this job do differently", plan.intake.strong)
        yield from _answer("What went wrong last time", plan.intake.went_wrong)
        yield from _answer("What can be learned on the job", plan.intake.learned)


def _answer(title: str, text: str) -> Iterator[str]:
    if text.strip():
        yield f"**{title}:** {escaped_lines(text)}"
