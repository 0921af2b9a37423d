"""A question of the team's library."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.checks.minutes import MINUTES
from interviews.drafts import Anchor, LibraryEntry, Sample
from interviews.forms.rows import ProbesField, RowsField, ScoresField, by_score, one_line
from interviews.forms.text import PlainText
from interviews.models import Interview, Question

# The fields of a row of each list, as they are sent.
LISTS = {"probes": ("probes", "probes_ask"), "criteria": ("criteria",), "red_flags": ("red_flags",)}
# What counts while something else stands there: minutes are then those that the type takes.
_USUAL: dict[str, Any] = {"type": "situational", "minutes": None, "levels": ["mid"]}
_LONG = _("This text is %(show_value)s characters long. Shorten it to %(limit_value)s.")


class LibraryForm(forms.Form):
    """All that a question of the library says, with a digest of what the person saw."""

    skill = PlainText(
        label=_("Skill"),
        max_length=200,
        strip=True,
        help_text=_("As plans call it. New plans take an approved question where they have a skill of that name."),
        error_messages={"required": _("Enter the skill that the question is about."), "max_length": _LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "skills"}),
    )
    prompt = PlainText(
        label=_("Question"),
        max_length=5_000,
        strip=True,
        help_text=_("One scene and one ask, as you would say it aloud: at most 40 words."),
        error_messages={"required": _("Enter the question as you would say it aloud."), "max_length": _LONG},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    type = forms.ChoiceField(
        label=_("Type"),
        choices=Question.Type.choices,
        initial=Question.Type.SITUATIONAL,
        error_messages={"invalid_choice": _("Choose a type from the list.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=2,
        max_value=10,
        initial=5,
        help_text=_("With its probes."),
        error_messages={
            "required": _("Enter how many minutes the question takes."),
            "invalid": _("Enter the minutes as a whole number, such as 5."),
            "min_value": _("Choose from 2 to 10 minutes."),
            "max_value": _("Choose from 2 to 10 minutes."),
        },
    )
    levels = forms.MultipleChoiceField(
        label=_("Levels"),
        choices=Interview.Seniority.choices,
        error_messages={
            "required": _("Choose at least one level that the question is right for."),
            "invalid_choice": _("Choose levels from the list."),
        },
    )
    why = PlainText(
        label=_("Why we ask"),
        required=False,
        max_length=1_000,
        strip=True,
        help_text=_("What goes wrong in the job when the skill is missing, in a sentence."),
        error_messages={"max_length": _LONG},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    probes = ProbesField(label=_("Probes"), row=_("Probe"), most=5)
    criteria = RowsField(label=_("Look for"), row=_("Criterion"), most=10)
    anchors = ScoresField(label=_("Scale"), usual=(1, 3, 5))
    red_flags = RowsField(label=_("Red flags"), row=_("Red flag"), most=5)
    alternate = PlainText(
        label=_("Without the experience"),
        required=False,
        max_length=2_000,
        strip=True,
        help_text=_("The same skill for somebody without that past: from study, home or unpaid work. The scale stays."),
        error_messages={"max_length": _LONG},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    samples = ScoresField(label=_("Sample answers"), usual=(2, 4))
    base = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @classmethod
    def of(cls, entry: LibraryEntry, *, seen: str = "", base: str = "", data: Any = None) -> "LibraryForm":
        """The form of an entry, filled from it or from what was sent. `base` is the id of what is copied."""
        return cls(data, initial={**written(entry), "seen": seen, "base": base}, use_required_attribute=False)

    @classmethod
    def as_typed(cls, data: Any) -> "LibraryForm":
        """The form as it was sent, without a word on what is missing: somebody is still writing."""
        typed = {name: field.widget.value_from_datadict(data, {}, name) for name, field in cls.base_fields.items()}
        return cls(initial=typed, use_required_attribute=False)

    def entry(self) -> LibraryEntry:
        """What a valid form says."""
        return _entry(self.cleaned_data)

    def so_far(self) -> LibraryEntry | None:
        """What has been typed, with something usual where that cannot be; None before there is a question."""
        values = {name: self._lenient(name) for name in self.fields}
        if not values["prompt"]:
            return None
        values["minutes"] = values["minutes"] or MINUTES[values["type"]][0]
        return _entry(values)

    def _lenient(self, name: str) -> Any:
        field, value = self.fields[name], self[name].value()
        try:
            return field.clean(value)
        except forms.ValidationError:
            return _USUAL[name] if name in _USUAL else _loose(field, value)


def _loose(field: forms.Field, value: Any) -> Any:
    try:
        return field.to_python(value)
    except forms.ValidationError:
        return ""


def written(entry: LibraryEntry) -> dict[str, Any]:
    """What an entry says, by the fields of the form."""
    return {
        "skill": entry.competency_name,
        "prompt": entry.prompt,
        "type": entry.type,
        "minutes": entry.minutes,
        "levels": entry.levels,
        "why": entry.why,
        "probes": entry.follow_ups,
        "criteria": entry.evaluation_criteria,
        "anchors": by_score(entry.rating_scale),
        "red_flags": entry.red_flags,
        "alternate": entry.alternate,
        "samples": by_score(entry.samples),
    }


def _entry(values: dict[str, Any]) -> LibraryEntry:
    return LibraryEntry(
        id="team",
        family="team",
        competency="",
        competency_name=one_line(values["skill"]),
        levels=[level for level in Interview.Seniority.values if level in values["levels"]],
        type=values["type"],
        minutes=values["minutes"],
        prompt=values["prompt"],
        why=values["why"],
        follow_ups=values["probes"],
        evaluation_criteria=values["criteria"],
        rating_scale=[Anchor(score=score, anchor=text) for score, text in values["anchors"].items()],
        red_flags=values["red_flags"],
        alternate=values["alternate"],
        samples=[Sample(score=score, answer=text) for score, text in values["samples"].items()],
    )


def blank() -> LibraryEntry:
    """A question that nobody has written yet, right for every level."""
    return LibraryEntry(
        id="team",
        family="team",
        competency="",
        competency_name="",
        levels=["entry", "mid", "senior", "lead"],
        type="situational",
        minutes=5,
        prompt="",
        why="",
        follow_ups=[],
        evaluation_criteria=[],
        rating_scale=[],
        red_flags=[],
        alternate="",
    )
