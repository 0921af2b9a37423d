"""The format of the exported JSON: what a file holds, field by field, and its published JSON Schema.

The limits are those of an import. They are wide: what makes a plan good is for the checks to say."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from interviews.drafts import (
    MOST_DESCRIPTION,
    MOST_ROLE,
    Ask,
    Difficulty,
    Draft,
    EngineName,
    General,
    Importance,
    Intake,
    Proctoring,
    QuestionType,
    Seniority,
)
from interviews.exports.setting_words import SETTING_WORDS

FORMAT = "hiring-interview-plan"
SCHEMA = 1

MOST_SKILLS = 30
MOST_QUESTIONS = 100
_MOST_TEXT = 10_000
_MOST_ITEMS = 100
_MOST_PASSAGES = 1_000

Said = Annotated[str, StringConstraints(pattern=r"\S", max_length=_MOST_TEXT)]
Title = Annotated[str, StringConstraints(pattern=r"\S", max_length=MOST_ROLE)]
Text = Annotated[str, StringConstraints(max_length=_MOST_TEXT)]
Reference = Annotated[str, StringConstraints(max_length=200)]
Texts = Annotated[list[Text], Field(max_length=_MOST_ITEMS)]


class Passage(Draft):
    """A passage of the job description. Offsets count Unicode code points."""

    quote: Text = Field(description="The passage, word for word.")
    start: int = Field(ge=0, le=MOST_DESCRIPTION, description="Where it begins in the description, counted from 0.")
    end: int = Field(ge=0, le=MOST_DESCRIPTION, description="Where it ends: the offset of what follows it.")


class Probe(Draft):
    """A neutral question that follows up."""

    text: Text = Field(description="The probe, as it is said.")
    ask: Ask = Field("if_needed", description="Whether everybody is asked it, or only who has not said it yet.")


class AnchorText(Draft):
    """What an answer at one score of the 1-5 scale shows."""

    score: int = Field(ge=1, le=5, description="The score.")
    anchor: Text = Field(description="The behaviour that deserves it.")


class SampleAnswer(Draft):
    """An answer to agree on the scale with, before the first interview."""

    score: int = Field(ge=1, le=5, description="The score it deserves.")
    answer: Text = Field(description="The answer.")


class Origin(Draft):
    """Who wrote a question, and what it serves."""

    engine: Literal["library", "openai", "team", "person"] = Field(
        "library",
        description="The built-in library, a language model, the team's own library, or a person.",
    )
    reference: Reference = Field("", description="The library entry it stands on; empty if none.")
    note: Text = Field("", description="A remark on the origin, for people.")
    serves: Passage | None = Field(None, description="The passage of the description that the question serves.")
    stands_in: Text = Field("", description="Why the built-in engine wrote it where a language model should have.")
    samples_for: Text = Field("", description="What was asked when the sample answers were written, if that changed.")


class FileQuestion(Draft):
    """A question with all that is needed to ask it and to rate the answer."""

    model_config = ConfigDict(title="Question")

    prompt: Said = Field(description="The question, as it is said.")
    type: QuestionType = Field(description="The kind of question.")
    difficulty: Difficulty = Field(description="How much experience it takes to answer well.")
    minutes: int = Field(ge=1, le=30, description="Minutes for the question, its probes included.")
    drop_first: bool = Field(False, description="Whether it is left out first when time runs short.")
    why: Text = Field("", description="Why it is asked.")
    follow_ups: list[Probe] = Field([], max_length=_MOST_ITEMS, description="Probes.")
    alternate: Text = Field("", description="For candidates without the experience; the same anchors hold.")
    evaluation_criteria: Texts = Field([], description="What to look for in the answer.")
    rating_scale: list[AnchorText] = Field([], max_length=5, description="Anchors, usually for 1, 3 and 5.")
    red_flags: Texts = Field([], description="What to take note of; never a veto.")
    samples: list[SampleAnswer] = Field([], max_length=_MOST_ITEMS, description="Sample answers.")
    source: Origin = Field(Origin(), description="Who wrote it.")
    locked: bool = Field(False, description="Whether it stays as it is when questions are written again.")


class FileSkill(Draft):
    """A skill that the interview probes, with its questions in the order in which they are asked."""

    model_config = ConfigDict(title="Skill")

    name: Title = Field(description="The skill.")
    importance: Importance = Field("must_have", description="Whether the job cannot be done without it.")
    kind: Literal["hard", "duty", "behaviour"] = Field("hard", description="What sort of skill it is.")
    weight: int = Field(0, ge=0, le=100, description="Its share of the score; those of all skills sum to 100.")
    evidence: list[Passage] = Field(
        [], max_length=_MOST_PASSAGES, description="Where the description asks for the skill."
    )
    reference: Reference = Field("", description="The competency of the built-in library; empty if none.")
    locked: bool = Field(False, description="Whether the skill and its questions stay when a plan is written again.")
    weight_by_hand: bool = Field(False, description="Whether a person chose the weight.")
    questions: list[FileQuestion] = Field([], max_length=MOST_QUESTIONS, description="Its questions.")


class FilePlan(Draft):
    """A structured interview plan."""

    model_config = ConfigDict(title="Plan")

    name: Title = Field(description="The interview's name.")
    role: Title = Field(description="What is hired for.")
    description: str = Field(
        pattern=r"\S", max_length=MOST_DESCRIPTION, description="The job description that the plan was made from."
    )
    seniority: Seniority = Field(description="The level that is hired for.")
    engine: EngineName = Field(description="What wrote the plan: the built-in engine or a language model.")
    summary: Text = Field("", description="The job in a sentence or two.")
    intake: Intake = Field(Intake(), description="What the hiring manager knows and the description does not say.")
    general: General = Field(General(), description="General settings.")
    proctoring: Proctoring = Field(Proctoring(), description="What the interview platform is asked to monitor.")
    opening: Text = Field("", description="What the interviewer says first.")
    closing: Text = Field("", description="What the interviewer says last.")
    protected_note: Text = Field("", description="What to do when something protected is volunteered.")
    screen_first: Texts = Field([], description="Lawful knock-outs that are settled before the interview.")
    assess_elsewhere: Texts = Field([], description="What a certificate, a test or a reference shows better.")
    gaps: list[Passage] = Field([], max_length=_MOST_PASSAGES, description="Requirements that no question covers.")
    skills: list[FileSkill] = Field(max_length=MOST_SKILLS, description="Skills, in the order of the interview.")
    notices: Texts = Field([], description="Remarks on how the plan was made.")

    @model_validator(mode="after")
    def _not_too_many(self) -> "FilePlan":
        count = sum(len(skill.questions) for skill in self.skills)
        if count > MOST_QUESTIONS:
            raise ValueError(f"a plan has at most {MOST_QUESTIONS} questions; there are {count}")
        return self


class PlanFile(Draft):
    """An interview plan as a file. The product that wrote it reads it again as a new draft."""

    model_config = ConfigDict(title="Hiring interview plan")

    format: Literal["hiring-interview-plan"] = Field(description="Tells the file from any other JSON.")
    schema_: Literal[1] = Field(alias="schema", description="The version of this format.")
    plan: FilePlan = Field(description="The plan.")


def schema() -> dict[str, Any]:
    """The published JSON Schema of the file (draft 2020-12), with a description of every field."""
    made = PlanFile.model_json_schema()
    for name, words in SETTING_WORDS.items():
        for field, description in words.items():
            made["$defs"][name]["properties"][field]["description"] = description
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
