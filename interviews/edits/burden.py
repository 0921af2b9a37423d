"""What the proctoring settings ask of a candidate, in plain words."""

from dataclasses import dataclass
from typing import Literal

from interviews.drafts import Proctoring

Grade = Literal["none", "light", "considerable", "heavy"]

# What each setting makes the candidate do, as it stands in a sentence, and how much that weighs.
ASKS: dict[str, tuple[str, int]] = {
    "webcam_required": ("show themselves and their room on camera", 2),
    "microphone_required": ("keep a microphone on", 1),
    "screen_share_required": ("share their whole screen", 2),
    "fullscreen_required": ("stay in full screen", 1),
    "tab_switch_tracking": ("be counted each time they leave the page", 1),
    "copy_paste_blocked": ("do without copy and paste", 1),
    "multiple_monitor_detection": ("work with a single screen", 1),
    "multiple_face_detection": ("have the faces in the picture counted", 3),
    "face_absence_detection": ("keep their face in the picture", 3),
    "gaze_tracking": ("have their eyes followed", 4),
    "identity_photo": ("give a photograph of themselves", 3),
    "record_session": ("be recorded", 2),
}
_FROM: tuple[tuple[int, Grade], ...] = ((9, "heavy"), (3, "considerable"), (1, "light"), (0, "none"))
_WARNINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("multiple_face_detection", "face_absence_detection"),
        "Watching faces can count as biometric data, which many laws allow only with a freely given consent and a way "
        "without it. It is known to work less well for some skin tones, head coverings and disabilities.",
    ),
    (
        ("gaze_tracking",),
        "Following the eyes can count as biometric data, and it marks people who look away to think or who have a "
        "disability of the eyes. Ask your legal adviser first.",
    ),
    (
        ("identity_photo",),
        "A photograph before an offer shows age, skin colour and more that must not count. Where the law allows it at "
        "all, check identity after the interview, by a person.",
    ),
    (
        ("randomize_question_order",),
        "A random order breaks the rule that everybody gets the same questions in the same order, so that ratings are "
        "harder to compare.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Burden:
    """How much the settings ask of a candidate: how many are switched on, a grade, a sentence, and warnings."""

    count: int
    grade: Grade
    sentence: str
    warnings: list[str]


def burden(settings: Proctoring) -> Burden:
    """What these settings ask of a candidate."""
    on = [name for name in ASKS if getattr(settings, name)]
    weight = sum(ASKS[name][1] for name in on)
    grade = next(grade for least, grade in _FROM if weight >= least)
    warnings = [words for names, words in _WARNINGS if any(getattr(settings, name) for name in names)]
    return Burden(len(on), grade, _sentence(on, grade), warnings)


def _sentence(on: list[str], grade: Grade) -> str:
    if not on:
        return "Nothing is monitored: the candidate needs no more than a way to talk to you."
    asks = [ASKS[name][0] for name in on]
    listed = asks[0] if len(asks) == 1 else f"{', '.join(asks[:-1])} and {asks[-1]}"
    return f"A {grade} burden: the candidate has to {listed}."
