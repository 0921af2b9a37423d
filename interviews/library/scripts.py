"""What the interviewer says first and last, and what to do when something protected is volunteered.

The texts stand in scripts.yaml, in each language that a plan can be written in."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from interviews.drafts import CLOSING_MINUTES, Brief, General, Language, Proctoring
from interviews.library.parsing import parsed

_FILE = Path(__file__).with_name("scripts.yaml")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True)
class Form:
    """What an opening tells of the settings: the planned minutes, and whether the order of questions varies."""

    minutes: int
    varies: bool

    @classmethod
    def of(cls, general: General, proctoring: Proctoring) -> "Form":
        """What it has to tell under these settings."""
        return cls(general.duration.max, proctoring.randomize_question_order)


@cache
def _scripts() -> dict[str, dict[str, str]]:
    scripts: dict[str, dict[str, str]] = parsed(_FILE.read_text("utf-8"))
    return scripts


def opening(brief: Brief, language: Language = "English") -> str:
    """The opening script, about two minutes."""
    script = _scripts()[language]
    role = " ".join(brief.role.split()) or script["untitled"]
    form = Form.of(brief.general, brief.proctoring)
    return script["opening"].format(role=role, order=_order(script, form), length=_length(script, form))


def closing(language: Language = "English") -> str:
    """The closing script, about three minutes."""
    return _scripts()[language]["closing"]


def protected_note(language: Language = "English") -> str:
    """What to do when a candidate volunteers something protected."""
    return _scripts()[language]["protected_note"]


def retold(text: str, before: Form, now: Form) -> str:
    """An opening whose own sentences on time and order, where they still stand in it as they were written, tell what
    is so now. All else stays; so does a sentence that a person has changed."""
    for script in _scripts().values():
        text = text.replace(_length(script, before), _length(script, now))
        text = text.replace(_on_order(script, before), _on_order(script, now))
    return text


def orders_said(text: str, *, varies: bool) -> tuple[str, str] | None:
    """The words of an opening that promise one order, or with `varies` an order that varies, and those that say the
    contrary in the same language; None if it has no such words."""
    for script in _scripts().values():
        said, contrary = script["same_order"], script["varying_order"]
        if varies:
            said, contrary = contrary, said
        if said in text:
            return said, contrary
    return None


def _length(script: dict[str, str], form: Form) -> str:
    return script["length"].format(minutes=form.minutes, closing=CLOSING_MINUTES)


def _order(script: dict[str, str], form: Form) -> str:
    return script["varying_order" if form.varies else "same_order"]


def _on_order(script: dict[str, str], form: Form) -> str:
    sentence = next(one for one in _BETWEEN_SENTENCES.split(script["opening"]) if "{order}" in one)
    return sentence.format(order=_order(script, form))
