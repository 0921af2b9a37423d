"""The plain values that pass between the rooms: what an engine is asked, what it answers, what a plan is made of.

Every value that crosses a border (engine answers, the API, JSON columns, export) is validated by a model of this file.
Offsets count Unicode code points of the description as it was received, after `normalise`.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Seniority = Literal["entry", "mid", "senior", "lead"]
Importance = Literal["must_have", "nice_to_have"]
QuestionType = Literal["behavioral", "situational", "technical", "work_sample", "job_knowledge"]
Difficulty = Literal["entry", "intermediate", "advanced"]
Ask = Literal["all", "if_needed"]
EngineName = Literal["library", "openai"]
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

OPENING_MINUTES = 2
CLOSING_MINUTES = 3

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def normalise(text: str) -> str:
    """The one way a text enters the product: LF line ends, no NUL or lone surrogate, NFC, nothing else changed."""
    return unicodedata.normalize("NFC", _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


class Draft(BaseModel):
    """A plain value: unknown keys are an error."""

    model_config = ConfigDict(extra="forbid")


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


class Brief(Draft):
    """What a job is asked to make. A retry reads this and nothing that was edited later."""

    role: str
    description: str
    seniority: Seniority | None = None
    question_count: int | None = Field(None, ge=3, le=20)
    engine: EngineName = "library"
    seed: int = 0
    general: General = General()
    proctoring: Proctoring = Proctoring()


class Evidence(Draft):
    """A slice of the description: `quote` is exactly `description[start:end]`."""

    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class SkillDraft(Draft):
    """A skill the interview probes. `reference` names the competency of the library it was matched to, if any."""

    name: str
    importance: Importance = "must_have"
    kind: Literal["hard", "duty", "behaviour"] = "hard"
    weight: int = Field(0, ge=0, le=100)
    evidence: list[Evidence] = []
    reference: str = ""


class Analysis(Draft):
    """What an engine read in the description. `notices` are plain sentences about limits of that reading."""

    seniority: Seniority
    summary: str = ""
    families: list[str] = []
    skills: list[SkillDraft]
    screen_first: list[str] = []
    assess_elsewhere: list[str] = []
    notices: list[str] = []


class FollowUp(Draft):
    """A neutral probe."""

    text: str
    ask: Ask = "if_needed"


class Anchor(Draft):
    """What an answer at one score of the 1-5 scale shows."""

    score: int = Field(ge=1, le=5)
    anchor: str


class Source(Draft):
    """Who wrote a question: an engine, and the library entry it stands on (empty if none)."""

    engine: Literal["library", "openai", "team", "person"] = "library"
    reference: str = ""
    note: str = ""


class Sample(Draft):
    """A sample answer to a question and the score it deserves."""

    score: int = Field(ge=1, le=5)
    answer: str


class QuestionDraft(Draft):
    """One question with all that an interviewer needs to ask and to rate it."""

    prompt: str
    type: QuestionType
    difficulty: Difficulty
    minutes: int = Field(ge=1, le=30)
    drop_first: bool = False
    why: str = ""
    follow_ups: list[FollowUp] = []
    alternate: str = ""
    evaluation_criteria: list[str] = []
    rating_scale: list[Anchor] = []
    red_flags: list[str] = []
    samples: list[Sample] = []
    source: Source = Source()


class PlannedSkill(SkillDraft):
    """A skill with its questions."""

    questions: list[QuestionDraft] = []


class Finding(Draft):
    """Something a check found. `where` is a path such as `skills.0.questions.1.prompt`, empty for the whole plan.

    `blocks` says whether it stops publishing: `no`, `ground` (until a lawful ground is chosen) or `always`."""

    code: str
    where: str = ""
    words: str = ""
    reason: str = ""
    suggestion: str = ""
    blocks: Literal["no", "ground", "always"] = "no"


class PlanDraft(Draft):
    """A whole plan, before it has rows."""

    schema_version: Literal[1] = 1
    name: str
    role: str
    description: str
    seniority: Seniority
    engine: EngineName
    summary: str = ""
    general: General = General()
    proctoring: Proctoring = Proctoring()
    opening: str = ""
    closing: str = ""
    protected_note: str = ""
    screen_first: list[str] = []
    assess_elsewhere: list[str] = []
    gaps: list[Evidence] = []
    skills: list[PlannedSkill]
    findings: list[Finding] = []
    notices: list[str] = []


class LibraryEntry(Draft):
    """A question of a library, built in or a team's. Slots in its texts read `{kind:default phrase}`."""

    id: str
    family: str
    competency: str
    competency_name: str
    levels: list[Seniority]
    type: QuestionType
    minutes: int = Field(ge=2, le=10)
    prompt: str
    why: str
    follow_ups: list[FollowUp]
    evaluation_criteria: list[str]
    rating_scale: list[Anchor]
    red_flags: list[str]
    alternate: str
    samples: list[Sample] = []
    status: Literal["draft", "reviewed", "approved", "retired"] = "draft"


class Usage(Draft):
    """Tokens of one or more model calls, and their cost in US dollars (None: the price is not known)."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


class Wanted(Draft):
    """What is asked of an engine for one skill. `seed` makes the choice repeatable."""

    count: int = Field(1, ge=1, le=10)
    types: list[QuestionType] = []
    seniority: Seniority = "mid"
    minutes: int = 6
    language: Language = "English"
    families: list[str] = []
    material: list[LibraryEntry] = []
    keep: list[QuestionDraft] = []
    avoid: list[str] = []
    instruction: str = ""


def never_cancelled() -> bool:
    """The answer of a call that nobody can cancel."""
    return False


def nothing_kept(key: str) -> str | None:
    """The answer of a call whose answers are not kept."""
    return None


def keep_nothing(key: str, body: str, usage: Usage) -> None:
    """Keeps nothing: for calls outside a job."""


def say_nothing(message: str) -> None:
    """Reports nothing: for calls outside a job."""


@dataclass(frozen=True)
class Call:
    """What the pipeline lends an engine while it works: a deadline and a memory, no rows.

    `deadline` is a `time.monotonic()` moment or None. `kept(key)` gives back the body of an answer that was kept
    before a crash; `keep(key, body, usage)` keeps one as it arrives, so that nothing is paid twice."""

    deadline: float | None = None
    cancelled: Callable[[], bool] = field(default=never_cancelled)
    kept: Callable[[str], str | None] = field(default=nothing_kept)
    keep: Callable[[str, str, Usage], None] = field(default=keep_nothing)
    say: Callable[[str], None] = field(default=say_nothing)


def weights(importances: list[Importance]) -> list[int]:
    """Whole weights that sum to exactly 100: equal within must-haves, half for nice-to-haves (largest remainder)."""
    parts = [2 if importance == "must_have" else 1 for importance in importances]
    total = sum(parts)
    if not total:
        return []
    exact = [100 * part / total for part in parts]
    whole = [int(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (whole[index] - exact[index], index))
    for index in by_remainder[: 100 - sum(whole)]:
        whole[index] += 1
    return whole
