"""What the interviewer says first and last, and what to do when something protected is volunteered.

The texts stand in scripts.yaml, in each language that a plan can be written in."""

from functools import cache
from pathlib import Path

from interviews.drafts import CLOSING_MINUTES, Brief, Language
from interviews.library.parsing import parsed

_FILE = Path(__file__).with_name("scripts.yaml")


@cache
def _scripts() -> dict[str, dict[str, str]]:
    scripts: dict[str, dict[str, str]] = parsed(_FILE.read_text("utf-8"))
    return scripts


def opening(brief: Brief, language: Language = "English") -> str:
    """The opening script, about two minutes."""
    script = _scripts()[language]
    role = " ".join(brief.role.split()) or script["untitled"]
    return script["opening"].format(role=role, minutes=brief.general.duration.max, closing=CLOSING_MINUTES)


def closing(language: Language = "English") -> str:
    """The closing script, about three minutes."""
    return _scripts()[language]["closing"]


def protected_note(language: Language = "English") -> str:
    """What to do when a candidate volunteers something protected."""
    return _scripts()[language]["protected_note"]
