"""A change in parts that a person can read: texts word by word, lists entry by entry, settings one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from interviews.drafts import Change
from interviews.edits.words import Piece, surroundings, word_diff

Shape = Literal["value", "text", "list", "moved", "added", "removed"]

_TEXTS = {"name", "summary", "description", "opening", "closing", "protected_note", "prompt", "why", "alternate"}
_LISTS = {
    "screen_first", "assess_elsewhere", "notices", "gaps", "evidence", "follow_ups", "evaluation_criteria",
    "rating_scale", "red_flags", "samples",
}  # fmt: skip
_NESTED = {"general", "proctoring", "intake"}
# The text of an entry, and what stands beside it.
_TEXT_OF = ("text", "anchor", "answer", "quote")
_LABEL_OF = ("ask", "score")
_LONG = 600
_ALIKE = 0.5


# An entry of a list: what stands beside it, and its text.
_Entry = tuple[str, str]


@dataclass(frozen=True)
class Item:
    """An entry of a list that changed. `label` is what stands beside its text now (a score, when a probe is asked),
    `label_before` what did, if that is something else."""

    happened: Literal["added", "removed", "changed", "moved"]
    pieces: tuple[Piece, ...]
    label: str = ""
    label_before: str = ""


@dataclass(frozen=True)
class Told:
    """One readable part of a change.

    `field` is the field's name, with a dot before that of a setting (`general.duration.max`). A `value` has `before`
    and `after`, a `text` its pieces, a `list` its entries that changed; for what was `moved`, `added` or `removed` see
    `Change`."""

    change: Change
    shape: Shape
    field: str = ""
    before: Any = None
    after: Any = None
    pieces: tuple[Piece, ...] = ()
    items: tuple[Item, ...] = ()


def told(change: Change) -> list[Told]:
    """The readable parts of a change; none where nothing changed that anybody would see."""
    if change.happened != "changed":
        return [Told(change, change.happened, before=change.before, after=change.after)]
    if change.field in _NESTED:
        return [_one(change, *setting) for setting in _settings(change.field, change.before, change.after)]
    if change.field in _LISTS:
        items = listed(change.before or [], change.after or [])
        return [Told(change, "list", change.field, items=tuple(items))] if items else []
    return [_one(change, change.field, change.before, change.after)]


def _one(change: Change, name: str, before: Any, after: Any) -> Told:
    if name in _TEXTS or name.startswith("intake."):
        pieces = word_diff(before or "", after or "")
        is_long = name == "description" or sum(len(piece.text) for piece in pieces) > _LONG
        return Told(change, "text", name, before, after, pieces=tuple(surroundings(pieces) if is_long else pieces))
    return Told(change, "value", name, before, after)


def _settings(name: str, before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        if before != after:
            yield name, before, after
        return
    for key in dict.fromkeys([*before, *after]):
        yield from _settings(f"{name}.{key}", before.get(key), after.get(key))


def listed(before: list[Any], after: list[Any]) -> list[Item]:
    """The entries of a list that changed, in the order of the list: entries are JSON texts or objects."""
    old, new = [_entry(value) for value in before], [_entry(value) for value in after]
    found: list[tuple[str, _Entry | None, _Entry | None]] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found.extend(_paired(old[first:last], new[start:end]))
    gone = [was for _kind, was, now in found if now is None]
    came = [now for _kind, was, now in found if was is None]
    items = []
    for happened, was, now in found:
        if now is None and was in came:
            continue
        items.append(_item("moved" if was is None and now in gone else happened, was, now))
    return items


def _entry(value: Any) -> _Entry:
    if not isinstance(value, dict):
        return "", str(value)
    text = next((str(value[name]) for name in _TEXT_OF if name in value), "")
    return next((str(value[name]) for name in _LABEL_OF if name in value), ""), text


def _paired(old: list[_Entry], new: list[_Entry]) -> Iterator[tuple[str, _Entry | None, _Entry | None]]:
    """Entries that became others: the likest are one entry that changed, the rest came or went."""
    partners: dict[int, int] = {}
    for place, was in enumerate(old):
        free = [number for number in range(len(new)) if number not in partners.values()]
        likeness, best = max(((_likeness(was, new[number]), -number) for number in free), default=(0.0, 0))
        if likeness >= _ALIKE:
            partners[place] = -best
    for place, was in enumerate(old):
        if place in partners:
            yield "changed", was, new[partners[place]]
        else:
            yield "removed", was, None
    yield from (("added", None, now) for number, now in enumerate(new) if number not in partners.values())


def _likeness(was: _Entry, now: _Entry) -> float:
    if was[0].isdigit() and now[0].isdigit():
        return 1.0 if was[0] == now[0] else 0.0
    return SequenceMatcher(None, was[1].split(), now[1].split(), autojunk=False).ratio() if was[1] != now[1] else 1.0


def _item(happened: Any, was: _Entry | None, now: _Entry | None) -> Item:
    if happened == "moved" and now is not None:
        return Item("moved", (Piece("same", now[1]),), now[0])
    if was is None and now is not None:
        return Item("added", (Piece("added", now[1]),), now[0])
    if was is not None and now is None:
        return Item("removed", (Piece("removed", was[1]),), was[0])
    assert was is not None and now is not None  # noqa: S101, PT018
    return Item("changed", tuple(word_diff(was[1], now[1])), now[0], was[0] if was[0] != now[0] else "")
