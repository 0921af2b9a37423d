"""The settings of an interview, or a team's defaults for new ones."""

import hashlib
from typing import Any, get_args

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from interviews.drafts import PROCTORING_PRESETS, VOICES, Duration, General, Language, Proctoring
from interviews.drafts.settings import preset_of

_ACCENTS = {
    "american": _("American"),
    "british": _("British"),
    "african_american": _("African American"),
    "arabic": _("Arabic"),
    "australian": _("Australian"),
    "indian": _("Indian"),
}
_GENDERS = {"male": _("male"), "female": _("female")}
_WHOLE = {"invalid": _("Enter a whole number.")}


def as_seen(settings: BaseModel) -> str:
    """A digest of settings: equal as long as nobody else changed them."""
    return hashlib.sha256(settings.model_dump_json().encode()).hexdigest()


class SettingsForm(forms.Form):
    """What both kinds share: the version that the person saw, and for a team whether existing interviews follow."""

    version = forms.IntegerField(required=False, max_value=2_000_000_000, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    update_all = forms.BooleanField(required=False)


class GeneralForm(SettingsForm):
    """General settings."""

    cutoff = forms.FloatField(
        label=_("Cutoff"),
        min_value=0,
        max_value=10,
        help_text=_("The score is the weighted mean of the 1-5 ratings, doubled."),
        error_messages={
            "required": _("Enter a cutoff from 0 to 10."),
            "invalid": _("Enter the cutoff as a number, such as 6."),
            "min_value": _("Choose a cutoff from 0 to 10."),
            "max_value": _("Choose a cutoff from 0 to 10."),
        },
        widget=forms.NumberInput(attrs={"step": "0.1"}),
    )
    shortest = forms.IntegerField(
        label=_("Shortest length in minutes"),
        min_value=5,
        max_value=180,
        help_text=_("Candidates and interview platforms are told that it takes at least this long."),
        error_messages={
            **_WHOLE,
            "required": _("Enter the shortest length."),
            "min_value": _("Choose from 5 to 180 minutes."),
            "max_value": _("Choose from 5 to 180 minutes."),
        },
    )
    longest = forms.IntegerField(
        label=_("Longest length in minutes"),
        min_value=15,
        max_value=180,
        help_text=_("The planned limit. The plan's questions, opening and closing are meant to fit into it."),
        error_messages={
            **_WHOLE,
            "required": _("Enter the longest length."),
            "min_value": _("Choose from 15 to 180 minutes."),
            "max_value": _("Choose from 15 to 180 minutes."),
        },
    )
    mobile_friendly = forms.BooleanField(
        label=_("May be taken on a phone"),
        required=False,
        help_text=_("Switched off, candidates need a computer: not everybody has one."),
    )
    voice = forms.ChoiceField(
        label=_("Voice"),
        choices=[
            (f"{accent} {gender}", f"{_ACCENTS[accent]}, {_GENDERS[gender]}")
            for accent, genders in VOICES.items()
            for gender in genders
        ],
        help_text=_("For interview platforms that speak the questions."),
        error_messages={"invalid_choice": _("Choose a voice from the list."), "required": _("Choose a voice.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[(name, name) for name in get_args(Language)],
        help_text=_(
            "Told to your interview platform, and used by the checks. Nothing is translated: the questions stay as "
            "they are worded."
        ),
        error_messages={"invalid_choice": _("Choose a language from the list."), "required": _("Choose a language.")},
    )

    @classmethod
    def of(cls, settings: General, version: int | None = None, data: Any = None) -> "GeneralForm":
        """The form of some settings, filled from them or from what was sent."""
        initial = {
            "cutoff": f"{settings.cutoff:g}",
            "shortest": settings.duration.min,
            "longest": settings.duration.max,
            "mobile_friendly": settings.mobile_friendly,
            "voice": " ".join(settings.voice),
            "language": settings.language,
            "version": version,
            "seen": as_seen(settings),
        }
        return cls(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        """The shortest length is not above the longest."""
        chosen = self.cleaned_data
        if {"shortest", "longest"} <= chosen.keys() and chosen["shortest"] > chosen["longest"]:
            self.add_error("shortest", _("The shortest length is above the longest. Lower it, or raise the longest."))
        return chosen

    def draft(self) -> General:
        """The settings that were chosen."""
        chosen = self.cleaned_data
        accent, gender = chosen["voice"].split(" ")
        return General(
            cutoff=chosen["cutoff"],
            duration=Duration(min=chosen["shortest"], max=chosen["longest"]),
            mobile_friendly=chosen["mobile_friendly"],
            voice=(accent, gender),
            language=chosen["language"],
        )


_BIOMETRIC = _(
    "Many laws treat this as biometric data (in the EU the GDPR, in Illinois BIPA): take legal advice and get written "
    "consent before you switch it on."
)

# Label, what it costs the candidate, and a warning if there is one.
PROCTORING_COSTS: dict[str, tuple[Any, Any, Any]] = {
    "webcam_required": (
        _("Webcam on"),
        _("They show their home, and need a camera and a fast line."),
        "",
    ),
    "microphone_required": (
        _("Microphone on"),
        _("They need a quiet room; who shares a home has it harder."),
        "",
    ),
    "screen_share_required": (
        _("Screen shared"),
        _("Everything on their screen can be seen, private messages as well."),
        "",
    ),
    "fullscreen_required": (
        _("Full screen"),
        _("Their notes are out of reach, and some assistive software stops working."),
        "",
    ),
    "tab_switch_tracking": (
        _("Leaving the page is counted"),
        _("A message that takes the focus counts against them as much as looking something up."),
        "",
    ),
    "copy_paste_blocked": (
        _("Copy and paste blocked"),
        _("Dictation and other aids that paste text stop working."),
        "",
    ),
    "multiple_monitor_detection": (
        _("A second monitor is reported"),
        _("They have to unplug screens; who works with a magnified screen has it harder."),
        "",
    ),
    "identity_photo": (
        _("Photo of an identity document"),
        _("They hand over a document, and a face is seen before the answers are."),
        _("A photograph before an offer invites judging by looks, and in some places is not allowed."),
    ),
    "record_session": (
        _("Session recorded"),
        _("Voice and picture are kept. They have to be told beforehand and can ask for deletion."),
        "",
    ),
    "multiple_face_detection": (
        _("A second face is reported"),
        _("A child in the doorway, a carer or an interpreter raises a report."),
        _BIOMETRIC,
    ),
    "face_absence_detection": (
        _("A missing face is reported"),
        _("Looking down to think or to write raises a report. Detection is less reliable on darker skin."),
        _BIOMETRIC,
    ),
    "gaze_tracking": (
        _("Gaze is tracked"),
        _("Looking away to think raises a report. It works against people with a squint, tics, autism or low vision."),
        _BIOMETRIC,
    ),
    "randomize_question_order": (
        _("Questions in random order"),
        _("Everybody gets another interview: answers are harder to compare."),
        _("It breaks “the same questions in the same order”, on which the fairness of a structured interview rests."),
    ),
}


class ProctoringForm(SettingsForm):
    """What the interview platform is asked to monitor."""

    max_tab_switches = forms.IntegerField(
        label=_("How often they may leave the page"),
        min_value=0,
        max_value=100,
        help_text=_("A call, a message or assistive software that takes the focus uses one up."),
        error_messages={
            **_WHOLE,
            "required": _("Enter how often."),
            "min_value": _("Choose from 0 to 100."),
            "max_value": _("Choose from 0 to 100."),
        },
    )
    tab_switch_action = forms.ChoiceField(
        label=_("After that"),
        choices=[("warn", _("Warn the candidate")), ("flag", _("Report it")), ("end", _("End the interview"))],
        help_text=_("A report leaves the judgement to people. Ended, an interview is lost over a slip."),
        error_messages={"invalid_choice": _("Choose from the list."), "required": _("Choose what happens.")},
    )
    retention_days = forms.IntegerField(
        label=_("Days that the platform keeps what it monitored"),
        min_value=1,
        max_value=3650,
        help_text=_("As short as you can: the longer it is kept, the more can go wrong."),
        error_messages={
            **_WHOLE,
            "required": _("Enter a number of days."),
            "min_value": _("Choose from 1 to 3650 days."),
            "max_value": _("Choose from 1 to 3650 days."),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (label, cost, _warning) in PROCTORING_COSTS.items():
            self.fields[name] = forms.BooleanField(label=label, required=False, help_text=cost)

    @classmethod
    def of(cls, settings: Proctoring, version: int | None = None, data: Any = None) -> "ProctoringForm":
        """The form of some settings, filled from them or from what was sent."""
        return cls(data, initial={**settings.model_dump(), "version": version, "seen": as_seen(settings)})

    def with_preset(self, preset: str) -> "ProctoringForm":
        """The form as it was sent, its switches set by a preset; nothing is saved. An unknown preset changes none."""
        found = PROCTORING_PRESETS.get(preset)
        switches = found.model_dump(exclude={"preset", "retention_days"}) if found else {}
        sent = {name: self[name].value() for name in self.fields}
        return type(self)(initial={**sent, **switches})

    def draft(self) -> Proctoring:
        """The settings that were chosen, under the name of the preset that they are equal to."""
        chosen = {name: self.cleaned_data[name] for name in Proctoring.model_fields if name in self.cleaned_data}
        draft = Proctoring(**chosen)
        draft.preset = preset_of(draft)
        return draft
