"""The interviewer's kit as PDF: tagged for screen readers, with its fonts inside."""

import json
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import Any

from interviews.drafts import PlanDraft
from interviews.exports.facts import ExportError, Facts
from interviews.exports.kit_making import kit
from interviews.exports.texts import shortened

MOST_CHARACTERS = 1_200_000
SECONDS = 30
# A long plan takes some hundred megabytes while it is set: one at a time in each process of the product.
_ONE_AT_A_TIME = Lock()
_TEMPLATE = Path(__file__).with_name("kit.typ")
_TYPESETTER = Path(__file__).with_name("typesetting.py")
_LONG_WORD = re.compile(r"\S{30,}")
_MAY_BREAK = "\u200b"
_UNSHOWN = (
    "The server that made this file has no font for some characters ({scripts}). They stand here as [?]. Export the "
    "Word file instead: it is shown with the fonts of your own computer. Whoever looks after the server can also "
    "install a font that has these characters, such as one of the Noto fonts."
)


class PdfError(ExportError):
    """The PDF could not be made; the message says why and what to do."""


def kit_pdf(plan: PlanDraft, facts: Facts) -> bytes:
    """The kit as PDF. Raises PdfError when the plan is far too long, or takes too long to set."""
    described = kit(plan, facts)
    data: dict[str, Any] = _breakable(asdict(described))
    data["title"] = f"{described.cover.kind}: {shortened(described.name, 120)}"
    data["date"] = facts.exported_on and [facts.exported_on.year, facts.exported_on.month, facts.exported_on.day]
    data["unshown"] = _UNSHOWN
    text = json.dumps(data)
    if len(text) > MOST_CHARACTERS:
        raise PdfError("This plan is too long for a PDF. Export the Word file, or take out some of its text.")
    return typeset(text.encode())


def typeset(data: bytes, seconds: float = SECONDS) -> bytes:
    """Sets the kit's data, as JSON, within so many seconds. Raises PdfError."""
    if not _ONE_AT_A_TIME.acquire(timeout=seconds):
        raise PdfError("Other PDF files are being made. Try again in a minute, or export the Word file.")
    try:
        return _set(data, seconds)
    finally:
        _ONE_AT_A_TIME.release()


def _set(data: bytes, seconds: float) -> bytes:
    command = [sys.executable, "-P", str(_TYPESETTER), str(_TEMPLATE)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise PdfError(
            f"The PDF took longer than {seconds:g} seconds and was given up. Export the Word file, or try again when "
            "the server is less busy."
        ) from error
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise PdfError(f"The PDF could not be made: {told[:300]} Export the Word file instead.")
    return done.stdout


def _breakable(value: Any) -> Any:
    """The same with places in very long words where a line may end: the typesetter finds none by itself."""
    if isinstance(value, str):
        return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(re.findall(r".{1,20}", word[0])), value)
    if isinstance(value, dict):
        return {name: _breakable(item) for name, item in value.items()}
    return [_breakable(item) for item in value] if isinstance(value, (list, tuple)) else value
