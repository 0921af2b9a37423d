"""A rating that can be seen: criteria that say what is heard, anchors that differ in kind and are built of the criteria."""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from interviews.checks.stems import grades, matter, reads_english, ungraded
from interviews.checks.words import Text, found
from interviews.drafts import Finding, QuestionDraft

FEWEST_WORDS = 4
SAME = 90
FEWEST_NEW, NEW_SHARE = 4, 0.5


def rated(text: Text) -> Iterator[Finding]:
    """What is wrong with one criterion or one anchor by itself."""
    if text.part == "criterion" and len(text.words.split()) < FEWEST_WORDS:
        yield found(text, "craft.criterion_short", text.words, "A criterion this short cannot be seen in an answer.")
    elif text.part == "criterion" and _only_grades(text.words):
        reason = "This criterion only grades; say what is seen or heard in the answer."
        yield found(text, "craft.criterion_grades", text.words, reason)
    if text.part == "anchor" and _only_grades(text.words):
        yield found(text, "craft.anchor_grades", text.words, "This anchor only grades; say what the answer shows.")


def _only_grades(words: str) -> bool:
    return grades(words) and not ungraded(words)


def rating(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """What is wrong between the parts of a question's rating."""
    if not question.evaluation_criteria or not question.rating_scale:
        reason = "Without criteria and anchors two interviewers will rate the same answer differently."
        yield Finding(code="craft.no_rating", where=where, words=question.prompt[:80], reason=reason)
    yield from _alike(question, where)
    yield from _unlisted(question, where)


def _alike(question: QuestionDraft, where: str) -> Iterator[Finding]:
    reported: set[int] = set()
    for (_, low), (place, high) in combinations(enumerate(question.rating_scale), 2):
        if place in reported or not low.anchor or not high.anchor:
            continue
        text = Text(f"{where}.rating_scale.{place}", "anchor", high.anchor)
        same = fuzz.ratio(low.anchor.lower(), high.anchor.lower()) >= SAME
        if same or (ungraded(low.anchor) and ungraded(low.anchor) == ungraded(high.anchor)):
            reported.add(place)
            reason = (
                f"The anchors for {low.score} and {high.score} say nearly the same; they should differ in what is done, "
                "not in how well."
            )
            yield found(text, "craft.anchors_alike", high.anchor, reason)


def _unlisted(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """The anchors for 3 and 5 against the criteria, the prompt and the lower anchors; 1 says what is done instead."""
    criteria = question.evaluation_criteria
    if not criteria or not reads_english(*criteria):
        return
    probes = [probe.text for probe in question.follow_ups]
    known = matter(question.prompt, question.alternate, *probes, *criteria)
    for place, anchor in enumerate(question.rating_scale):
        own = matter(anchor.anchor)
        new = own - known
        if anchor.score >= 3 and len(new) >= max(FEWEST_NEW, NEW_SHARE * len(own)):
            text = Text(f"{where}.rating_scale.{place}", "anchor", anchor.anchor)
            reason = (
                f"The anchor for {anchor.score} asks for something that no criterion names; name it or leave it out."
            )
            yield found(text, "craft.anchor_unlisted", anchor.anchor, reason)
        known |= own
