"""The settings of an interview: general and proctoring."""

import json
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, model_validator

from interviews.drafts.base import Draft

Language = Literal[
    "English", "Spanish", "French", "German", "Italian", "Portuguese", "Russian", "Dutch", "Polish", "Turkish",
    "Vietnamese", "Indonesian", "Filipino", "Malay", "Arabic", "Korean", "Hebrew",
]  # fmt: skip

Preset = Literal["off", "light", "standard", "custom"]

VOICES: dict[str, tuple[str, ...]] = {
    "american": ("male", "female"),
    "british": ("male", "female"),
    "african_american": ("female",),
    "arabic": ("male", "female"),
    "australian": ("female",),
    "indian": ("male", "female"),
}


class Duration(Draft):
    """The length of the interview in minutes."""

    min: int = Field(15, ge=5, le=180)
    max: int = Field(30, ge=15, le=180)

    @model_validator(mode="after")
    def _ordered(self) -> "Duration":
        if self.min > self.max:
            raise ValueError("The shortest duration is longer than the longest")
        return self


class General(Draft):
    """The general settings of an interview. `cutoff` is on the shown 0-10 scale; 6 means "meets the bar"."""

    cutoff: Annotated[float, Field(ge=0, le=10)] = 6
    duration: Duration = Duration(min=15, max=30)
    mobile_friendly: bool = True
    voice: tuple[str, str] = ("american", "female")
    language: Language = "English"

    @model_validator(mode="after")
    def _voice_exists(self) -> "General":
        accent, gender = self.voice
        if gender not in VOICES.get(accent, ()):
            raise ValueError("Invalid accent and gender combination")
        return self


class Proctoring(Draft):
    """What the interview platform is asked to monitor. The product itself monitors nobody."""

    preset: Preset = "off"
    webcam_required: bool = False
    microphone_required: bool = False
    screen_share_required: bool = False
    fullscreen_required: bool = False
    tab_switch_tracking: bool = False
    max_tab_switches: int = Field(3, ge=0, le=100)
    tab_switch_action: Literal["warn", "flag", "end"] = "warn"
    copy_paste_blocked: bool = False
    multiple_monitor_detection: bool = False
    multiple_face_detection: bool = False
    face_absence_detection: bool = False
    gaze_tracking: bool = False
    identity_photo: bool = False
    record_session: bool = False
    randomize_question_order: bool = False
    retention_days: int = Field(30, ge=1, le=3650)


PROCTORING_PRESETS: dict[str, Proctoring] = {
    "off": Proctoring(),
    "light": Proctoring(preset="light", tab_switch_tracking=True, tab_switch_action="warn"),
    "standard": Proctoring(
        preset="standard",
        webcam_required=True,
        microphone_required=True,
        tab_switch_tracking=True,
        tab_switch_action="flag",
        copy_paste_blocked=True,
        multiple_monitor_detection=True,
    ),
}


Settings = TypeVar("Settings", General, Proctoring)


def merged(settings: Settings, patch: dict[str, Any]) -> Settings:
    """The settings with a partial change: a missing key keeps its value. Raises pydantic's ValidationError.

    Proctoring that no longer is what its preset says becomes `custom`; a preset alone sets all that it stands for."""
    values = settings.model_dump()
    if isinstance(settings, Proctoring):
        values |= _of_preset(patch)
    for name, value in patch.items():
        nested = values.get(name)
        values[name] = {**nested, **value} if isinstance(nested, dict) and isinstance(value, dict) else value
    changed = type(settings).model_validate_json(json.dumps(values), strict=True)
    if isinstance(changed, Proctoring):
        changed.preset = preset_of(changed)
    return changed


def _of_preset(patch: dict[str, Any]) -> dict[str, Any]:
    preset = patch.get("preset")
    return PROCTORING_PRESETS[preset].model_dump() if isinstance(preset, str) and preset in PROCTORING_PRESETS else {}


def preset_of(settings: Proctoring) -> Preset:
    """The preset that the switches are equal to (how long recordings are kept does not count), else `custom`."""
    free = {"preset", "retention_days"}
    for preset in PROCTORING_PRESETS.values():
        if preset.model_dump(exclude=free) == settings.model_dump(exclude=free):
            return preset.preset
    return "custom"
