"""The prompts: templates in prompts/, fixed text first, so that servers can reuse what they read before.

`PROMPT_VERSION` is kept with each answer. Its second half is a digest of the templates: no change goes unseen."""

import hashlib
from pathlib import Path
from string import Template

from interviews.drafts import Brief
from interviews.engines.openai_wire import Message

_FOLDER = Path(__file__).parent / "prompts"
_TEMPLATES = {path.stem: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.md"))}
_DIGEST = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in _TEMPLATES.items()).encode()).hexdigest()

PROMPT_VERSION = f"1-{_DIGEST[:8]}"


def messages(task: str, brief: Brief, **values: str) -> tuple[Message, ...]:
    """The rules, then the posting, then the task: two jobs share the first, the skills of one job the second too.

    The posting stands between marks that hold a digest of it, so that no text in it can close them."""
    mark = hashlib.sha256(brief.description.encode()).hexdigest()[:12]
    posting = filled_in("posting", mark=mark, role=" ".join(brief.role.split()), description=brief.description)
    return (
        {"role": "system", "content": filled_in("rules")},
        {"role": "user", "content": f"{posting}\n\n{filled_in(task, mark=mark, **values)}"},
    )


def repair(complaints: list[str]) -> str:
    """What to mend in an answer."""
    return filled_in("repair", complaints="\n".join(f"- {complaint}" for complaint in complaints))


def filled_in(name: str, **values: str) -> str:
    """A template with its values."""
    return Template(_TEMPLATES[name]).substitute(values).strip()
