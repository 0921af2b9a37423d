"""The plain values that pass between the rooms: what an engine is asked, what it answers, what a plan is made of.

Every value that crosses a border (engine answers, the API, JSON columns, export) is validated by a model of this room.
Offsets count Unicode code points of the description as it was received, after `normalise`.
"""

from interviews.drafts.base import (
    Draft,
)
from interviews.drafts.changes import (
    Change,
)
from interviews.drafts.details import (
    PlanRecord,
    details,
    heaviest,
    moment,
)
from interviews.drafts.dropping import dropping, minutes_used, until_it_fits
from interviews.drafts.engine import (
    MOST_DESCRIPTION,
    MOST_ROLE,
    Analysis,
    Answered,
    Brief,
    Call,
    LibraryEntry,
    Usage,
    Wanted,
    nothing_used,
)
from interviews.drafts.fixes import Fix, Replacement
from interviews.drafts.intake import (
    ASKED,
    MOST_ANSWER,
    Intake,
)
from interviews.drafts.language_model import LanguageModel, LanguageModelError
from interviews.drafts.places import Outdated, put, text_at
from interviews.drafts.plan import (
    CLOSING_MINUTES,
    OPENING_MINUTES,
    Anchor,
    Ask,
    Difficulty,
    EngineName,
    Evidence,
    Finding,
    FollowUp,
    Importance,
    PlanDraft,
    PlannedSkill,
    QuestionDraft,
    QuestionType,
    Sample,
    Seniority,
    SkillDraft,
    Source,
    most_questions,
)
from interviews.drafts.proposal import (
    MOST_INSTRUCTION,
    Suggested,
    Suggestion,
    Target,
)
from interviews.drafts.settings import (
    PROCTORING_PRESETS,
    VOICES,
    Duration,
    General,
    Language,
    Proctoring,
    merged,
)
from interviews.drafts.text import (
    normalise,
)
from interviews.drafts.weights import balanced, shared, weights

__all__ = [
    "ASKED",
    "CLOSING_MINUTES",
    "MOST_ANSWER",
    "MOST_DESCRIPTION",
    "MOST_INSTRUCTION",
    "MOST_ROLE",
    "OPENING_MINUTES",
    "PROCTORING_PRESETS",
    "VOICES",
    "Analysis",
    "Anchor",
    "Answered",
    "Ask",
    "Brief",
    "Call",
    "Change",
    "Difficulty",
    "Draft",
    "Duration",
    "EngineName",
    "Evidence",
    "Finding",
    "Fix",
    "FollowUp",
    "General",
    "Importance",
    "Intake",
    "Language",
    "LanguageModel",
    "LanguageModelError",
    "LibraryEntry",
    "Outdated",
    "PlanDraft",
    "PlanRecord",
    "PlannedSkill",
    "Proctoring",
    "QuestionDraft",
    "QuestionType",
    "Replacement",
    "Sample",
    "Seniority",
    "SkillDraft",
    "Source",
    "Suggested",
    "Suggestion",
    "Target",
    "Usage",
    "Wanted",
    "balanced",
    "details",
    "dropping",
    "heaviest",
    "merged",
    "minutes_used",
    "moment",
    "most_questions",
    "normalise",
    "nothing_used",
    "put",
    "shared",
    "text_at",
    "until_it_fits",
    "weights",
]
