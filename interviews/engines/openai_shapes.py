"""What the model is asked to fill in. It thinks in the order of the fields: evidence before the name.

Limits of length are for the schema alone, and only for small models that run on; a longer text is cut, not refused."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from interviews.drafts import Importance, QuestionType, Seniority

Line = Annotated[str, Field(json_schema_extra={"maxLength": 300})]
Short = Annotated[str, Field(json_schema_extra={"maxLength": 80})]
Long = Annotated[str, Field(json_schema_extra={"maxLength": 600})]


class FoundSkill(BaseModel):
    """A skill that the model found."""

    evidence: Annotated[list[Line], Field(json_schema_extra={"maxItems": 3})]
    name: Short
    importance: Importance = "must_have"
    kind: Literal["hard", "duty", "behaviour"] = "hard"


class Found(BaseModel):
    """What the model read in the posting."""

    seniority: Seniority
    summary: Long = ""
    families: Annotated[list[Short], Field(json_schema_extra={"maxItems": 2})] = []
    skills: Annotated[list[FoundSkill], Field(json_schema_extra={"maxItems": 10})]
    screen_first: Annotated[list[Line], Field(json_schema_extra={"maxItems": 8})] = []
    assess_elsewhere: Annotated[list[Line], Field(json_schema_extra={"maxItems": 8})] = []


class WrittenQuestion(BaseModel):
    """A question that the model wrote."""

    serves: Line = ""
    why: Line = ""
    type: QuestionType
    minutes: int = 5
    prompt: Line
    probe_all: Line = ""
    probe_if_needed: Line = ""
    criteria: Annotated[list[Line], Field(json_schema_extra={"maxItems": 5})]
    one: Long
    three: Long
    five: Long
    red_flags: Annotated[list[Line], Field(json_schema_extra={"maxItems": 2})] = []
    alternate: Line = ""
    material: Short = ""


class Written(BaseModel):
    """The questions of one skill, with sample answers for the first."""

    questions: Annotated[list[WrittenQuestion], Field(json_schema_extra={"maxItems": 10})]
    sample_two: Long = ""
    sample_four: Long = ""
