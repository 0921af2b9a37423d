"""Probes that stay neutral: none tells the candidate what is listened for."""

import re
from collections.abc import Iterator

from interviews.checks.stems import matter, reads_english
from interviews.checks.words import Text, found, plain
from interviews.drafts import Finding, QuestionDraft

NEUTRAL = "What did you do next?"
FEWEST_SHARED, OF_THE_PROBE, OF_THE_CRITERION = 2, 0.66, 0.5
OF_A_HINT = 0.5
_HINT = re.compile(
    r"^(?:and |so |but )?(?:what about|how about|did you|have you|do you|would you|will you|were you|was there|had you|and the|should you|"
    r"isn't|don't you|is it|was it)\b",
    re.I,
)
_IF = re.compile(r"\b(?:what|how|whom?|when|where|why)\b.{0,40}\bif\b", re.I)


def gives_away(question: QuestionDraft) -> dict[int, str]:
    """The probes that give a criterion away: place -> the criterion.

    What the prompt names already is no secret, and an open probe may share a word with a criterion: two words of it in
    three are too many. A hint such as "What about the blood pressure?" gives away with half of its words."""
    known = matter(question.prompt)
    criteria = [(criterion, matter(criterion)) for criterion in question.evaluation_criteria]
    if not reads_english(question.prompt, *question.evaluation_criteria):
        return {}
    given: dict[int, str] = {}
    for place, probe in enumerate(question.follow_ups):
        own = matter(probe.text) - known
        for criterion, held in criteria:
            if own and _gives(plain(probe.text), own, held - known, bool(own & held)):
                given.setdefault(place, criterion)
    return given


def _gives(words: str, own: frozenset[str], held: frozenset[str], shares: bool) -> bool:
    shared = len(own & held)
    if not shares:
        return False
    if _HINT.match(words) and not _IF.search(words) and shared >= OF_A_HINT * len(own):
        return True
    return shared >= max(FEWEST_SHARED, OF_THE_PROBE * len(own), OF_THE_CRITERION * len(held))


def probes(question: QuestionDraft, where: str) -> Iterator[Finding]:
    """A finding for each probe that gives a criterion away."""
    for place, criterion in gives_away(question).items():
        text = Text(f"{where}.follow_ups.{place}", "probe", question.follow_ups[place].text)
        reason = f'This probe gives away what is listened for ("{criterion[:120]}"); ask it neutrally.'
        yield found(text, "craft.probe_gives_away", text.words, reason, NEUTRAL)
