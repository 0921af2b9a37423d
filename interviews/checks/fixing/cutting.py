"""Takes a sentence or a clause out of a text where what is left still stands by itself."""

import re
from collections.abc import Callable

_SENTENCES = re.compile(r".*?(?:[.!?][\"')’”]*(?:\s+|$)|$)", re.S)
_CLAUSES = re.compile(r"(, and |, or |, |; | and )")
_ASKS = re.compile(
    r"\?[\"')’”]*\s*$|^(?:please )?(?:tell|walk|talk|take|show|give|describe|explain|outline|compare|list|name|let) ",
    re.I,
)
# What cannot begin a text: it would lean on the clause that is gone.
_LEANS = re.compile(
    r"^(?:which|who|whom|whose|that|this|these|those|it|they|them|so|because|but|although|though|while|when|where|as|if|then|than|to|in|on|at|by|for|of|"
    r"with|without|from|not|nor|also|even|only|a|an|the|his|her|its|their|your|our|my)\b",
    re.I,
)
_ACTS = re.compile(r"^(?:\w+ly )?\w+(?:s|ed)\b", re.I)

Bad = Callable[[str], bool]


def sentences_of(words: str) -> list[str]:
    """The sentences of a text with the white space after each, so that together they are the text."""
    return [match.group(0) for match in _SENTENCES.finditer(words) if match.group(0)]


def asks(words: str) -> bool:
    """Whether a text asks for something."""
    return any(_ASKS.search(sentence.strip()) for sentence in sentences_of(words))


def without_sentences(words: str, is_bad: Bad) -> str:
    """The text without its bad sentences; empty if none of them is bad by itself, or all are."""
    every = sentences_of(words)
    kept = [sentence for sentence in every if not is_bad(sentence.strip())]
    return "".join(kept).strip() if len(kept) < len(every) else ""


def without_clauses(words: str, is_bad: Bad, fewest_words: int) -> str:
    """A line of a rating without the clauses that are bad by themselves.

    Empty unless each that is left says what somebody does, so that none leans on one that is gone."""
    parts = _CLAUSES.split(words.strip())
    clauses, joints = parts[::2], ["", *parts[1::2]]
    bad = [is_bad(clause) for clause in clauses]
    if not any(bad) or all(bad):
        return ""
    first = bad.index(True)
    if any(_LEANS.match(clause) or not _ACTS.match(clause) for clause in clauses[first + 1 :]):
        return ""
    kept = [(joint, clause) for joint, clause, gone in zip(joints, clauses, bad, strict=True) if not gone]
    text = "".join((joint if place else "") + clause for place, (joint, clause) in enumerate(kept))
    text = text[:1].upper() + text[1:]
    end = "." if words.rstrip().endswith(".") and not text.endswith(".") else ""
    return text + end if len(text.split()) >= fewest_words else ""
