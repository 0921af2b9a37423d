"""What an interview platform is asked to monitor, said to the candidate in plain words."""

from collections.abc import Iterator

from interviews.drafts import Proctoring

# Every switch of the settings but the order of the questions, which is no monitoring.
SENTENCES = {
    "webcam_required": "Your camera has to be on. Whoever watches sees the room behind you.",
    "microphone_required": "Your microphone has to be on. A quiet room helps, if you have one.",
    "screen_share_required": "Your screen is shared. Close what is private before you begin.",
    "fullscreen_required": "The interview fills your screen. Other windows, such as your notes, are out of reach.",
    "tab_switch_tracking": "Leaving the page is counted, also when a message takes you away from it.",
    "copy_paste_blocked": "Copy and paste are blocked. If you dictate, or use another aid that pastes text, tell us.",
    "multiple_monitor_detection": "A second monitor is reported.",
    "identity_photo": "You are asked for a photo of an identity document.",
    "record_session": "Picture and sound are recorded. You may ask who sees the recording, and ask for its deletion.",
    "multiple_face_detection": "A second face in the picture is reported. If somebody is there to assist you, tell us.",
    "face_absence_detection": "It is reported when your face is not in the picture, also when you look down to write.",
    "gaze_tracking": "Where you look is tracked. Looking away to think can be reported.",
}
_THEN = {"warn": "you are warned", "flag": "it is reported to the hiring team", "end": "the interview ends"}
_TIMES = {0: "The first time", 1: "After the first time"}


def monitored(settings: Proctoring) -> Iterator[str]:
    """A sentence for each switch that is on."""
    for name, sentence in SENTENCES.items():
        if getattr(settings, name):
            yield f"{sentence} {_after_leaving(settings)}" if name == "tab_switch_tracking" else sentence


def _after_leaving(settings: Proctoring) -> str:
    when = _TIMES.get(settings.max_tab_switches, f"After {settings.max_tab_switches} times")
    return f"{when}, {_THEN[settings.tab_switch_action]}."
