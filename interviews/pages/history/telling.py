"""Changes as they stand on a page: grouped by what they are about, each a line that can be read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.drafts import Change
from interviews.edits.condensing import condensed
from interviews.edits.reading_changes import Item, Told, told
from interviews.edits.words import Piece, beginning
from interviews.pages.history.words import LABELS, label_of_entry, said

# Longer names are cut short in the heading of a group.
NAMED = 90
# What follows from other changes, or means nothing to a reader.
_UNSEEN = {"weight_by_hand", "reference", "source.reference", "source.note", "source.serves", "source.stands_in"}


@dataclass(frozen=True)
class Entry:
    """An entry of a list that changed."""

    happened: str
    label: str
    label_before: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Line:
    """One thing that changed: a `sentence`, two values, the pieces of a text, or entries of a list."""

    shape: str
    label: str = ""
    sentence: str = ""
    before: str = ""
    after: str = ""
    pieces: tuple[Piece, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def old(self) -> list[Piece]:
        """The pieces of the text before."""
        return [piece for piece in self.pieces if piece.kind != "added"]

    @property
    def new(self) -> list[Piece]:
        """The pieces of the text after."""
        return [piece for piece in self.pieces if piece.kind != "removed"]


@dataclass(frozen=True)
class Group:
    """What changed about one thing: `subject` is plan, weights, skill or question, `anchor` the id of its element."""

    subject: str
    name: str = ""
    anchor: str = ""
    is_gone: bool = False
    lines: list[Line] = field(default_factory=list)


def grouped(changes: Iterable[Change]) -> list[Group]:
    """The changes as groups of lines, without those that nobody would see."""
    groups: dict[tuple[str, int | None], Group] = {}
    for change in condensed(changes):
        for part in told(_seen(change)):
            line = _line(part)
            if line is not None:
                about = _group(change)
                groups.setdefault((about.subject, change.identifier if about.anchor else None), about).lines.append(
                    line
                )
    return list(groups.values())


def in_short(groups: Iterable[Group], most: int = 3_000) -> list[Group]:
    """The groups with long texts cut: what a list shows, where comparing two versions shows the whole."""
    return [replace(group, lines=[_in_short(line, most) for line in group.lines]) for group in groups]


def _in_short(line: Line, most: int) -> Line:
    entries = tuple(replace(entry, pieces=tuple(beginning(entry.pieces, most))) for entry in line.entries)
    return replace(line, pieces=tuple(beginning(line.pieces, most)), entries=entries)


def mentions(changes: Iterable[Change], subject: str, identifier: int) -> list[Change]:
    """Those of the changes that are about a skill or a question."""
    return [change for change in changes if _is_about(change, subject, identifier)]


def _is_about(change: Change, subject: str, identifier: int) -> bool:
    if (change.subject, change.identifier) == (subject, identifier):
        return True
    whole = change.before if change.happened == "removed" else change.after if change.happened == "added" else None
    if subject != "question" or change.subject != "skill" or whole is None:
        return False
    return any(question["id"] == identifier for question in whole["skill"]["questions"])


def _seen(change: Change) -> Change:
    """A source is told by who wrote the question alone."""
    if change.field != "source":
        return change
    engines = {"before": (change.before or {}).get("engine"), "after": (change.after or {}).get("engine")}
    return change.model_copy(update={"field": "source.engine", **engines})


def _group(change: Change) -> Group:
    if change.subject == "plan":
        return Group("plan")
    if change.field == "weight":
        return Group("weights")
    return Group(change.subject, change.name, f"{change.subject}-{change.identifier}", change.happened == "removed")


def _line(part: Told) -> Line | None:
    change = part.change
    if part.field in _UNSEEN or (part.shape == "value" and part.before == part.after):
        return None
    if part.shape == "moved":
        return Line("sentence", sentence=_moved(change))
    if part.shape in {"added", "removed"}:
        return _whole(change, part.shape)
    label = str(LABELS.get(part.field, part.field)) if part.field != "weight" else change.name
    if part.shape == "list":
        return Line("list", label, entries=tuple(_entry(part.field, item) for item in part.items))
    if part.shape == "text":
        return Line("text", label, pieces=part.pieces)
    return Line("value", label, before=said(part.field, part.before), after=said(part.field, part.after))


def _entry(name: str, item: Item) -> Entry:
    return Entry(item.happened, label_of_entry(name, item.label), label_of_entry(name, item.label_before), item.pieces)


def _moved(change: Change) -> str:
    if change.subject == "skill":
        return _("Moved to the top.") if change.after["after"] is None else _("Moved to another place.")
    if change.before["skill"] == change.after["skill"]:
        return _("Moved within %(skill)s.") % {"skill": change.after["in"]}
    return _("Moved from %(old)s to %(new)s.") % {"old": change.before["in"], "new": change.after["in"]}


def _whole(change: Change, happened: Any) -> Line:
    found = change.after if happened == "added" else change.before
    if change.subject == "skill":
        return Line("whole", sentence=_of_skill(found["skill"], happened))
    where = {"skill": found["place"]["in"], "minutes": found["question"]["minutes"]}
    if happened == "added":
        sentence = _("Added to %(skill)s, %(minutes)d min.") % where
    else:
        sentence = _("Removed from %(skill)s, %(minutes)d min.") % where
    prompt = found["question"]["prompt"]
    return Line("whole", sentence=sentence, pieces=(Piece(happened, prompt),) if len(prompt) > NAMED else ())


def _of_skill(skill: dict[str, Any], happened: str) -> str:
    count = len(skill["questions"])
    if happened == "added":
        sentence = ngettext("Added, with %(count)d question.", "Added, with %(count)d questions.", count)
    else:
        sentence = ngettext("Removed, with %(count)d question.", "Removed, with %(count)d questions.", count)
    return sentence % {"count": count}
