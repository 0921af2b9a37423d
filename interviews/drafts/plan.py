"""A plan and its parts."""

from typing import Literal

from pydantic import Field

from interviews.drafts.base import Draft
from interviews.drafts.fixes import Fix
from interviews.drafts.intake import Intake
from interviews.drafts.settings import General, Proctoring

Seniority = Literal["entry", "mid", "senior", "lead"]
Importance = Literal["must_have", "nice_to_have"]
QuestionType = Literal["behavioral", "situational", "technical", "work_sample", "job_knowledge"]
Difficulty = Literal["entry", "intermediate", "advanced"]
Ask = Literal["all", "if_needed"]
EngineName = Literal["library", "openai"]

OPENING_MINUTES = 2
CLOSING_MINUTES = 3


class Evidence(Draft):
    """A slice of the description: `quote` is exactly `description[start:end]`."""

    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class SkillDraft(Draft):
    """A skill the interview probes. `reference` names the competency of the library it was matched to, `planned` the
    library's questions that it was chosen with, if any."""

    name: str
    importance: Importance = "must_have"
    kind: Literal["hard", "duty", "behaviour"] = "hard"
    weight: int = Field(0, ge=0, le=100)
    evidence: list[Evidence] = []
    reference: str = ""
    planned: list[str] = []


class FollowUp(Draft):
    """A neutral probe."""

    text: str
    ask: Ask = "if_needed"


class Anchor(Draft):
    """What an answer at one score of the 1-5 scale shows."""

    score: int = Field(ge=1, le=5)
    anchor: str


class Source(Draft):
    """Who wrote a question: an engine, the library entry it stands on (empty if none), and the clause it serves.

    `stands_in`: why the built-in engine wrote it where the language model should have; empty if it did. `samples_for`:
    the wording that its sample answers were written for, where the question was reworded since; empty if they fit."""

    engine: Literal["library", "openai", "team", "person"] = "library"
    reference: str = ""
    note: str = ""
    serves: Evidence | None = None
    stands_in: str = ""
    samples_for: str = ""


class Sample(Draft):
    """A sample answer to a question and the score it deserves."""

    score: int = Field(ge=1, le=5)
    answer: str


class QuestionDraft(Draft):
    """One question with all that an interviewer needs to ask and to rate it."""

    id: int | None = None
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
    locked: bool = False


class PlannedSkill(SkillDraft):
    """A skill with its questions. `id` is the row's once there is one.

    `locked` keeps the skill and all its questions as they are when something is written again. `weight_by_hand` says
    that a person chose the weight: the others share what is left."""

    id: int | None = None
    locked: bool = False
    weight_by_hand: bool = False
    questions: list[QuestionDraft] = []


class Finding(Draft):
    """Something a check found. `where` is a path such as `skills.0.questions.1.prompt`, empty for the whole plan.

    `blocks` says whether it stops publishing: `no`, `ground` (until a lawful ground is chosen) or `always`. `fix` is
    what one click can do about it, None where no rule knows a good wording."""

    code: str
    where: str = ""
    words: str = ""
    reason: str = ""
    suggestion: str = ""
    blocks: Literal["no", "ground", "always"] = "no"
    fix: Fix | None = None

    def at(self, where: str) -> "Finding":
        """A copy whose places stand within what stands at `where`."""
        fix = self.fix and self.fix.at(where)
        return self.model_copy(update={"where": where + self.where, "fix": fix})

    def within(self, where: str) -> "Finding":
        """A copy whose places are seen from what stands at `where`; without a fix that changes anything beside it."""
        fix = self.fix and self.fix.within(where)
        return self.model_copy(update={"where": self.where.removeprefix(where), "fix": fix})


class PlanDraft(Draft):
    """A whole plan, before it has rows."""

    schema_version: Literal[1] = 1
    name: str
    role: str
    description: str
    seniority: Seniority
    engine: EngineName
    summary: str = ""
    intake: Intake = Intake()
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


def most_questions(minutes: int) -> int:
    """How many questions these minutes hold at most: 6 in 25, 8 in 40, 10 in 55. A long interview takes more time for
    each."""
    return max(2, min(round(minutes / 4.5), round((minutes + 20) / 7.5)))
