"""How a question is made: one ask, open, neutral, short enough to be spoken; a rating that can be seen."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from interviews.checks.words import Text
from interviews.drafts import Finding, QuestionDraft

MOST_WORDS = 40
FEWEST_CRITERION_WORDS = 4
SAME = 90

_CLOSED = re.compile(
    r"^(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|may) (?:you|your|it|there|the|this)\b",
    re.I,
)
_LEADING = re.compile(
    r"\b(?:don't you (?:think|agree)|wouldn't you|isn't it|surely you|you would agree|,\s*right\?$|of course you)", re.I
)
_BRAINTEASER = re.compile(
    r"\bhow many (?:golf balls|piano tuners|windows|ping[- ]pong balls|tennis balls|petrol stations|gas stations)\b"
    r"|\bwhy are manhole covers\b|\bif you were an? (?:animal|tree|fruit|colou?r|superhero|kitchen)\b|\bwhat animal\b"
    r"|\bsell me this pen\b|\byour (?:biggest|greatest) weakness\b|\bwhere do you see yourself\b",
    re.I,
)
_JUDGING = re.compile(
    r"\b(?:culture|cultural) fit\b|\b(?:confident|confidence|eye contact|accent|charisma\w*|likeab\w+|"
    r"executive presence|well[- ]groomed|firm handshake|enthusias\w+|passionate|passion)\b",
    re.I,
)
_SLOT = re.compile(
    r"\{[^{}]*\}|\{\{|\}\}|<[A-Z_]{3,}>|\[(?:insert|skill|role|company|name)[^\]]*\]|\bTODO\b|lorem ipsum", re.I
)
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|https?://|www\.|\+?\d[\d ()/-]{8,}\d")
_GRADES = re.compile(
    r"^(?:an? )?(?:very |quite |somewhat |extremely |partly |fairly )?(?:poor|weak|limited|basic|adequate|average|good|"
    r"strong|excellent|outstanding|clear|detailed|in-depth)\b(?:\W+\w+){0,5}\W*$",
    re.I,
)


def craft(text: Text) -> Iterator[Finding]:
    """What is wrong with how one text is made."""
    if text.part in {"prompt", "alternate"}:
        yield from _spoken(text)
    if text.part == "criterion" and len(text.words.split()) < FEWEST_CRITERION_WORDS:
        yield _finding("craft.criterion_short", text, text.words, "A criterion this short cannot be seen in an answer.")
    if text.part == "anchor" and _GRADES.match(text.words):
        yield _finding("craft.anchor_grades", text, text.words, "This anchor only grades; say what the answer shows.")
    yield from _matches(text, _JUDGING, "wording.judges", "This judges the person, not the work.")
    yield from _matches(text, _SLOT, "craft.unfilled", "A place in this text was never filled.")
    yield from _matches(text, _PERSONAL, "privacy.personal_data", "Personal data has no place in a plan.")


def _spoken(text: Text) -> Iterator[Finding]:
    count = len(text.words.split())
    if count > MOST_WORDS:
        reason = f"This has {count} words; a question that is spoken has at most {MOST_WORDS}."
        yield _finding("craft.long", text, f"{count} words", reason)
    if text.words.count("?") > 1:
        yield _finding("craft.two_tasks", text, "?", "This asks two things at once; ask one.")
    closed = _CLOSED.match(text.words)
    if closed:
        reason = "This can be answered by yes or no; begin with what, how, or tell me about."
        yield _finding("craft.closed", text, closed.group(0), reason)
    yield from _matches(text, _LEADING, "craft.leading", "This leads the candidate to the answer.")
    yield from _matches(
        text, _BRAINTEASER, "craft.brainteaser", "This says nothing about the work; ask about a real moment."
    )


def _matches(text: Text, pattern: re.Pattern[str], code: str, reason: str) -> Iterator[Finding]:
    match = pattern.search(text.words)
    if match:
        yield _finding(code, text, match.group(0), reason)


def _finding(code: str, text: Text, words: str, reason: str) -> Finding:
    return Finding(code=code, where=text.where, words=words[:200], reason=reason)


def rating(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """What is wrong between the parts of one question: anchors that repeat, probes that give a criterion away."""
    anchors = question.rating_scale
    for index, anchor in enumerate(anchors[1:], 1):
        if fuzz.ratio(anchor.anchor.lower(), anchors[index - 1].anchor.lower()) >= SAME:
            place = f"{where}.rating_scale.{index}"
            reason = "Two anchors say nearly the same; they should differ in kind."
            yield Finding(code="craft.anchors_alike", where=place, words=anchor.anchor, reason=reason)
    for index, probe in enumerate(question.follow_ups):
        for criterion in question.evaluation_criteria:
            if fuzz.token_set_ratio(_bare(probe.text), _bare(criterion)) >= SAME:
                place = f"{where}.follow_ups.{index}"
                reason = "This probe gives away what is listened for; ask it neutrally."
                yield Finding(code="craft.probe_gives_away", where=place, words=probe.text, reason=reason)
    if not question.evaluation_criteria or not anchors:
        reason = "Without criteria and anchors two interviewers will rate the same answer differently."
        yield Finding(code="craft.no_rating", where=where, words=question.prompt[:80], reason=reason)


def _bare(text: str) -> str:
    return " ".join(word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3)
