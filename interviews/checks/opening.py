"""Whether the opening, which is read aloud, says what the settings say: how long it takes, in which order it is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.drafts import Finding, Fix, PlanDraft, Replacement
from interviews.library.scripts import orders_said

_UNIT = r"(?:min(?:ut\w*|i\w{0,2}|s)?\b|menit\b|мин(?:ут\w*)?\b|dakika\w*|phút\b|분|דקות|دقيقة|دقائق)"
_NUMBER = re.compile(
    rf"\b(?P<from>(?P<first>\d{{1,3}})(?:\s?[-–]\s?| (?:to|bis|à|a|до|tot|do) ))?(?P<minutes>\d{{1,3}})[\s-]?{_UNIT}"
    r"|بالدقائق نحو (?P<arabic>\d{1,3})",
    re.IGNORECASE,
)
_HOURS = {
    "an hour and a half": 90,
    "one and a half hours": 90,
    "three quarters of an hour": 45,
    "half an hour": 30,
    "an hour": 60,
    "one hour": 60,
}
_HOUR = re.compile(rf"\b(?:{'|'.join(_HOURS)})\b", re.IGNORECASE)
# What is shorter than any interview is the time for something within it.
LEAST = 15


@dataclass(frozen=True)
class _Said:
    """Words of the opening, where they begin, the minutes that they mean, and what to say instead."""

    start: int
    words: str
    minutes: int
    instead: str


def of_opening(plan: PlanDraft) -> Iterator[Finding]:
    """A finding for another length than the planned one, and one for another order than the chosen one."""
    yield from _of_length(plan)
    yield from _of_order(plan)


def _of_length(plan: PlanDraft) -> Iterator[Finding]:
    planned = plan.general.duration.max
    said = [one for one in _lengths(plan.opening, planned) if one.minutes >= LEAST]
    if said and all(one.minutes != planned for one in said):
        longest = max(said, key=lambda one: one.minutes)
        reason = f"The opening says {longest.minutes} minutes; the interview takes {planned}."
        yield _found(plan, "opening.length", longest, reason)


def _lengths(opening: str, planned: int) -> Iterator[_Said]:
    for match in _NUMBER.finditer(opening):
        minutes, words = match["minutes"] or match["arabic"], match.group(0)
        begins = match["from"] or ""
        keeps = begins if int(match["first"] or 0) < planned else ""
        instead = keeps + words.removeprefix(begins).replace(minutes, str(planned), 1)
        yield _Said(match.start(), words, int(minutes), instead)
    for match in _HOUR.finditer(opening):
        words = match.group(0)
        yield _Said(match.start(), words, _HOURS[words.lower()], f"{planned} minutes")


def _of_order(plan: PlanDraft) -> Iterator[Finding]:
    varies = plan.proctoring.randomize_question_order
    found = orders_said(plan.opening, varies=not varies)
    if found:
        words, contrary = found
        settings = "the settings ask for a random order" if varies else "the settings keep one order for everybody"
        said = _Said(plan.opening.index(words), words, 0, contrary)
        yield _found(plan, "opening.order", said, f"The opening speaks of another order: {settings}.")


def _found(plan: PlanDraft, code: str, said: _Said, reason: str) -> Finding:
    becomes = plan.opening[: said.start] + said.instead + plan.opening[said.start + len(said.words) :]
    fix = Fix(
        says=f'Say "{said.instead}" instead.',
        replacements=[Replacement(where="opening", was=plan.opening, becomes=becomes)],
    )
    return Finding(code=code, where="opening", words=said.words, reason=reason, fix=fix)
