"""Questions that ask nearly the same, also where only the skill's name differs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from interviews.checks.stems import matter, stem, words_of
from interviews.drafts import Finding, PlanDraft

NEAR_DUPLICATE = 85
FEWEST_LETTERS = 20
_REASON = "This asks nearly the same as an earlier question; ask about another moment of the work."
_MASKS = re.compile(r"(?:\*\W*)+")


def near_duplicates(plan: PlanDraft) -> Iterator[Finding]:
    """A finding at the later one of two questions that are nearly the same once skill and title are masked.

    In the order of the earlier ones."""
    title = _names(plan.role)
    prompts: list[str] = []
    masked: list[str] = []
    alike: list[tuple[int, int, Finding]] = []
    for number, skill in enumerate(plan.skills):
        names = _names(skill.name) | title
        for place, question in enumerate(skill.questions):
            prompt, bare = question.prompt.lower(), _masked(question.prompt, names)
            first = min(_first_like(prompt, tuple(prompts)), _first_like(bare, tuple(masked)))
            if first < len(prompts):
                where = f"skills.{number}.questions.{place}.prompt"
                finding = Finding(code="plan.near_duplicate", where=where, words=question.prompt[:200], reason=_REASON)
                alike.append((first, len(prompts), finding))
            prompts.append(prompt)
            masked.append(bare)
    yield from (finding for _, _, finding in sorted(alike, key=lambda found: found[:2]))


@lru_cache(1_000)
def _names(name: str) -> frozenset[str]:
    return matter(name)


@lru_cache(1_000)
def _masked(prompt: str, names: frozenset[str]) -> str:
    return _MASKS.sub("* ", " ".join("*" if stem(word) in names else word for word in words_of(prompt)))


@lru_cache(1_000)
def _first_like(text: str, earlier: tuple[str, ...]) -> int:
    """The place of the first of the earlier texts that a text is like, else their number.

    What is left of a very short text says too little: only its equal is like it. Remembered, so that after an edit only
    what comes behind it is compared again."""
    if len(text) < FEWEST_LETTERS:
        return next((place for place, other in enumerate(earlier) if other == text), len(earlier))
    likely = process.extract_iter(text, earlier, scorer=fuzz.ratio, score_cutoff=NEAR_DUPLICATE)
    return next((place for other, _score, place in likely if len(other) >= FEWEST_LETTERS), len(earlier))
