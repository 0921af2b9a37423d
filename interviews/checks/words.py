"""What every check is made of: the texts of a plan with their places, and how a finding is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.drafts import Finding, PlanDraft, QuestionDraft

ASKED = frozenset(["prompt", "alternate", "probe"])
RATED = frozenset(["criterion", "anchor", "red flag"])
MOST_QUOTED = 200

# Curly quotes as straight ones; what no reader sees (soft hyphens, zero-width marks) not at all.
UNSEEN = "\u00ad\u200b\u2060\ufeff"
_STRAIGHT = str.maketrans("’‘“”„", '\'\'"""', UNSEEN)
_SAID = re.compile(
    r"\b(?:says|and say|i say|said|asks|asks you|asked|asked you|asking|saying|writes|wrote|shouts|shouted|reads|replies|replied|tells you|told you|answers|"
    r"reported|calls out|whispers?)(?: only)?(?: this)?[,:]? (\"[^\"]{0,400}\")",
    re.I,
)
_QUOTED = re.compile(r"(?<=\S )\"[^\"]{1,400}\"")
_SENTENCE = re.compile(r"(?<=[.!?])[\"')]? +")


@dataclass(frozen=True)
class Text:
    """A text of a plan: its place, its part (prompt, probe, criterion, anchor, red flag, alternate), its words.

    Beside the parts of a question: why, skill, opening, closing, screening, elsewhere."""

    where: str
    part: str
    words: str


def texts_beside(plan: PlanDraft) -> Iterator[Text]:
    """Every text of a plan beside its skills and questions that is said or settled, with its place.

    The note on what is protected is not among them: it names the protected topics so that nobody asks for them."""
    yield Text("opening", "opening", plan.opening)
    yield Text("closing", "closing", plan.closing)
    for place, line in enumerate(plan.screen_first):
        yield Text(f"screen_first.{place}", "screening", line)
    for place, line in enumerate(plan.assess_elsewhere):
        yield Text(f"assess_elsewhere.{place}", "elsewhere", line)


def of_question(question: QuestionDraft, where: str) -> Iterator[Text]:
    """Every text of one question."""
    yield Text(f"{where}.prompt", "prompt", question.prompt)
    if question.alternate:
        yield Text(f"{where}.alternate", "alternate", question.alternate)
    parts = {
        "follow_ups": ("probe", [probe.text for probe in question.follow_ups]),
        "evaluation_criteria": ("criterion", question.evaluation_criteria),
        "rating_scale": ("anchor", [anchor.anchor for anchor in question.rating_scale]),
        "red_flags": ("red flag", question.red_flags),
    }
    for name, (part, lines) in parts.items():
        for index, words in enumerate(lines):
            yield Text(f"{where}.{name}.{index}", part, words)
    yield Text(f"{where}.why", "why", question.why)


def plain(words: str) -> str:
    """A text on one line with straight quotes, so that patterns need to know one spelling only."""
    return " ".join(words.translate(_STRAIGHT).split())


def spoken(words: str) -> str:
    """What the interviewer says in their own name: the text without what a customer or a colleague says in it."""
    text = plain(words)
    return _SAID.sub(lambda match: match.group(0).replace(match.group(1), '"…"'), text) if '"' in text else text


def unquoted(words: str) -> str:
    """A text without what stands in quotation marks in it: how a form or a survey asks is not how the prompt asks."""
    return _QUOTED.sub('"…"', plain(words))


def sentences(words: str) -> list[str]:
    """The sentences of a text, in order."""
    return [sentence for sentence in _SENTENCE.split(words) if sentence]


def found(text: Text, code: str, words: str, reason: str, suggestion: str = "") -> Finding:
    """A finding at a text."""
    return Finding(code=code, where=text.where, words=words[:MOST_QUOTED], reason=reason, suggestion=suggestion)
