"""A plan as a text that people read."""

from collections.abc import Iterator

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft, heaviest


def markdown(plan: PlanDraft) -> str:
    """The plan in Markdown, in the order in which the interview is held."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: PlanDraft) -> Iterator[str]:
    minutes = sum(question.minutes for skill in plan.skills for question in skill.questions)
    yield f"# {plan.name}"
    yield ""
    yield f"{plan.seniority.capitalize()} level, {minutes} minutes of questions in {plan.general.duration.max} minutes."
    for notice in plan.notices:
        yield f"\n> {notice}"
    yield from _bullets("Screen first", plan.screen_first)
    yield f"\n## Opening\n\n{plan.opening}"
    for skill in plan.skills:
        yield from _skill(skill)
    yield f"\n## Closing\n\n{plan.closing}"
    yield f"\n## If something protected is volunteered\n\n{plan.protected_note}"
    yield from _bullets("Assess elsewhere", plan.assess_elsewhere)
    yield from _bullets("Not covered", [gap.quote for gap in plan.gaps])
    sampled = heaviest(plan)
    if sampled is not None:
        yield f"\n## Sample answers\n\n{sampled.prompt}\n"
        for sample in sampled.samples:
            yield f"- A {sample.score}: {sample.answer}"
    yield from _bullets("Findings", [f"{finding.reason} ({finding.words})" for finding in plan.findings])


def _bullets(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"\n## {title}\n"
        yield from (f"- {item}" for item in items)


def _skill(skill: PlannedSkill) -> Iterator[str]:
    importance = skill.importance.replace("_", " ")
    yield f"\n## {skill.name} ({importance}, {skill.weight} %)\n"
    for evidence in skill.evidence:
        yield f"> {' '.join(evidence.quote.split())}"
    for question in skill.questions:
        yield from _question(question)


def _question(question: QuestionDraft) -> Iterator[str]:
    late = ", dropped first when late" if question.drop_first else ""
    yield f"\n### {question.prompt}\n"
    yield f"{question.type.replace('_', ' ')}, {question.difficulty}, {question.minutes} min{late}"
    if question.source.stands_in:
        yield f"\n> Written by the built-in engine. {question.source.stands_in}"
    if question.source.engine == "team":
        yield f"\n> {question.source.note}"
    yield f"\nWhy we ask: {question.why}"
    for probe in question.follow_ups:
        yield f"- Probe ({'ask all' if probe.ask == 'all' else 'if needed'}): {probe.text}"
    yield from (f"- Look for: {criterion}" for criterion in question.evaluation_criteria)
    yield from (f"- {anchor.score}: {anchor.anchor}" for anchor in question.rating_scale)
    yield from (f"- Red flag: {flag}" for flag in question.red_flags)
    yield f"- Without that experience: {question.alternate}"
