"""The built-in question library as it stands in `families/*.yaml`: read, validated, handed out as plain values."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from interviews.drafts import Anchor, FollowUp, LibraryEntry, QuestionType, Sample, Seniority
from interviews.library import remembered
from interviews.library.parsing import parsed

FOLDER = Path(__file__).parent / "families"
GENERAL = "general"
NAMED_TOOL, SUBJECT, NAMED_DUTY = "general.named_tool", "general.subject", "general.named_duty"
# Competencies whose questions ask about anything by its name.
BY_NAME = (NAMED_TOOL, SUBJECT, NAMED_DUTY)


class ShelfError(ValueError):
    """A family file that cannot be read; the message names the file and the place in it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _by_score(texts: Any) -> Any:
    """Scores are numbers in YAML and strings in JSON."""
    return {int(score): text for score, text in texts.items()} if isinstance(texts, dict) else texts


_Scores = BeforeValidator(_by_score)


class WrittenQuestion(_Strict):
    """A question as its author writes it; see WRITING.md."""

    id: str = Field(pattern=r"^[a-z_]+\.[a-z0-9_]+\.[a-z0-9_]+$")
    levels: list[Seniority] = Field(min_length=1)
    type: QuestionType
    minutes: int = Field(ge=2, le=8)
    status: Literal["draft", "reviewed"]
    cues: list[str] = []
    setting: list[str] = []
    makers: bool = False
    prompt: str
    why: str
    follow_ups: list[FollowUp] = Field(min_length=2, max_length=2)
    criteria: list[str] = Field(min_length=3, max_length=5)
    anchors: Annotated[dict[Literal[1, 3, 5], str], Field(min_length=3), _Scores]
    red_flags: list[str] = Field(min_length=1, max_length=2)
    alternate: str
    samples: Annotated[dict[Literal[2, 4], str], Field(min_length=2), _Scores]


class Competency(_Strict):
    """A competency of a family: the words by which a posting asks for it, and its questions."""

    id: str = Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")
    name: str
    cues: list[str] = Field(min_length=6)
    questions: list[WrittenQuestion] = Field(min_length=2)


class Family(_Strict):
    """A job family: its titles and typical words, and its competencies."""

    family: str
    name: str
    titles: list[str] = Field(min_length=5)
    words: list[str] = Field(min_length=10)
    competencies: list[Competency] = Field(min_length=1)


def read_family(path: Path) -> Family:
    """One family file. Raises `ShelfError` that names the file and the first wrong place."""
    try:
        family = Family.model_validate(parsed(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        raise ShelfError(f"{path.name}: {error}") from error
    except ValidationError as error:
        places = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:5])
        raise ShelfError(f"{path.name}: {places}") from error
    if family.family != path.stem:
        raise ShelfError(f"{path.name}: `family` must be {path.stem}")
    return family


def each_family(folder: Path = FOLDER) -> Iterator[Family]:
    """One family after another, by id: for who keeps a part of each and need not hold all. Raises `ShelfError`."""
    paths = sorted(folder.glob("*.yaml"))
    known = remembered.recall(paths)
    if known is not None:
        yield from map(Family.model_validate_json, BytesIO(known))
        return
    read = [read_family(path) for path in paths]
    remembered.remember(paths, b"\n".join(family.model_dump_json().encode() for family in read))
    yield from read


@cache
def families() -> dict[str, Family]:
    """All families by id, in the order of their ids. Raises `ShelfError`."""
    return {family.family: family for family in each_family()}


def entries(family: Family, competency: Competency) -> list[LibraryEntry]:
    """The questions of a competency as library entries."""
    return [
        LibraryEntry(
            id=written.id,
            family=family.family,
            competency=competency.id,
            competency_name=competency.name,
            levels=written.levels,
            type=written.type,
            minutes=written.minutes,
            prompt=written.prompt,
            why=written.why,
            follow_ups=written.follow_ups,
            evaluation_criteria=written.criteria,
            rating_scale=[Anchor(score=score, anchor=text) for score, text in sorted(written.anchors.items())],
            red_flags=written.red_flags,
            alternate=written.alternate,
            samples=[Sample(score=score, answer=text) for score, text in sorted(written.samples.items())],
            status=written.status,
            cues=written.cues,
            setting=written.setting,
        )
        for written in competency.questions
    ]
