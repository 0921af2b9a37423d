"""What one click can do about a plan as a whole: balance its weights, keep its minutes, drop what is asked twice.

What is locked stays as it is: no fix touches it, but that weights follow."""

from collections.abc import Callable, Iterable, Iterator

from interviews.drafts import Finding, Fix, PlanDraft, Replacement, balanced, text_at, until_it_fits


def with_fixes(plan: PlanDraft, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about a plan as a whole, each with its fix if there is one."""
    for finding in findings:
        rule = _RULES.get(finding.code)
        fix = rule(plan, finding) if rule else None
        yield finding.model_copy(update={"fix": fix}) if fix and not _touches_locked(plan, fix) else finding


def _touches_locked(plan: PlanDraft, fix: Fix) -> bool:
    for one in fix.replacements:
        _, number, part, *rest = one.where.split(".")
        skill = plan.skills[int(number)]
        if part != "weight" and (skill.locked or (rest and skill.questions[int(rest[0])].locked)):
            return True
    return False


def _nice(plan: PlanDraft, finding: Finding) -> Fix | None:
    where = f"{finding.where}.importance"
    becomes = Replacement(where=where, was="must_have", becomes="nice_to_have")
    may = "go unasked" if finding.code == "plan.must_have_unasked" else "weigh nothing"
    return Fix(says=f"Make it a nice-to-have, which may {may}.", replacements=[becomes])


def _weights(plan: PlanDraft, finding: Finding) -> Fix | None:
    changed = [
        Replacement(where=f"skills.{number}.weight", was=skill.weight, becomes=weight)
        for number, (skill, weight) in enumerate(zip(plan.skills, balanced(plan.skills), strict=True))
        if skill.weight != weight
    ]
    spread = ", ".join(str(weight) for weight in balanced(plan.skills))
    return Fix(says=f"Weigh the skills {spread}.", replacements=changed) if changed else None


def _too_long(plan: PlanDraft, finding: Finding) -> Fix | None:
    """Leaves out questions in the order that the plan names, unless that costs a must-have its last one."""
    limit = plan.general.duration.max
    going = until_it_fits(plan, limit)
    saved = sum(plan.skills[number].questions[place].minutes for number, place in going)
    used = int(finding.words.split()[0])
    if used - saved > limit or any(_is_stripped(plan, number, going) for number, _ in going):
        return None
    return _without(plan, going)


def _near_duplicate(plan: PlanDraft, finding: Finding) -> Fix | None:
    _, number, _, place, _ = finding.where.split(".")
    going = [(int(number), int(place))]
    return None if _is_stripped(plan, int(number), going) else _without(plan, going)


def _samples(plan: PlanDraft, finding: Finding) -> Fix | None:
    where = finding.where.rpartition(".")[0]
    _, number, _, place, _ = where.split(".")
    samples = plan.skills[int(number)].questions[int(place)].samples
    gone = [Replacement(where=f"{where}.{rank}", was=one.answer, becomes=None) for rank, one in enumerate(samples)]
    return Fix(says="Remove the sample answers.", replacements=gone)


def _is_stripped(plan: PlanDraft, number: int, going: list[tuple[int, int]]) -> bool:
    skill = plan.skills[number]
    return skill.importance == "must_have" and len(skill.questions) <= sum(one == number for one, _ in going)


def _without(plan: PlanDraft, going: list[tuple[int, int]]) -> Fix:
    places = [f"skills.{number}.questions.{place}" for number, place in going]
    prompts = [text_at(plan, where) for where in places]
    first = f'"{prompts[0]}"' if len(prompts[0]) <= 120 else f'"{prompts[0][:119].rstrip()}…"'
    more = f" and {len(going) - 1} more" if len(going) > 1 else ""
    replacements = [
        Replacement(where=where, was=prompt, becomes=None) for where, prompt in zip(places, prompts, strict=True)
    ]
    return Fix(says=f"Leave out {first}{more}.", replacements=replacements)


_RULES: dict[str, Callable[[PlanDraft, Finding], Fix | None]] = {
    "plan.weights": _weights,
    "plan.too_long": _too_long,
    "plan.near_duplicate": _near_duplicate,
    "plan.must_have_unasked": _nice,
    "plan.must_have_weightless": _nice,
    "craft.samples": _samples,
}
