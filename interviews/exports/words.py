"""Words that several files share: the names of types and levels, the decision rule, the name of a file."""

import re
import unicodedata
from collections.abc import Iterator

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft

IMPORTANCE = {"must_have": "must have", "nice_to_have": "nice to have"}
TYPES = {
    "behavioral": "behavioral",
    "situational": "situational",
    "technical": "technical",
    "work_sample": "work sample",
    "job_knowledge": "job knowledge",
}
ASK = {"all": "ask everybody", "if_needed": "if needed"}
NOT_ASKED = "not asked"
NOT_ENOUGH = "not enough evidence"

SCALE = (
    "Rate each answer from 1 to 5 by its anchors. 3 is what a competent new hire shows; 2 and 4 lie between.",
    f'If a question was left out, choose "{NOT_ASKED}"; if the answer did not tell enough, "{NOT_ENOUGH}". '
    "Neither counts as zero.",
    "The rating of a skill is the mean of the ratings of its questions. The score is the weighted mean of the skills "
    "that have a rating, times 2.",
)

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|%]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def gettext_noop(text: str) -> str:
    """Marks a text for the translators of pages; gives it back as it is."""
    return text


def one_line(text: str) -> str:
    """A text in one line, its runs of white space as one space."""
    return " ".join(text.split())


def number(value: float) -> str:
    """A number without needless zeros: 6, 7.5."""
    return f"{value:g}"


def cutoff_means(plan: PlanDraft) -> str:
    """What the cutoff of a plan means, in one or two sentences."""
    cutoff = plan.general.cutoff
    return (
        f"The cutoff is {number(cutoff)} of 10, a mean rating of {number(cutoff / 2)}; 6 means that a candidate meets "
        "the bar. Below it people discuss; nobody is rejected by a number alone."
    )


def must_haves() -> str:
    """The rule that no mean hides a missing must-have."""
    return "A must-have rated under 2 is talked about first, whatever the score."


def asked(plan: PlanDraft) -> Iterator[tuple[int, PlannedSkill, QuestionDraft]]:
    """Every question in the order of the interview with its skill, numbered from 1 on: as in every other file."""
    every = ((skill, question) for skill in plan.skills for question in skill.questions)
    for number_of, (skill, question) in enumerate(every, 1):
        yield number_of, skill, question


def safe(text: str) -> str:
    """A text whose control characters, but for tabs and line feeds, and whatever no XML may hold are spaces."""
    return _UNSAFE.sub(" ", text)


def file_name(name: str, version: int, suffix: str) -> str:
    """The name of an exported file on any system: letters of any script, no path, no device, no hidden direction."""
    letters = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in name)
    stem = one_line(_NOT_IN_NAMES.sub(" ", letters))[:_MOST_NAME].strip(". ")
    if not stem or _DEVICES.fullmatch(stem.split(".")[0]):
        stem = f"interview {stem}".strip()
    return f"{stem} v{version}{suffix}"
