"""A description as clauses of a kind: what the job is (duties), what it asks for, and what is neither."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from interviews.engines.library.clauses import Piece, pieces
from interviews.engines.library.data import lines
from interviews.engines.library.grammar import lemma
from interviews.engines.library.words import Word, words

Kind = Literal["heading", "duty", "requirement", "nice", "benefit", "about", "procedure", "noise"]
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
USEFUL: tuple[Kind, ...] = ("requirement", "duty", "nice")
LOUD = 0.6
LEAST_DUTY, ENOUGH_AFTER = 3, 4
# What a cell of a table says of its row; or the last words of a line.
_WISHED = re.compile(r"d|desirable|preferred|nice[ -]to[ -]have|optional|(?:an )?advantage|(?:a )?plus", re.I)
_ASKED = re.compile(r"e|essential|required|must(?:[ -]have)?|mandatory|yes", re.I)
# "Experience with Docker" on a line of its own asks for something, as "Experience:" does not.
_ASKS = re.compile(
    r"(?:experience|knowledge|skills?|expertise|proficiency|familiarity|understanding|degree|certification)"
    r" (?:with|of|in|using) \w",
    re.I,
)
_INLINE_HEADING = re.compile(r"([A-Za-z][A-Za-z'’ /&-]{2,45}):\s*(?=\S)")


@dataclass(frozen=True)
class Clause:
    """A clause of the description, its kind, and the stretches of it that are negated ("no Kubernetes needed")."""

    start: int
    end: int
    text: str
    kind: Kind
    must: bool = False
    negated: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> list[Word]:
        """The words with their places in the description, without the negated ones."""
        return [
            word
            for word in words(self.text, self.start)
            if not any(start <= word.start < end for start, end in self.negated)
        ]


@cache
def _patterns(name: str) -> dict[str, list[re.Pattern[str]]]:
    return {kind: [re.compile(line) for line in block] for kind, block in lines(name).items()}


def read(description: str) -> list[Clause]:
    """The clauses of a description in order, headings included, each with its kind and exact offsets."""
    found: list[Clause] = []
    section: Kind | None = None
    after_label: Kind | None = None
    labelled = False
    every = list(pieces(description))
    loud = _is_loud(every)
    row = 0
    for index, piece in enumerate(every):
        if labelled and piece.opens_line:
            section, labelled = after_label, False
        row = row if piece.later else len(found)
        if piece.later and (_WISHED.fullmatch(piece.text) or _ASKED.fullmatch(piece.text)):
            found.append(Clause(piece.start, piece.end, piece.text, "heading"))
            if _WISHED.fullmatch(piece.text):
                _wish(found, row)
            continue
        if is_heading(piece, index == 0, loud):
            section = heading_kind(piece.text) or (section if piece.colon and not piece.opens_line else None)
            found.append(Clause(piece.start, piece.end, piece.text, "heading"))
            continue
        inline = _INLINE_HEADING.match(piece.text)
        own = heading_kind(inline.group(1)) if inline and len(inline.group(1).split()) <= 6 else None
        if inline and own:
            found.append(Clause(piece.start, piece.start + inline.end(1), inline.group(1), "heading"))
            labelled, after_label = own == "about", section
            section = own
            piece = _after(piece, inline.end())
        found.append(_clause(piece, section))
    return _introduced(found)


def read_answer(answer: str, offset: int) -> list[Clause]:
    """The clauses of an answer about the job, as duties: it has no headings and no benefits. Places count from
    `offset`; orders to a machine are left out."""
    return [
        Clause(offset + piece.start, offset + piece.end, piece.text, "duty")
        for piece in pieces(answer)
        if not _says("noise", piece.text.lower().replace("’", "'")[:600])
    ]


def _introduced(found: list[Clause]) -> list[Clause]:
    """What stands before the first heading of duties or requirements is about the house, unless it says what to do."""
    first = next((i for i, c in enumerate(found) if c.kind == "heading" and heading_kind(c.text) in USEFUL), len(found))
    if sum(clause.kind in USEFUL for clause in found[first:]) < ENOUGH_AFTER:
        return found
    return [
        replace(clause, kind="about")
        if place < first and clause.kind == "duty" and not _says_duty(clause.text)
        else clause
        for place, clause in enumerate(found)
    ]


def _says_duty(text: str) -> bool:
    plain = text.lower().replace("’", "'")
    first = plain.split()[0]
    return _says("duty", plain) or lemma(first) is not None or " you " in f" {plain} "


def _wish(found: list[Clause], row: int) -> None:
    """Marks the cells of a table's row as wishes, because one of them says so."""
    for place in range(row, len(found)):
        if found[place].kind in ("requirement", "duty"):
            found[place] = replace(found[place], kind="nice", must=False)


