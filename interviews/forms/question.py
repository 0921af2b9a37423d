"""A whole question, as it is edited where it stands."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Anchor, FollowUp, QuestionDraft, Sample
from interviews.edits.fields import digest
from interviews.edits.pasting import plain_text
from interviews.forms.rows import USUAL, ProbesField, RowsField, SamplesField, ScoresField, by_score
from interviews.forms.text import PlainText
from interviews.models import Question

_CHOOSE = {"required": _("Choose one of the list."), "invalid_choice": _("Choose one of the list.")}
_LONG = {"max_length": _("This is %(show_value)s characters long. Shorten it to %(limit_value)s.")}
ASKED, FACTS = ("prompt",), ("type", "difficulty", "minutes", "drop_first")
GUIDE = ("why", "follow_ups", "evaluation_criteria", "rating_scale", "red_flags", "alternate", "samples")
FIELDS = (*ASKED, *FACTS, *GUIDE)
SEEN = "seen-"
ANCHORED = (1, 3, 5)
# Lists whose rows have a second field, and what that is called.
PAIRED = {"follow_ups": "follow_ups_ask", "samples": "samples_score"}
MOST_ROWS = 12


@dataclass(frozen=True)
class Shown:
    """A field as the form shows it: what was typed, what is wrong with it, and what somebody else wrote meanwhile.

    `kind` is `text`, `choice`, `number`, `switch`, `lines`, `probes`, `samples` or `anchors`; `theirs` is (value,) or
    empty; `focused` the row or button that gets the focus, such as `red_flags-2`, `red_flags-2-up` or `red_flags-add`.
    """

    field: BoundField
    kind: str
    errors: list[str]
    theirs: tuple[Any, ...] = ()
    focused: str = ""

    @property
    def name(self) -> str:
        """The name of the field in a question."""
        return self.field.name

    @property
    def their_lines(self) -> list[str]:
        """What somebody else wrote, line by line."""
        if not self.theirs:
            return []
        value = self.theirs[0]
        if isinstance(value, bool):
            return [str(_("yes") if value else _("no"))]
        if self.kind == "choice":
            return [str(dict(self.field.field.choices)[value])]  # type: ignore[attr-defined]
        if self.kind == "anchors":
            return [f"{anchor['score']}: {anchor['anchor']}" for anchor in value]
        if self.kind == "probes":
            return [probe["text"] for probe in value]
        if self.kind == "samples":
            return [f"{sample['score']}: {sample['answer']}" for sample in value]
        return value if isinstance(value, list) else [str(value)]

    @property
    def add_key(self) -> str:
        """What the button that adds a row is called."""
        return f"{self.name}-add"

    @property
    def one(self) -> str:
        """What a row is called."""
        return str(self.field.field.row)  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of a list."""
        value = self.field.value()
        if self.kind == "anchors":
            return [{"score": score, "text": value.get(score, "")} for score in sorted({*ANCHORED, *value})]
        if self.kind == "samples":
            rows = [{"text": one.answer, "score": str(one.score)} for one in value]
        else:
            rows = [{"text": one} if isinstance(one, str) else {"text": one.text, "ask": one.ask} for one in value]
        return [row | self._keys(place) for place, row in enumerate(rows)]

    @property
    def blank(self) -> dict[str, str]:
        """A row that is added."""
        return {"text": "", "score": str(USUAL)}

    def _keys(self, place: int) -> dict[str, str]:
        key = f"{self.name}-{place}"
        return {"key": key, "up": f"{key}-up", "down": f"{key}-down"}


class PastedText(PlainText):
    """A text into which people paste: markup becomes the text that it shows."""

    def to_python(self, value: Any) -> Any:
        """The plain text."""
        return super().to_python(plain_text(str(value or "")))


