"""Fields that are lists of texts, a row each. Rows are added, moved and removed by buttons, without script too."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Anchor, FollowUp, Sample, normalise
from interviews.edits.pasting import plain_text
from interviews.forms.numbers import whole

LONGEST, LONGEST_ANSWER = 1_000, 3_000
# The score of a sample answer that says none.
USUAL = 4
_SCORES = frozenset("12345")


class _Rows(forms.Widget):
    """The texts that were sent under one name; the template writes the rows."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """The texts in order, blank ones included."""
        return list(data.getlist(name))


class _Probes(forms.Widget):
    """Probes: a text and when it is asked, under two names."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[FollowUp]:
        """The probes in order, blank ones included."""
        pairs = zip_longest(data.getlist(name), data.getlist(f"{name}_ask"), fillvalue="")
        return [FollowUp(text=text, ask="all" if ask == "all" else "if_needed") for text, ask in pairs]


class _Samples(forms.Widget):
    """Sample answers: a text and its score, under two names."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Sample]:
        """The answers in order, blank ones included."""
        pairs = zip_longest(data.getlist(name), data.getlist(f"{name}_score"), fillvalue="")
        return [Sample(score=whole(score) if score in _SCORES else USUAL, answer=text) for text, score in pairs]


class _Scores(forms.Widget):
    """Texts by score, each under a name of its own."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[int, str]:
        """The texts by score, blank ones included."""
        return {score: data[f"{name}_{score}"] for score in range(1, 6) if f"{name}_{score}" in data}


def one_line(text: str) -> str:
    """A text of a row: what pasted markup shows, normalised, on one line."""
    return " ".join(normalise(plain_text(text)).split())


class RowsField(forms.Field):
    """A list of at most `most` texts of at most `longest` characters. Its value is a list of strings."""

    widget: Any = _Rows
    too_many = _("There are %(length)s. Keep at most %(most)s.")
    longest = LONGEST

    def __init__(self, *, row: Any, most: int, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.row, self.most = row, most

    def to_python(self, value: Any) -> Any:
        """The texts without the blank ones."""
        return [line for text in value or [] if (line := one_line(text))]

    def validate(self, value: Any) -> None:
        """Says which text is too long, or that there are too many."""
        self._validate([str(text) for text in value])

    def _validate(self, texts: Sequence[str]) -> None:
        for number, text in enumerate(texts, 1):
            if len(text) > self.longest:
                told = {"row": self.row, "number": number, "length": len(text), "most": self.longest}
                raise forms.ValidationError(
                    _("%(row)s %(number)s is %(length)s characters long. Shorten it to %(most)s."), params=told
                )
        if len(texts) > self.most:
            told = {"length": len(texts), "most": self.most}
            raise forms.ValidationError(self.too_many, params=told)


class ProbesField(RowsField):
    """Probes. Its value is a list of `FollowUp`."""

    widget = _Probes

    def to_python(self, value: Any) -> Any:
        """The probes without the blank ones."""
        return [FollowUp(text=line, ask=probe.ask) for probe in value or [] if (line := one_line(probe.text))]

    def validate(self, value: Any) -> None:
        """As of any rows."""
        self._validate([probe.text for probe in value])


class SamplesField(RowsField):
    """Sample answers. Its value is a list of `Sample`."""

    widget = _Samples
    longest = LONGEST_ANSWER

    def to_python(self, value: Any) -> Any:
        """The answers without the blank ones."""
        return [Sample(score=one.score, answer=line) for one in value or [] if (line := one_line(one.answer))]

    def validate(self, value: Any) -> None:
        """As of any rows."""
        self._validate([one.answer for one in value])


class ScoresField(forms.Field):
    """A text for some scores of the 1-5 scale. Its value is a dictionary by score, without the blank ones."""

    widget = _Scores

    def __init__(self, *, usual: Sequence[int], **options: Any) -> None:
        super().__init__(required=False, **options)
        self.usual = usual

    def to_python(self, value: Any) -> Any:
        """The texts by score."""
        return {score: line for score, text in sorted((value or {}).items()) if (line := one_line(text))}

    def validate(self, value: Any) -> None:
        """Says which text is too long."""
        for score, text in value.items():
            if len(text) > LONGEST:
                told = {"score": score, "length": len(text), "most": LONGEST}
                raise forms.ValidationError(
                    _("The text for %(score)s is %(length)s characters long. Shorten it to %(most)s."), params=told
                )


def by_score(rated: Sequence[Anchor] | Sequence[Sample]) -> dict[int, str]:
    """Anchors or sample answers by their score."""
    return {one.score: one.anchor if isinstance(one, Anchor) else one.answer for one in rated}


def rearranged(data: QueryDict, names: Sequence[str], do: str) -> tuple[QueryDict, str]:
    """What was sent after one act on the rows of a list, and the id of the element that gets the focus.

    `names` are the fields of a row, the first one that of its text; `do` is add, or up.2, down.2 or remove.2, rows
    counted from 0. Blank rows go, but the one that is added."""
    act, _dot, place = do.partition(".")
    rows = list(zip_longest(*[data.getlist(name) for name in names], fillvalue=""))
    number = whole(place) if place == str(whole(place)) and whole(place) < len(rows) else None
    focus = f"{names[0]}-add"
    if number is not None:
        focus = _act(rows, act, number, names[0])
    rows = [row for row in rows if row[0].strip()]
    if act == "add":
        rows.append(("",) * len(names))
        focus = f"{names[0]}-{len(rows) - 1}"
    sent = data.copy()
    for column, name in enumerate(names):
        sent.setlist(name, [row[column] for row in rows])
    return sent, focus


def _act(rows: list[tuple[str, ...]], act: str, number: int, name: str) -> str:
    if act == "remove":
        del rows[number]
        return f"{name}-{min(number, len(rows) - 1)}" if rows else f"{name}-add"
    to = number + {"up": -1, "down": 1}.get(act, 0)
    if not 0 <= to < len(rows):
        return f"{name}-{number}"
    rows[number], rows[to] = rows[to], rows[number]
    ends = {"up": 0, "down": len(rows) - 1}
    return f"{name}-{to}" if to == ends.get(act, to) else f"{name}-{to}-{act}"