def _after(piece: Piece, offset: int) -> Piece:
    return Piece(piece.start + offset, piece.end, piece.text[offset:], False, piece.colon, piece.stopped)


def _is_loud(every: list[Piece]) -> bool:
    """Whether a text is mostly written in capitals, so that these mark no heading."""
    letters = [letter for piece in every for letter in piece.text[:200] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > LOUD * len(letters)


def is_heading(piece: Piece, first: bool, loud: bool = False) -> bool:
    """Whether a piece is a heading: short, on a line of its own, and worded, printed or ended like one."""
    count = len(piece.text.split())
    if count > 8 or (not piece.opens_line and not piece.colon):
        return False
    if piece.stopped or piece.text[-1] == ")" or _is_content(piece):
        return False
    known = heading_kind(piece.text) is not None
    if piece.colon:
        return known or count <= 5
    shouted = piece.text.isupper() and count >= 2 and not loud
    return (
        (known and count <= 5 and _reads_as_title(piece.text))
        or shouted
        or (first and count <= 6 and not piece.marked and not _does(piece))
    )


def _does(piece: Piece) -> bool:
    """Whether a piece begins with what somebody does: "Install lighting circuits"."""
    first = piece.text.split()[0].lower()
    return lemma(first) == first and len(piece.text.split()) >= LEAST_DUTY


def _is_content(piece: Piece) -> bool:
    """Whether a short line says something itself: "Experience with Docker", "Nice to have: Terraform, React"."""
    label = _INLINE_HEADING.match(piece.text)
    return (label is not None and heading_kind(label.group(1)) is not None) or (
        not piece.colon and _ASKS.match(piece.text) is not None
    )


def _reads_as_title(text: str) -> bool:
    tokens = text.split()
    plain = tokens[0].lower() in {
        "what",
        "who",
        "you",
        "you'll",
        "we",
        "about",
        "how",
        "why",
        "your",
        "our",
        "in",
        "nice",
    }
    return len(tokens) <= 2 or plain or "/" in text or sum(token[0].isupper() for token in tokens) >= len(tokens) / 2


def heading_kind(text: str) -> Kind | None:
    """The kind of the clauses under a heading, None when its words say nothing."""
    plain = " ".join(text.lower().replace("’", "'").strip(" :-*#").split())
    for kind, patterns in _patterns("headings.yaml").items():
        if any(pattern.match(plain) for pattern in patterns):
            return _KINDS[kind]
    return None


def _says(kind: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns("cues.yaml")[kind])


def _clause(piece: Piece, section: Kind | None) -> Clause:
    plain = piece.text.lower().replace("’", "'").replace("\x1f", " ")
    head = plain[:600]
    kind = _kind(head, section)
    negated = [match.span() for pattern in _patterns("cues.yaml")["negated"] for match in pattern.finditer(plain)]
    spans = tuple((piece.start + start, piece.start + end) for start, end in negated)
    return Clause(piece.start, piece.end, piece.text, kind, _says("must", head) and kind != "nice", spans)


def _kind(text: str, section: Kind | None) -> Kind:
    if _says("noise", text):
        return "noise"
    if section in ("benefit", "about", "procedure"):
        return section
    for kind in ("procedure", "benefit"):
        if _says(kind, text):
            return kind
    if _says("nice", text) and not _says("must", text):
        return "nice"
    if section in ("nice", "requirement", "duty"):
        return _within(text, section)
    return _alone(text)


def _within(text: str, section: Kind) -> Kind:
    if section == "duty" and _says("about", text):
        return "about"
    return section


def _alone(text: str) -> Kind:
    if _says("about", text):
        return "about"
    if _says("requirement", text):
        return "requirement"
    return "duty"


class Places:
    """Finds the clause that holds a place of the description."""

    def __init__(self, clauses: list[Clause]) -> None:
        self.clauses = clauses
        self._starts = [clause.start for clause in clauses]

    def at(self, offset: int) -> Clause | None:
        """The clause at an offset, None between clauses."""
        index = bisect_right(self._starts, offset) - 1
        return self.clauses[index] if index >= 0 and offset < self.clauses[index].end else None
