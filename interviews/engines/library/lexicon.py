"""Names of software, methods, rules and certificates, with their aliases, found in a text at word boundaries."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from interviews.engines.library.data import lines

_TOKEN = re.compile(r"\.?[^\W_][\w+#]*(?:\.[^\W\d_]\w*)?")
_GAP = re.compile(r"[ \n]?[-/&.’' ]?[ \n]?")


@dataclass(frozen=True)
class Term:
    """A name of the lexicon in its canonical spelling, and what it names: a tool, a method, a certificate ..."""

    name: str
    kind: str


@dataclass(frozen=True)
class Mention:
    """A term and where a text names it."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class _Alias:
    tokens: tuple[str, ...]
    exact: tuple[str, ...] | None
    term: Term


def _tokens(text: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text))


@cache
def _aliases() -> dict[str, list[_Alias]]:
    table: dict[str, list[_Alias]] = {}
    for kind, names in lines("lexicon.yaml").items():
        for line in names:
            spellings = [spelling.strip() for spelling in line.split("|")]
            term = Term(spellings[0].removeprefix("="), kind)
            for spelling in spellings:
                plain = tuple(match.group() for match in _tokens(spelling.removeprefix("=")))
                low = tuple(token.lower() for token in plain)
                table.setdefault(low[0], []).append(_Alias(low, plain if spelling.startswith("=") else None, term))
    for choices in table.values():
        choices.sort(key=lambda alias: -len(alias.tokens))
    return table


@cache
def terms() -> dict[str, Term]:
    """Every term by its name in lower case."""
    return {alias.term.name.lower(): alias.term for choices in _aliases().values() for alias in choices}


def mentions(text: str, offset: int = 0) -> list[Mention]:
    """The terms that a text names, longest names first where they overlap; places count from `offset`."""
    found, index, tokens, table = [], 0, _tokens(text), _aliases()
    while index < len(tokens):
        alias = next((a for a in table.get(tokens[index].group().lower(), ()) if _fits(a, tokens, index, text)), None)
        if alias is None:
            index += 1
            continue
        last = tokens[index + len(alias.tokens) - 1]
        found.append(Mention(alias.term, offset + tokens[index].start(), offset + last.end()))
        index += len(alias.tokens)
    return found


def _fits(alias: _Alias, tokens: list[re.Match[str]], index: int, text: str) -> bool:
    here = tokens[index : index + len(alias.tokens)]
    spelled = tuple(token.group() for token in here)
    if tuple(token.lower() for token in spelled) != alias.tokens or (alias.exact and spelled != alias.exact):
        return False
    gaps = [text[left.end() : right.start()] for left, right in pairwise(here)]
    if alias.term.name.isupper() and len(spelled) == 1 and spelled[0] not in (spelled[0].upper(), spelled[0].lower()):
        return False
    if not all(gap and _GAP.fullmatch(gap) for gap in gaps):
        return False
    return not _is_letter(here, text) and not _is_verb(spelled, text, here[-1].end())


def _is_letter(here: list[re.Match[str]], text: str) -> bool:
    """Whether a one-letter name is only a letter: "R&D", "Plan C", "Class C licence"."""
    if len(here) > 1 or len(here[0].group()) > 1:
        return False
    before, after = text[max(0, here[0].start() - 9) : here[0].start()], text[here[0].end() : here[0].end() + 9]
    alone = (
        not after[:1].isalnum()
        and after[:1] not in ("&", "'", "’", "-", ".", "/")
        and not before.endswith(("&", "'", ".", "/"))
    )
    return not alone or before.lower().rstrip().endswith(
        ("class", "plan", "grade", "level", "vitamin", "type", "licence", "license")
    )


def _is_verb(spelled: tuple[str, ...], text: str, end: int) -> bool:
    return spelled in (("Excel",), ("Access",), ("Slack",)) and text[end : end + 4].lower().startswith(
        (" in ", " at ", " to ", " as ")
    )
