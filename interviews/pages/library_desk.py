"""The form of a library question as it is shown: its rows, and the findings beside what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from interviews.drafts import Finding, FollowUp
from interviews.forms.library import LibraryForm
from interviews.forms.numbers import whole
from interviews.pages.library_rows import LEVELS, TYPES

# How many empty rows a list without any begins with.
EMPTY = {"probes": 2, "criteria": 3, "red_flags": 1}
# Where the checks place a finding, and the field that shows it.
PLACES = {
    "prompt": "prompt",
    "alternate": "alternate",
    "why": "why",
    "minutes": "minutes",
    "follow_ups": "probes",
    "evaluation_criteria": "criteria",
    "rating_scale": "anchors",
    "red_flags": "red_flags",
}


@dataclass(frozen=True)
class Row:
    """A row of a list: its number (from 0, or its score), its text, and what was found in it."""

    name: str
    number: int
    text: str
    ask: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the element that holds the text."""
        return f"{self.name}-{self.number}"


@dataclass(frozen=True)
class RowList:
    """A list of rows with the words of its buttons."""

    name: str
    one: str
    add: str
    help: str
    rows: list[Row]


class Desk:
    """What the template of the form needs beside the form itself."""

    def __init__(self, form: LibraryForm, found: Sequence[Finding]) -> None:
        self.form = form
        self._beside: dict[tuple[str, int], list[Finding]] = {}
        for finding in found:
            self._beside.setdefault(_place(finding.where), []).append(finding)

    @property
    def whole(self) -> list[Finding]:
        """Findings about the question as a whole."""
        return self._beside.get(("", 0), [])

    @property
    def beside(self) -> dict[str, list[Finding]]:
        """Findings by the field that is one text."""
        return {name: found for (name, place), found in self._beside.items() if place == 0}

    @property
    def probes(self) -> RowList:
        """The probes."""
        return self._list("probes", _("Probe"), _("Add probe"), _("Neutral, and giving no criterion away."))

    @property
    def criteria(self) -> RowList:
        """The criteria."""
        told = _("What can be seen or heard in an answer: three to five.")
        return self._list("criteria", _("Criterion"), _("Add criterion"), told)

    @property
    def red_flags(self) -> RowList:
        """The red flags."""
        told = _("Observable and serious; never a veto by itself.")
        return self._list("red_flags", _("Red flag"), _("Add red flag"), told)

    def _list(self, name: str, one: str, add: str, told: str) -> RowList:
        values = self.form[name].value() or []
        written = [value for value in values if _words(value).strip()]
        waiting = [FollowUp(text="")] * (len(values) > len(written) or EMPTY[name] * (not values))
        rows = [
            Row(name, number, _words(value), getattr(value, "ask", ""), self._beside.get((name, number), []))
            for number, value in enumerate([*written, *waiting])
        ]
        return RowList(name, one, add, told, rows)

    @property
    def anchors(self) -> list[Row]:
        """The anchors by score."""
        return self._scores("anchors")

    @property
    def samples(self) -> list[Row]:
        """The sample answers by score."""
        return self._scores("samples")

    def _scores(self, name: str) -> list[Row]:
        values: Mapping[int, str] = self.form[name].value() or {}
        filled = [score for score in sorted(values) if values[score].strip()]
        beside = {score: self._beside.get((name, place), []) for place, score in enumerate(filled)}
        scores = sorted({*self.form.fields[name].usual, *values})  # type: ignore[attr-defined]
        return [Row(name, score, values.get(score, ""), findings=beside.get(score, [])) for score in scores]

    def differing(self, theirs: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
        """What somebody else wrote where it is not what was typed here: the field's label, and their lines."""
        mine = {name: self.form.fields[name].to_python(self.form[name].value()) for name in theirs}
        return [
            (str(self.form.fields[name].label), _lines(name, value))
            for name, value in theirs.items()
            if _lines(name, value) != _lines(name, mine[name])
        ]


def _place(where: str) -> tuple[str, int]:
    """The field and the row of `entry.follow_ups.1`; nothing for the question as a whole."""
    _entry, _dot, rest = where.partition(".")
    part, _dot, number = rest.partition(".")
    return PLACES.get(part, ""), whole(number)


def _words(value: Any) -> str:
    return value.text if isinstance(value, FollowUp) else str(value)


def _lines(name: str, value: Any) -> list[str]:
    """A value of the form in words."""
    if name == "type":
        return [str(TYPES.get(value, value))]
    if name == "levels":
        return [str(label) for level, label in LEVELS.items() if level in value]
    if isinstance(value, Mapping):
        return [f"{score}: {text}" for score, text in value.items()]
    if isinstance(value, list):
        asked = {"all": _("ask all"), "if_needed": _("if needed")}
        return [f"{one.text} ({asked[one.ask]})" if isinstance(one, FollowUp) else str(one) for one in value]
    return [str(value)] if value not in ("", None) else []
