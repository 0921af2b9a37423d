"""Parts of a plan as forms: each field with a digest of what the person saw, so that nobody saves over the other."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.drafts import MOST_ANSWER
from interviews.edits.fields import digest
from interviews.edits.skills import as_name
from interviews.forms.lines import LinesField, rearranged
from interviews.forms.text import PlainText
from interviews.models import Skill

MOST_NAME = 200
MOST_TEXT = 10_000


class PartForm(forms.Form):
    """A part of a plan. `now` has the fields as they stand, `data` what was sent, `element` the id of the part.

    `focus` is the id of what has the focus after a list was rearranged, else empty."""

    def __init__(self, now: dict[str, Any], data: Any = None, *, element: str) -> None:
        self.now, self.focus = now, ""
        if data is not None:
            lists = {name: field for name, field in self.base_fields.items() if isinstance(field, LinesField)}
            data, place = rearranged(data, lists)
            self.focus = f"{element}-{place}" if place else ""
        initial = {name: now[name] for name in self.base_fields}
        super().__init__(data, initial=initial, auto_id=f"{element}-%s")

    @property
    def sent(self) -> dict[str, Any]:
        """The values of a valid form; one that differs by spacing alone from what stands in the plan counts as that."""
        return {name: self._as_it_stands(name, value) for name, value in self.cleaned_data.items()}

    def _as_it_stands(self, name: str, value: Any) -> Any:
        field = self.fields[name]
        return self.now[name] if field.to_python(self.now[name]) == value else value

    @property
    def seen(self) -> dict[str, str]:
        """The digests that the form was sent with; of what somebody else wrote when it is to be saved over that."""
        sent = {name: self.data.get(f"seen_{name}", "") for name in self.fields}
        if "over" in self.data:
            sent |= {name: self.data[f"theirs_{name}"] for name in self.fields if f"theirs_{name}" in self.data}
        return {name: value for name, value in sent.items() if value}

    @property
    def digests(self) -> list[tuple[str, str]]:
        """What stands in the plan, as names and values of hidden fields; as the person saw it where it was sent."""
        seen = self.seen if self.is_bound else {}
        return [(f"seen_{name}", seen.get(name) or digest(self.now[name])) for name in self.fields]

    def saved(self, now: dict[str, Any]) -> bool:
        """Takes note of what stands in the plan after the form was saved. False if that is not all as it was sent.

        A field that this person did not change, but somebody else did, stays as it was seen."""
        sent, seen, is_so = self.sent, self.seen, True
        fresh: Any = cast("Any", self.data).copy()
        for name, value in sent.items():
            if digest(now[name]) == digest(value):
                fresh[f"seen_{name}"] = digest(value)
            elif digest(value) != seen.get(name):
                is_so = False
        fresh.pop("over", None)
        self.data, self.now = fresh, now
        return is_so


def _text(label: Any, rows: int, most: int = MOST_TEXT, **options: Any) -> PlainText:
    return PlainText(
        label=label,
        required=False,
        strip=True,
        max_length=most,
        error_messages={"max_length": _("This text is %(show_value)s characters long. Shorten it to %(limit_value)s.")},
        widget=forms.Textarea(attrs={"rows": rows, "spellcheck": "true"}),
        **options,
    )


class OneLine(PlainText):
    """A name: one line, however it was pasted."""

    def to_python(self, value: Any) -> Any:
        """The words with one space between them."""
        return " ".join(super().to_python(value).split())


def _name(label: Any, missing: Any, **options: Any) -> OneLine:
    return OneLine(
        label=label,
        max_length=MOST_NAME,
        error_messages={
            "required": missing,
            "max_length": _("The name is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **options,
    )


class NameForm(PartForm):
    """What the interview is called."""

    name = _name(_("Name of the interview"), _("Enter a name, such as the role's title."))


class SummaryForm(PartForm):
    """What the job is, in a sentence or two."""

    summary = _text(_("Summary of the job"), 3, 2_000)


class OpeningForm(PartForm):
    """What is said first."""

    opening = _text(_("Opening"), 6, help_text=_("Read aloud, the same to everybody."))


class ClosingForm(PartForm):
    """What is said last."""

    closing = _text(_("Closing"), 6, help_text=_("Read aloud, the same to everybody."))


class ProtectedForm(PartForm):
    """What to do when a candidate tells something that must not count."""

    protected_note = _text(_("If something protected is volunteered"), 5)


class BeforeForm(PartForm):
    """What is settled before the interview, and what is better shown elsewhere."""

    screen_first = LinesField(label=_("Screen first"), help_text=_("Settled before the interview, not scored."))
    assess_elsewhere = LinesField(
        label=_("Assess elsewhere"),
        help_text=_("Better shown by a certificate, a test or a reference than by an answer."),
    )


class IntakePartForm(PartForm):
    """What a hiring manager knows and no posting says."""

    strong = _text(_("What do strong people in this job do differently?"), 3, MOST_ANSWER)
    went_wrong = _text(_("What went wrong last time?"), 3, MOST_ANSWER)
    learned = _text(_("What can be learned on the job?"), 3, MOST_ANSWER)


_WEIGHT = {
    "required": _("Enter a weight from 0 to 100."),
    "invalid": _("Enter the weight as a whole number, such as 25."),
    "min_value": _("Choose a weight from 0 to 100."),
    "max_value": _("Choose a weight from 0 to 100."),
}
_SKILL_NAME = _("Enter a name for the skill, such as “Stock control”.")
_IMPORTANCE = {"invalid_choice": _("Choose from the list."), "required": _("Choose how important it is.")}


class _OfSkill(PartForm):
    """What forms of a skill share. `taken` are the names of the plan's other skills."""

    name = _name(_("Skill"), _SKILL_NAME)
    importance = forms.ChoiceField(label=_("Importance"), choices=Skill.Importance.choices, error_messages=_IMPORTANCE)

    def __init__(self, now: dict[str, Any], data: Any = None, *, element: str, taken: Any = ()) -> None:
        super().__init__(now, data, element=element)
        self._taken = {as_name(name) for name in taken}

    def clean_name(self) -> str:
        """A name that no other skill of the plan has."""
        name: str = self.cleaned_data["name"]
        if as_name(name) in self._taken:
            raise forms.ValidationError(
                _("The plan already has a skill called %(name)s. Give this one another name, or merge the two."),
                params={"name": name},
            )
        return name


class SkillForm(_OfSkill):
    """A skill's heading."""

    weight = forms.IntegerField(
        label=_("Weight in %"),
        min_value=0,
        max_value=100,
        error_messages=_WEIGHT,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class NewSkillForm(_OfSkill):
    """A skill to be added, with a first question if there is one already."""

    question = _text(
        _("First question (optional)"), 3, 5_000, help_text=_("As you would say it aloud. It can be written later.")
    )
