"""Questions that ask nearly the same, also where only the skill's name differs."""

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from interviews.checks.stems import matter, stem, words_of
from interviews.drafts import Finding, PlanDraft

NEAR_DUPLICATE = 85
FEWEST_LETTERS = 20
_MASKS = re.compile(r"(?:\*\W*)+")


def near_duplicates(plan: PlanDraft) -> Iterator[Finding]:
    """A finding at the later one of two questions that are nearly the same once skill and title are masked."""
    title = matter(plan.role)
    every = [
        (
            f"skills.{number}.questions.{place}.prompt",
            question.prompt,
            _masked(question.prompt, matter(skill.name) | title),
        )
        for number, skill in enumerate(plan.skills)
        for place, question in enumerate(skill.questions)
    ]
    reported: set[str] = set()
    for (_, first, bare), (where, second, other) in combinations(every, 2):
        if where not in reported and (_same(first.lower(), second.lower()) or _same(bare, other)):
            reported.add(where)
            reason = "This asks nearly the same as an earlier question; ask about another moment of the work."
            yield Finding(code="plan.near_duplicate", where=where, words=second[:200], reason=reason)


def _masked(prompt: str, names: frozenset[str]) -> str:
    return _MASKS.sub("* ", " ".join("*" if stem(word) in names else word for word in words_of(prompt)))


def _same(first: str, second: str) -> bool:
    """Whether two texts are alike; what is left of a very short one says too little."""
    if min(len(first), len(second)) < FEWEST_LETTERS:
        return first == second
    return fuzz.ratio(first, second, score_cutoff=NEAR_DUPLICATE) > 0
