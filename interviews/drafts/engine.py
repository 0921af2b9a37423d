"""What an engine is asked and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from interviews.drafts.base import Draft
from interviews.drafts.intake import Intake
from interviews.drafts.plan import (
    Anchor,
    EngineName,
    FollowUp,
    QuestionDraft,
    QuestionType,
    Sample,
    Seniority,
    SkillDraft,
)
from interviews.drafts.settings import General, Language, Proctoring

MOST_ROLE = 200
MOST_DESCRIPTION = 300_000


class Brief(Draft):
    """What a job is asked to make. A retry reads this and nothing that was edited later."""

    role: str = Field(min_length=1, max_length=MOST_ROLE)
    description: str = Field(min_length=1, max_length=MOST_DESCRIPTION)
    seniority: Seniority | None = None
    question_count: int | None = Field(None, ge=3, le=20)
    engine: EngineName = "library"
    seed: int = 0
    general: General = General()
    proctoring: Proctoring = Proctoring()
    intake: Intake = Intake()


class Analysis(Draft):
    """What an engine read in the description. `notices` are plain sentences about limits of that reading."""

    seniority: Seniority
    summary: str = ""
    families: list[str] = []
    skills: list[SkillDraft]
    screen_first: list[str] = []
    assess_elsewhere: list[str] = []
    notices: list[str] = []


class LibraryEntry(Draft):
    """A question of a library, built in or a team's. Slots in its texts read `{kind|default phrase}`.

    `cues`: words by which a line of a posting asks for this very question. `setting`: words of which the posting must
    hold one for the scene to be at home there; empty if it is at home wherever the competency is asked for."""

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
    cues: list[str] = []
    setting: list[str] = []


class Usage(Draft):
    """Tokens of one or more model calls, and their cost in US dollars (None: the price is not known)."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None

    @property
    def tokens(self) -> int:
        """All tokens, read and written."""
        return self.prompt_tokens + self.completion_tokens

    def in_words(self) -> str:
        """Tokens and, if it is known, the cost: "4,210 tokens, about $0.0200"."""
        cost = "" if self.cost_usd is None else f", about ${self.cost_usd:.4f}"
        return f"{self.tokens:,} tokens{cost}"

    def __add__(self, other: "Usage") -> "Usage":
        """Both together. The cost of the whole is unknown when that of a part is."""
        known = self.cost_usd is not None and other.cost_usd is not None
        return Usage(
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost_usd=round((self.cost_usd or 0.0) + (other.cost_usd or 0.0), 8) if known else None,
        )


def nothing_used() -> Usage:
    """What has been used before the first call: no tokens, at no cost."""
    return Usage(cost_usd=0.0)


class Wanted(Draft):
    """What is asked of an engine for one skill.

    `reuse`: ids of the team's approved questions among the material that fit, to be taken as they are. `keep`:
    questions of the plan that stay and are not to be asked again; `avoid`: prompts not to come near; `others`: the
    other skills of the plan, asked for elsewhere. `replaces`: the questions to be written again, `instruction`: how a
    person wants that."""

    count: int = Field(1, ge=1, le=10)
    types: list[QuestionType] = []
    seniority: Seniority = "mid"
    minutes: int = 6
    language: Language = "English"
    families: list[str] = []
    material: list[LibraryEntry] = []
    reuse: list[str] = []
    keep: list[QuestionDraft] = []
    avoid: list[str] = []
    others: list[str] = []
    replaces: list[QuestionDraft] = []
    instruction: str = ""


def never_cancelled() -> bool:
    """The answer of a call that nobody can cancel."""
    return False


def nothing_kept(key: str) -> str | None:
    """The answer of a call whose answers are not kept."""
    return None


@dataclass(frozen=True)
class Answered:
    """An answer of a language model as it arrived: the digest of what was asked, the answer, and what it cost."""

    key: str
    body: str
    usage: Usage
    model: str = ""
    prompt_version: str = ""


def keep_nothing(answer: Answered) -> None:
    """Keeps nothing: for calls outside a job."""


def admitted(expected: Usage, fits: Callable[[Usage], bool]) -> bool:
    """The answer of a call outside a job: no other request shares its budget."""
    return True


def release_nothing(expected: Usage) -> None:
    """Lets go of nothing: for calls outside a job."""


def say_nothing(message: str) -> None:
    """Reports nothing: for calls outside a job."""


@dataclass(frozen=True)
class Call:
    """What the pipeline lends an engine while it works: a deadline and a memory, no rows.

    `began` (when the job was taken up) and `deadline` are `time.monotonic()` moments or None. `kept(key)` gives back
    the body of an answer that was kept before a crash; `keep(answer)` keeps one as it arrives, so that nothing is paid
    twice. `spent()` is what the whole job has used so far, in all its calls; `admit(expected, fits)` holds what a
    request will probably use, or says that what others are using leaves no room yet; `release(expected)` lets go of it.
    `say` writes a line into the log, `announce` one that a job says only once."""

    began: float | None = None
    deadline: float | None = None
    cancelled: Callable[[], bool] = field(default=never_cancelled)
    kept: Callable[[str], str | None] = field(default=nothing_kept)
    keep: Callable[[Answered], None] = field(default=keep_nothing)
    spent: Callable[[], Usage] = field(default=nothing_used)
    admit: Callable[[Usage, Callable[[Usage], bool]], bool] = field(default=admitted)
    release: Callable[[Usage], None] = field(default=release_nothing)
    say: Callable[[str], None] = field(default=say_nothing)
    announce: Callable[[str], None] = field(default=say_nothing)
