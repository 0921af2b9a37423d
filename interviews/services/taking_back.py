"""Taking back what one person did to a question, and finding out who removed it."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from interviews.drafts import Change, QuestionDraft
from interviews.edits.refusals import EditRefused
from interviews.edits.undoing import undone
from interviews.models import Author, Interview
from interviews.services.editing import Edited, edit, text_before


@dataclass(frozen=True)
class Removal:
    """Who took a question away and when. `version` is what `undo` takes to bring it back, `skill` where it stood."""

    question: QuestionDraft
    author: str
    at: datetime
    version: int
    skill: int


def take_back_since(interview: Interview, identifier: int, version: int, *, by: Author) -> Edited:
    """Takes back all that this author changed in a question after a version, field by field.

    Raises EditRefused when there is nothing, when somebody changed one of these fields again since, and when the
    question is locked now."""
    merged: dict[str, Change] = {}
    for change in changes_since(interview, identifier, version, by=by):
        earlier = merged.get(change.field)
        merged[change.field] = earlier.model_copy(update={"after": change.after}) if earlier else change
    if not merged:
        raise EditRefused("There is nothing to take back there. Open the plan again to see how it stands.")
    text = text_before(interview, merged["source"].version) if "source" in merged else None
    return edit(interview, partial(undone, changes=list(merged.values()), text=text), by=by)


def changes_since(interview: Interview, identifier: int, version: int, *, by: Author) -> list[Change]:
    """What an author changed in the fields of a question after a version, oldest first."""
    held = interview.revisions.filter(number__gt=version, author=by.name).defer("snapshot").order_by("number")
    return [change for revision in held for change in revision.changes if _is_about(change, identifier, version)]


def _is_about(change: Change, identifier: int, version: int) -> bool:
    about = (change.happened, change.subject, change.identifier)
    return about == ("changed", "question", identifier) and change.version > version


def removal(interview: Interview, identifier: int) -> Removal | None:
    """How a question went, alone or with its skill; None when the history does not say."""
    for revision in interview.revisions.defer("snapshot").order_by("-number"):
        for change in reversed(revision.changes):
            for question in _gone_with(change):
                if question["id"] == identifier:
                    draft = QuestionDraft.model_validate(question)
                    home = change.skill or change.identifier or 0
                    return Removal(draft, revision.author, revision.updated_at, change.version, home)
    return None


def _gone_with(change: Change) -> list[dict[str, Any]]:
    if change.happened != "removed":
        return []
    if change.subject == "question":
        return [change.before["question"]]
    questions: list[dict[str, Any]] = change.before["skill"]["questions"]
    return questions
