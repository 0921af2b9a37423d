"""Reads an exported JSON back as a plan, whoever has had a hand in it since; says what is wrong line by line."""

import codecs
import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from interviews.drafts import PlanDraft
from interviews.exports.anchoring import anchored
from interviews.exports.file_format import FORMAT, SCHEMA, PlanFile
from interviews.exports.located import Located, MalformedError, Spot, located
from interviews.exports.problems import in_words
from interviews.exports.words import one_line

MOST_BYTES = 2_000_000
MOST_PROBLEMS = 20

_OTHER_FILES = {
    b"PK\x03\x04": "This is a Word, Excel or ZIP file",
    b"%PDF": "This is a PDF file",
    b"\xd0\xcf\x11\xe0": "This is an older Word or Excel file",
    b"{\\rtf": "This is an RTF file",
    b"<": "This is a page (HTML or XML)",
}
_WANTED = "Import takes the file that Export, Plan as JSON gives."


class FileError(ValueError):
    """A file that cannot be imported. `problems` are sentences for people, each with its line where it has one."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Incoming:
    """A plan that was read, and in sentences what was mended on the way."""

    plan: PlanDraft
    notices: list[str] = field(default_factory=list)


def incoming(content: bytes) -> Incoming:
    """The plan of a file. Raises FileError with up to 20 problems at once.

    Texts are normalised; evidence that no longer stands where the file says is looked for, or dropped with a notice.
    Ids are not in the file: whoever writes the plan makes new ones."""
    text = _text(content)
    try:
        read = located(text)
    except MalformedError as error:
        raise FileError(_at(error.spot, f"{error}.")) from None
    _check_envelope(read)
    try:
        file = PlanFile.model_validate_json(json.dumps(read.value), strict=True)
    except ValidationError as error:
        raise FileError(*_problems(error, read)) from None
    plan, notices = anchored(PlanDraft.model_validate(file.plan.model_dump()))
    plan.name, plan.role = one_line(plan.name), one_line(plan.role)
    for skill in plan.skills:
        skill.name = one_line(skill.name)
    return Incoming(plan, notices)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise FileError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. {_WANTED}")
    content = content.removeprefix(codecs.BOM_UTF8)
    if not content.strip(b" \t\r\n\x00"):
        raise FileError(f"The file is empty. {_WANTED}")
    for begin, what in _OTHER_FILES.items():
        if content.lstrip().startswith(begin):
            raise FileError(f"{what}, not JSON. {_WANTED}")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FileError("The file is in the encoding UTF-16. Save it as UTF-8 and import it again.")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError(
            f"Line {line}: this is not UTF-8. Save the file in that encoding and import it again."
        ) from None


def _check_envelope(read: Located) -> None:
    """Tells other JSON, and other versions of this format, before each of their fields is called wrong."""
    top = read.value
    if isinstance(top, dict) and "ai_interview_id" in top and "format" not in top:
        raise FileError(f"This is an answer of the API (details), which leaves out part of the plan. {_WANTED}")
    if not isinstance(top, dict) or top.get("format") != FORMAT:
        raise FileError(_at(read.spot(("format",)), f'the file is no interview plan: "format" is not "{FORMAT}".'))
    version = top.get("schema")
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA:
        sentence = f"this file is of version {version}; this product reads version {SCHEMA}. "
        raise FileError(_at(read.spot(("schema",)), f"{sentence}Update the product, then import it again."))


def _problems(error: ValidationError, read: Located) -> list[str]:
    found: list[Any] = error.errors()
    told = [_at(read.spot(tuple(one["loc"])), in_words(one)) for one in found[:MOST_PROBLEMS]]
    if len(found) > MOST_PROBLEMS:
        told.append(f"There are {len(found) - MOST_PROBLEMS} more problems.")
    return told


def _at(spot: Spot, sentence: str) -> str:
    return f"Line {spot.line}, column {spot.column}: {sentence}"
