"""Sample answers that were left behind when their question was reworded."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from interviews.checks.stems import matter, reads_english
from interviews.checks.words import MOST_QUOTED
from interviews.drafts import Finding, PlanDraft, heaviest

# How much of what two wordings are about has to be the same for an answer to fit both, in per cent.
ALIKE = 50
# The same for the letters of wordings in other languages, in which small words are not told from those that matter.
ALIKE_LETTERS = 70


def left_behind(plan: PlanDraft) -> Iterator[Finding]:
    """A finding at the question whose sample answers are shown, if they answer another wording."""
    sampled = heaviest(plan)
    if sampled is None or not sampled.source.samples_for or _is_alike(sampled.source.samples_for, sampled.prompt):
        return
    for number, skill in enumerate(plan.skills):
        for place, question in enumerate(skill.questions):
            if question is sampled:
                yield Finding(
                    code="craft.samples",
                    where=f"skills.{number}.questions.{place}.samples.0",
                    words=sampled.source.samples_for[:MOST_QUOTED],
                    reason="The sample answers were written for another wording; read the probes, criteria and scale "
                    "again too.",
                    suggestion="Write sample answers for this wording, or remove them.",
                )


def _is_alike(before: str, now: str) -> bool:
    old, new = matter(before), matter(now)
    if old and new and reads_english(before, now):
        return 200 * len(old & new) >= ALIKE * (len(old) + len(new))
    return fuzz.ratio(before.lower(), now.lower()) >= ALIKE_LETTERS
