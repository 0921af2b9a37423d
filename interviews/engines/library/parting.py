"""Long clauses in parts: a sentence that lists twenty duties is twenty things to ask about, not one."""

import re

from interviews.engines.library.grammar import lemma
from interviews.engines.library.reading import Clause

LONG = 22
LEAST, LEAST_NOUNS = 5, 8
_ADJECTIVE = re.compile(r"(?:al|ive|ic|ous|ary|ible|able|ful)$")
_COMMA = re.compile(
    r",\s+(?:and |or |as well as )?|\s(?:and|or)\s(?=\w+(?:s|ing)\s(?:the|a|an|all|any|and|of|with|in)\s)|\s-\s|:\s"
)
_LIST = re.compile(r"\b(such as|including|e\.g|like|of|in)$|\b(such as|including)\b[^,]*$", re.I)


def split_long(clause: Clause) -> list[Clause]:
    """The clause itself, or of a long one its parts at commas, none shorter than five words."""
    if len(clause.text.split()) <= LONG:
        return [clause]
    cuts = [0]
    for match in _COMMA.finditer(clause.text):
        so_far = clause.text[cuts[-1] : match.start()]
        rest = clause.text[match.end() :]
        whole = len(so_far.split()) >= LEAST and len(rest.split()) >= LEAST
        if whole and _begins_anew(so_far, rest) and not _LIST.search(so_far) and not _waits_for_object(so_far):
            cuts.append(match.end())
    ends = [*cuts[1:], len(clause.text)]
    return [_part(clause, start, end) for start, end in zip(cuts, ends, strict=True)]


def _begins_anew(so_far: str, rest: str) -> bool:
    """Whether a part says something of its own: it begins with a verb, or is long and no list of adjectives."""
    if lemma(rest.split()[0].lower()) is not None:
        return True
    both = min(len(so_far.split()), len(rest.split())) >= LEAST_NOUNS
    return both and not _ADJECTIVE.search(so_far.split()[-1].lower())


def _waits_for_object(text: str) -> bool:
    """Whether a part ends in a verb whose object is still to come: "plans, organizes and directs the work"."""
    last = text.split()[-1].lower()
    return lemma(last) is not None and (last.endswith("s") or last == lemma(last))


def _part(clause: Clause, start: int, end: int) -> Clause:
    text = clause.text[start:end]
    kept = re.sub(r"[\s,:-]+(?:and|or|as well as)?\s*$", "", text)
    return Clause(
        clause.start + start, clause.start + start + len(kept), kept, clause.kind, clause.must, clause.negated
    )
