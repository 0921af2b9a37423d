"""What differs between two texts, word by word, in pieces that joined make up either text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added", "skipped"]

# Scripts that put no space between words are taken character by character.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|\s+|[^\w\s]")
_SENTENCES = re.compile(r"[^\n.!?]*[\n.!?]+\s*|[^\n.!?]+")
_WHOLE_WORDS = re.compile(r"\S+\s*|\s+")
# Word by word up to this many pairs of words; beyond it sentence by sentence first.
_MOST_PAIRS = 250_000
# From this many parts on, those that stand everywhere are no landmarks: it keeps the time within bounds.
_MANY = 200


@dataclass(frozen=True)
class Piece:
    """A run of a text. `skipped` stands for a run that is the same in both and is not shown."""

    kind: Kind
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The pieces in order: `same` and `removed` ones make up the text before, `same` and `added` ones that after.

    Takes well under a second for texts of 10,000 words, however they differ: where much changed at once it compares
    sentences first."""
    if before == after:
        return [Piece("same", after)] if after else []
    return list(_settled(_compared(_WORDS.findall(before), _WORDS.findall(after))))


def surroundings(pieces: Iterable[Piece], around: int = 80) -> list[Piece]:
    """Only what changed, with about so many characters around it; what lies between is `skipped`."""
    pieces = list(pieces)
    shown: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.kind != "same":
            shown.append(piece)
            continue
        head = "" if number == 0 else _first_words(piece.text, around)
        tail = "" if number == len(pieces) - 1 else _last_words(piece.text, around)
        if len(head) + len(tail) + around // 2 >= len(piece.text):
            shown.append(piece)
            continue
        cut = [Piece("same", head), Piece("skipped", ""), Piece("same", tail)]
        shown.extend(part for part in cut if part.text or part.kind == "skipped")
    return shown


def beginning(pieces: Iterable[Piece], most: int) -> list[Piece]:
    """The first so many characters of the pieces; what is left out is `skipped`."""
    shown: list[Piece] = []
    for piece in pieces:
        if most <= 0:
            return [*shown, Piece("skipped", "")]
        shown.append(Piece(piece.kind, piece.text[:most]))
        most -= len(piece.text)
    return shown if most >= 0 else [*shown, Piece("skipped", "")]


def _compared(before: list[str], after: list[str]) -> Iterator[Piece]:
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    yield Piece("same", "".join(before[:start]))
    middle, now = before[start : len(before) - end], after[start : len(after) - end]
    if len(middle) * len(now) <= _MOST_PAIRS:
        yield from _matched(middle, now)
    else:
        yield from _by_sentence("".join(middle), "".join(now))
    yield Piece("same", "".join(before[len(before) - end :]))


def _alike(before: list[str], after: list[str]) -> int:
    for number, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return number
    return min(len(before), len(after))


def _by_sentence(before: str, after: str) -> Iterator[Piece]:
    old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
    if len(old) * len(new) > _MOST_PAIRS * 4:
        yield from (Piece("removed", before), Piece("added", after))
        return
    for kind, was, now in _blocks(old, new):
        if kind == "equal":
            yield Piece("same", "".join(was))
            continue
        words, fresh = _WORDS.findall("".join(was)), _WORDS.findall("".join(now))
        if len(words) * len(fresh) <= _MOST_PAIRS:
            yield from _matched(words, fresh)
        else:
            yield from (Piece("removed", "".join(was)), Piece("added", "".join(now)))


def _matched(before: list[str], after: list[str]) -> Iterator[Piece]:
    for kind, was, now in _blocks(before, after):
        if kind == "equal":
            yield Piece("same", "".join(was))
        else:
            yield from (Piece("removed", "".join(was)), Piece("added", "".join(now)))


def _blocks(before: list[str], after: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    matcher = SequenceMatcher(None, before, after, autojunk=len(after) >= _MANY)
    for kind, first, last, start, end in matcher.get_opcodes():
        yield kind, before[first:last], after[start:end]


def _settled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Joins neighbours of a kind. What stayed the same between two changes and is shorter than both changes with them:
    a mosaic of single words is hard to read."""
    runs = list(_runs(pieces))
    settled: list[tuple[str, str, str]] = []
    for number, (same, removed, added) in enumerate(runs):
        _before, gone, came = settled[-1] if settled else ("", "", "")
        least = min(max(len(gone), len(came)), max(len(removed), len(added)))
        if number and same and len(same) <= least:
            settled[-1] = (settled[-1][0], gone + same + removed, came + same + added)
        else:
            settled.append((same, removed, added))
    for same, removed, added in settled:
        whole = (Piece("same", same), Piece("removed", removed), Piece("added", added))
        yield from (piece for piece in whole if piece.text)


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, str, str]]:
    """A text as runs of what stayed the same, each with what was removed and what was added behind it."""
    same = removed = added = ""
    for piece in pieces:
        if piece.kind == "same" and piece.text:
            if removed or added:
                yield same, removed, added
                same = removed = added = ""
            same += piece.text
        elif piece.kind == "removed":
            removed += piece.text
        elif piece.kind == "added":
            added += piece.text
    yield same, removed, added


def _first_words(text: str, most: int) -> str:
    found = ""
    for word in _WHOLE_WORDS.findall(text[: most * 2]):
        if len(found) + len(word) > most:
            break
        found += word
    return found


def _last_words(text: str, most: int) -> str:
    found = ""
    for word in reversed(_WHOLE_WORDS.findall(text[-most * 2 :])):
        if len(found) + len(word) > most:
            break
        found = word + found
    return found
