"""A prompt that asks two things, parted: the first ask with its scene, and the second."""

import re
from dataclasses import dataclass

from interviews.checks.words import plain, sentences, unquoted

_WH = r"(?:what|how|why|which|who|whom|when|where)"
_ME = r"(?:(?:tell|give|show) (?:me|us)|(?:walk|talk|take) (?:me|us) through)\b"
_TASK = rf"(?:{_ME}|describe\b|explain\b|outline\b|list\b|compare\b|discuss\b|name\b)"
_OPENING = re.compile(rf"^(?:please )?{_TASK}", re.I)
_ALSO = re.compile(
    rf"(?:[,;.]| and){{1,2}} (?:and )?(?:(?:then|also|finally|furthermore|next|in addition|after that),? ){{1,3}}(?:please )?({_TASK})",
    re.I,
)
_AND_TELL = re.compile(
    rf",? (?:and|as well as) (?:please )?({_ME}|(?:describe|explain|outline|list|compare|discuss|name) "
    rf"(?:{_WH}|your|the reasons?)\b)",
    re.I,
)
_HOW_YOU = re.compile(r"\bhow (?:you|one|to)\b|\byou would\b|\bwould you\b", re.I)
_DID_WOULD = re.compile(
    rf"\b(?:did|have|do) you\b[^.?!]{{0,120}}?(,? and ({_WH}(?: else)? (?:would|will) you\b))"
    rf"|\b(?:would|will|do) you\b[^.?!]{{0,120}}?(,? and ({_WH}(?: else)? (?:did|have) you\b))",
    re.I,
)
# "How do you know?" asks for the reason of the ask before it, as "why" does.
_WH_ASK = re.compile(
    rf"(?:^|, | and )(?!how (?:do|did|would) you (?:know|decide|choose|tell)\b)({_WH}(?: \w+){{0,2}} (?:do|did|does|would|will|should|could|can|were|was|is|are|have|has) \w+)",
    re.I,
)
_LISTED = re.compile(r"(?:^| )(?:\(?[a1]\)|1\.) .{3,300}? (\(?[b2]\)|2\.) ", re.I)
MOST_ASKS = 2


@dataclass(frozen=True)
class Parted:
    """The first ask, complete with the scene before it, and the second. `whole`: nothing is lost by parting them."""

    first: str
    second: str
    whole: bool


def parted(words: str) -> Parted | None:
    """The two asks of a text, or None if it asks one thing. "What did you do, and why?" is one."""
    text = plain(words)
    bare = unquoted(words)
    if bare.count("?") > 1:
        return _by_marks(text) or Parted("", "?", whole=False)
    return _listed(bare) or _joined(text, bare) or _three(bare)


def _by_marks(text: str) -> Parted | None:
    every = sentences(text)
    first = next((place for place, sentence in enumerate(every) if sentence.endswith("?")), None)
    if first is None or first == len(every) - 1:
        return None
    rest = every[first + 1 :]
    only_asks = all(sentence.endswith("?") for sentence in rest)
    second = next((sentence for sentence in rest if sentence.endswith("?")), "")
    whole = only_asks and len(rest) == 1 and len(second.split()) > 2
    return Parted(" ".join(every[: first + 1]) if only_asks else "", second, whole) if second else None


def _listed(text: str) -> Parted | None:
    match = _LISTED.search(text)
    return Parted("", match.group(1), whole=False) if match else None


def _joined(text: str, bare: str) -> Parted | None:
    """Two asks joined by "and": two tasks given, or one of the past and one supposed."""
    for match in [*_ALSO.finditer(bare), *_AND_TELL.finditer(bare)]:
        start = sentences(bare[: match.start()])
        begins = start[-1] if start else ""
        ambiguous = not re.match(_ME, match.group(1), re.I) and _HOW_YOU.search(begins)
        if (_OPENING.match(begins) or begins.endswith("?") or re.match(_WH, begins, re.I)) and not ambiguous:
            return _split(text, bare, match.start(), match.start(1))
    mixed = _DID_WOULD.search(bare)
    group = 1 if mixed and mixed.group(1) else 3
    return _split(text, bare, mixed.start(group), mixed.start(group + 1)) if mixed else None


def _split(text: str, bare: str, end: int, start: int) -> Parted:
    if text != bare:
        return Parted("", bare[start:], whole=False)
    first = text[:end].rstrip(" ,;")
    mark = "?" if re.match(_WH, sentences(first)[-1], re.I) else "."
    second = text[start : start + 1].upper() + text[start + 1 :]
    asked = re.match(_WH, second, re.I)
    second = second.rstrip(".?") + ("?" if asked else ".")
    return Parted(
        first if first.endswith((".", "?", "!")) else first + mark, second, whole=len(sentences(text[start:])) == 1
    )


def _three(bare: str) -> Parted | None:
    for sentence in sentences(bare):
        every = list(_WH_ASK.finditer(sentence))
        if len(every) > MOST_ASKS:
            return Parted("", every[-1].group(1), whole=False)
    return None
