"""The settings of an interview: general and proctoring."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from interviews.drafts.base import Draft

Language = Literal[
    "English", "Spanish", "French", "German", "Italian", "Portuguese", "Russian", "Dutch", "Polish", "Turkish",
    "Vietnamese", "Indonesian", "Filipino", "Malay", "Arabic", "Korean", "Hebrew",
]  # fmt: skip

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

    preset: Literal["off", "light", "standard", "custom"] = "off"
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
