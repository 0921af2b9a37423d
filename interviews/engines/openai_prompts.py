"""The prompts: templates in prompts/, fixed text first, so that servers can reuse what they read before.

`PROMPT_VERSION` is kept with each answer. Its second half is a digest of the templates: no change goes unseen."""

import hashlib
from pathlib import Path
from string import Template

from interviews.checks.intake import about_the_work
from interviews.drafts import ASKED, Brief
from interviews.engines.openai_wire import Message

_FOLDER = Path(__file__).parent / "prompts"
_TEMPLATES = {path.stem: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.md"))}
_DIGEST = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in _TEMPLATES.items()).encode()).hexdigest()

PROMPT_VERSION = f"1-{_DIGEST[:8]}"


def messages(task: str, brief: Brief, **values: str) -> tuple[Message, ...]:
    """The rules, then the posting and what the team says, then the task: two jobs share the first, the skills of one
    job the others too.

    Posting and answers stand between marks that hold a digest of them, so that no text in them can close them."""
    mark = _mark(brief.description)
    posting = filled_in("posting", mark=mark, role=" ".join(brief.role.split()), description=brief.description)
    parts = [posting, *_told(brief), filled_in(task, mark=mark, **values)]
    return (
        {"role": "system", "content": filled_in("rules")},
        {"role": "user", "content": "\n\n".join(parts)},
    )


def has_answers(brief: Brief) -> bool:
    """Whether the team said something about the work."""
    return about_the_work(brief.intake).says_something


def _told(brief: Brief) -> list[str]:
    """What the team says, without what it says of who people are; nothing where it says nothing."""
    intake = about_the_work(brief.intake)
    told = [f"{ASKED[name]}\n{answer.strip()}" for name, answer in intake if answer.strip()]
    answers = "\n\n".join(told)
    return [filled_in("intake", mark=_mark(answers), answers=answers)] if answers else []


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def repair(complaints: list[str]) -> str:
    """What to mend in an answer."""
    return filled_in("repair", complaints="\n".join(f"- {complaint}" for complaint in complaints))


def filled_in(name: str, **values: str) -> str:
    """A template with its values."""
    return Template(_TEMPLATES[name]).substitute(values).strip()
