"""What can only be seen in the whole plan: minutes, weights, near-duplicates; and the description's wording."""

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, Finding, PlanDraft

NEAR_DUPLICATE = 85
MOST_A_SKILL = 2

_BIASED = {
    r"\brock ?stars?\b|\bninjas?\b|\bgurus?\b|\bsuperheroe?s?\b": "expert",
    r"\bnative (?:english |german |french |spanish )?speakers?\b": "fluent in the language the job needs",
    r"\byoung(?: and)?(?: (?:dynamic|energetic|team|people))\b|\byouthful\b|\bdigital natives?\b": "",
    r"\brecent graduates? only\b": "open to recent graduates",
    r"\b(?:salesman|salesmen|chairman|foreman|foremen|handyman|manpower|workmanlike)\b": "a word without a gender",
    r"\bhe ?/ ?she\b|\b\(?s\)?he/he\b|\bhis ?/ ?her\b": "they, their",
    r"\bable[- ]bodied\b": "able to do the listed duties, with or without accommodation",
    r"\b(?:culture|cultural) fit\b": "the values and habits that the work needs",
}


def whole(plan: PlanDraft) -> Iterator[Finding]:
    """Findings about the plan as a whole."""
    yield from _minutes(plan)
    yield from _skills(plan)
    yield from _near_duplicates(plan)
    yield from _biased_description(plan)


def _minutes(plan: PlanDraft) -> Iterator[Finding]:
    used = sum(question.minutes for skill in plan.skills for question in skill.questions)
    total = used + OPENING_MINUTES + CLOSING_MINUTES
    if total > plan.general.duration.max:
        reason = f"The questions with opening and closing take {total} of {plan.general.duration.max} minutes."
        suggestion = "Drop a question, shorten one, or plan a longer interview."
        yield Finding(code="plan.too_long", words=f"{total} minutes", reason=reason, suggestion=suggestion)


def _skills(plan: PlanDraft) -> Iterator[Finding]:
    if sum(skill.weight for skill in plan.skills) != 100:
        yield Finding(code="plan.weights", words="weights", reason="The weights of the skills do not sum to 100.")
    for number, skill in enumerate(plan.skills):
        where = f"skills.{number}"
        if skill.importance == "must_have" and not skill.questions:
            reason = f"{skill.name} is a must-have and no question asks for it."
            yield Finding(code="plan.must_have_unasked", where=where, words=skill.name, reason=reason)
        if len(skill.questions) > MOST_A_SKILL:
            reason = f"{len(skill.questions)} questions on one skill leave little time for the others."
            yield Finding(code="plan.many_on_one_skill", where=where, words=skill.name, reason=reason)


def _near_duplicates(plan: PlanDraft) -> Iterator[Finding]:
    every = [
        (f"skills.{number}.questions.{place}.prompt", question.prompt)
        for number, skill in enumerate(plan.skills)
        for place, question in enumerate(skill.questions)
    ]
    for (_, first), (where, second) in combinations(every, 2):
        if fuzz.ratio(first.lower(), second.lower()) >= NEAR_DUPLICATE:
            reason = "This asks nearly the same as an earlier question."
            yield Finding(code="plan.near_duplicate", where=where, words=second[:200], reason=reason)


def _biased_description(plan: PlanDraft) -> Iterator[Finding]:
    for pattern, instead in _BIASED.items():
        match = re.search(pattern, plan.description, re.I)
        if match:
            reason = "This wording in the description keeps able people from applying."
            yield Finding(
                code="wording.biased_description",
                where="description",
                words=match.group(0),
                reason=reason,
                suggestion=instead,
            )
