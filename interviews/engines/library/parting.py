"""Long clauses in parts: a sentence that lists twenty duties is twenty things to ask about, not one."""

import re
from bisect import bisect_left

from interviews.engines.library.grammar import lemma
from interviews.engines.library.reading import Clause

LONG = 22
LEAST, LEAST_NOUNS = 5, 8
LOOK_BACK = 120
_COMMA = re.compile(
    r",\s+(?:and |or |as well as )?|\s(?:and|or)\s(?=\w+(?:s|ing)\s(?:the|a|an|all|any|and|of|with|in)\s)|\s-\s|:\s"
)
_LIST = re.compile(r"\b(such as|including|e\.g|like|of|in)$|\b(such as|including)\b[^,]*$", re.I)
_ADJECTIVE = re.compile(r"(?:al|ive|ic|ous|ary|ible|able|ful)$")
_TRIMMED = " \t\n\r\f\v\x1f,:-"
_WORD = re.compile(r"\S+")


def split_long(clause: Clause) -> list[Clause]:
    """The clause itself, or of a long one its parts at commas, none shorter than five words. Linear in its length."""
    text = clause.text
    starts = [match.start() for match in _WORD.finditer(text)]
    if len(starts) <= LONG:
        return [clause]
    cuts, first = [0], 0
    for match in _COMMA.finditer(text):
        upto, after = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        before, behind = upto - first, len(starts) - after
        if min(before, behind) < LEAST:
            continue
        so_far = text[max(cuts[-1], match.start() - LOOK_BACK) : match.start()]
        following = _WORD.match(text, starts[after])
        nouns = min(before, behind) >= LEAST_NOUNS
        if following and _may_cut(so_far, following.group(), nouns):
            cuts.append(match.end())
            first = after
    return [_part(clause, start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _may_cut(so_far: str, following: str, nouns: bool) -> bool:
    """Whether the next part says something of its own: it begins with a verb, or is long and no list of adjectives;
    and what stands before it neither announces a list nor waits for its object."""
    last = so_far.split()[-1].lower()
    anew = lemma(following.lower()) is not None or (nouns and not _ADJECTIVE.search(last))
    return anew and not _LIST.search(so_far) and not _waits_for_object(last)


def _waits_for_object(last: str) -> bool:
    """Whether a part ends in a verb whose object is still to come: "plans, organizes and directs the work"."""
    return lemma(last) is not None and (last.endswith("s") or last == lemma(last))


def _part(clause: Clause, start: int, end: int) -> Clause:
    kept = clause.text[start:end].rstrip(_TRIMMED)
    last = kept.rsplit(" ", 1)
    if len(last) == 2 and last[1] in ("and", "or"):
        kept = last[0].rstrip(_TRIMMED)
    return Clause(
        clause.start + start, clause.start + start + len(kept), kept, clause.kind, clause.must, clause.negated
    )