class QuestionForm(forms.Form):
    """All that people edit of a question.

    Beside each field travels a digest of its value as the person saw it; `seen()` has these. `theirs` (set by the view)
    has what somebody else wrote meanwhile."""

    prompt = PastedText(
        label=_("Question"),
        max_length=5_000,
        strip=True,
        error_messages={
            "required": _("Enter the question as you would say it aloud."),
            "max_length": _("The question is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    type = forms.ChoiceField(label=_("Type"), choices=Question.Type.choices, error_messages=_CHOOSE)
    difficulty = forms.ChoiceField(label=_("Difficulty"), choices=Question.Difficulty.choices, error_messages=_CHOOSE)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=30,
        error_messages={
            "required": _("Enter how many minutes the question takes, its probes included."),
            "invalid": _("Enter the minutes as a whole number, such as 5."),
            "min_value": _("Choose from 1 to 30 minutes."),
            "max_value": _("Choose from 1 to 30 minutes."),
        },
    )
    drop_first = forms.BooleanField(label=_("Dropped first when late"), required=False)
    why = PastedText(
        label=_("Why we ask"),
        max_length=2_000,
        strip=True,
        required=False,
        error_messages=_LONG,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    follow_ups = ProbesField(label=_("Probes"), row=_("Probe"), most=MOST_ROWS)
    evaluation_criteria = RowsField(label=_("Look for"), row=_("Criterion"), most=MOST_ROWS)
    rating_scale = ScoresField(label=_("Scale"), usual=ANCHORED)
    red_flags = RowsField(label=_("Red flags"), row=_("Red flag"), most=MOST_ROWS)
    alternate = PastedText(
        label=_("Without the experience"),
        max_length=5_000,
        strip=True,
        required=False,
        error_messages=_LONG,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    samples = SamplesField(label=_("Sample answers"), row=_("Sample answer"), most=MOST_ROWS)

    kinds = {
        "prompt": "text", "type": "choice", "difficulty": "choice", "minutes": "number", "drop_first": "switch",
        "why": "text", "follow_ups": "probes", "evaluation_criteria": "lines", "rating_scale": "anchors",
        "red_flags": "lines", "alternate": "text", "samples": "samples",
    }  # fmt: skip

    def __init__(self, now: QuestionDraft, identifier: int, data: Any = None) -> None:
        initial = dict(now) | {"rating_scale": by_score(now.rating_scale)}
        super().__init__(data, initial=initial, auto_id=f"question-{identifier}-%s")
        self.now = now
        self.theirs: dict[str, Any] = {}
        self.is_checked = True
        self.focused = ""

    def clean(self) -> dict[str, Any]:
        """Leaves alone what is as it was, even where it would not be taken now; a scale keeps its anchors."""
        for name in FIELDS:
            if name in self.errors and self._tidy(name, self[name].value()) == self._tidy(name, self.initial[name]):
                del self.errors[name]
                self.cleaned_data[name] = self.initial[name]
        kept = self.cleaned_data.get("rating_scale", self.initial["rating_scale"])
        lost = [score for score in ANCHORED if score in self.initial["rating_scale"] and score not in kept]
        if lost:
            self.add_error("rating_scale", _lost_anchor(lost[0]))
        return self.cleaned_data

    def _tidy(self, name: str, value: Any) -> Any:
        """A value as the field would take it, if it took it."""
        try:
            return self.fields[name].to_python(value)
        except ValidationError:
            return value

    def sent(self) -> dict[str, Any]:
        """The fields that arrived whole and can be saved. What differs by the space around it alone is unchanged."""
        self.is_valid()
        return {
            name: self._sent(name, self.cleaned_data[name])
            for name in FIELDS
            if name in self.cleaned_data and f"{SEEN}{name}" in self.data
        }

    def _sent(self, name: str, value: Any) -> Any:
        if value == self._tidy(name, self.initial[name]):
            return getattr(self.now, name)
        if name == "rating_scale":
            return [Anchor(score=score, anchor=text) for score, text in value.items()]
        return value

    def seen(self) -> dict[str, str]:
        """Digests of what the person saw: those that were sent, else those of the question as it is."""
        if self.is_bound:
            return {name: self.data[f"{SEEN}{name}"] for name in FIELDS if f"{SEEN}{name}" in self.data}
        return {name: digest(value) for name, value in self.now if name in FIELDS}

    def catch_up(self, now: QuestionDraft, sent: dict[str, Any]) -> None:
        """After a save: a field that is as it was sent was seen as it is; of others the person still sees the old."""
        for name, value in sent.items():
            if digest(value) == digest(getattr(now, name)):
                self.data[f"{SEEN}{name}"] = digest(value)  # type: ignore[index]

    def shown(self, name: str) -> Shown:
        """One field, ready to be shown."""
        errors = [*map(str, self.errors.get(name, []))] if self.is_checked else []
        theirs = (self.theirs[name],) if name in self.theirs else ()
        return Shown(self[name], self.kinds[name], errors, theirs, self.focused)

    @property
    def asked(self) -> list[Shown]:
        """The question itself."""
        return [self.shown(name) for name in ASKED]

    @property
    def facts(self) -> list[Shown]:
        """What stands in the line below the question."""
        return [self.shown(name) for name in FACTS]

    @property
    def guide(self) -> list[Shown]:
        """What the interviewer goes by."""
        return [self.shown(name) for name in GUIDE]

    @property
    def everything(self) -> list[Shown]:
        """All fields."""
        return [self.shown(name) for name in FIELDS]


def put(data: QueryDict, name: str, value: Any) -> None:
    """Puts a value of a question into what a form sent, as the form would send it."""
    if isinstance(value, bool):
        data.setlist(name, ["on"] if value else [])
    elif not isinstance(value, list):
        data[name] = str(value)
    elif name == "rating_scale":
        texts = by_score(value)
        for score in {*ANCHORED, *texts}:
            data[f"{name}_{score}"] = texts.get(score, "")
    else:
        rows = [_row(item) for item in value]
        data.setlist(name, [text for text, _beside in rows])
        if name in PAIRED:
            data.setlist(PAIRED[name], [beside for _text, beside in rows])


def _row(item: Any) -> tuple[str, str]:
    """A row of a list, and what stands in its second field."""
    if isinstance(item, Sample):
        return item.answer, str(item.score)
    return (item.text, item.ask) if isinstance(item, FollowUp) else (str(item), "")


def _lost_anchor(score: int) -> ValidationError:
    return ValidationError(
        _("Say what an answer worth %(score)s shows. Without it two interviewers rate the same answer differently."),
        params={"score": score},
    )
