"""A list of lines, edited as a list: each line in a field of its own, to add, move and remove."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from interviews.drafts import normalise
from interviews.edits.pasting import plain_text
from interviews.forms.numbers import whole
from interviews.forms.rows import RowsField


@dataclass(frozen=True)
class Line:
    """A line in its place: `id` of its field, and what the buttons beside it send."""

    id: str
    text: str
    number: int
    sends: str
    is_first: bool
    is_last: bool


class LinesBound(BoundField):
    """A list on a page."""

    @property
    def lines(self) -> list[Line]:
        """The lines as they stand in the form, blank ones too."""
        texts = list(self.value() or [])
        last = len(texts) - 1
        return [
            Line(f"{self.auto_id}-{place}", text, place + 1, f"{self.name}:{place}", place == 0, place == last)
            for place, text in enumerate(texts)
        ]


class LinesField(RowsField):
    """A list of strings. Blank lines are left out, a line that was pasted with breaks becomes several."""

    is_list = True
    too_many = _("These are %(length)s lines. Keep at most %(most)s.")

    def __init__(self, *, most: int = 20, **options: Any) -> None:
        """`most` lines."""
        super().__init__(row=_("Line"), most=most, **options)

    def get_bound_field(self, form: Any, field_name: str) -> LinesBound:
        """The list with its lines."""
        return LinesBound(form, self, field_name)

    def to_python(self, value: Any) -> list[str]:
        """The lines that say something."""
        lines = [" ".join(line.split()) for text in value or [] for line in normalise(plain_text(text)).split("\n")]
        return [line for line in lines if line]


def rearranged(data: Any, names: Mapping[str, Any]) -> tuple[Any, str]:
    """What was sent, after the button of a list that it was sent by: a line added, removed or moved.

    `names` are those of the lists. Also the end of the id that the focus belongs to, empty if no such button was
    pressed: `screen_first-2` for a line, `screen_first-2-up` for a button of it, `screen_first-add`."""
    for act in ("add", "drop", "up", "down"):
        name, _colon, place = str(data.get(act, "")).partition(":")
        if name in names and (act == "add" or place == str(whole(place))):
            sent = data.copy()
            lines = sent.getlist(name)
            focus = _ACTS[act](lines, whole(place))
            sent.setlist(name, lines)
            return sent, f"{name}-{focus}"
    return data, ""


def _add(lines: list[str], _place: int) -> str:
    lines.append("")
    return str(len(lines) - 1)


def _drop(lines: list[str], place: int) -> str:
    del lines[place : place + 1]
    return str(min(place, len(lines) - 1)) if lines else "add"


def _up(lines: list[str], place: int) -> str:
    return _swap(lines, place, place - 1, "up")


def _down(lines: list[str], place: int) -> str:
    return _swap(lines, place, place + 1, "down")


def _swap(lines: list[str], place: int, other: int, button: str) -> str:
    if not (0 <= other < len(lines) and place < len(lines)):
        return f"{place}-{button}"
    lines[place], lines[other] = lines[other], lines[place]
    return f"{other}-{button}"


_ACTS = {"add": _add, "drop": _drop, "up": _up, "down": _down}
