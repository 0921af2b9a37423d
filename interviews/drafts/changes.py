"""What an edit changed in a plan, kept so that people can read it and take it back."""

from typing import Any, Literal

from interviews.drafts.base import Draft

Subject = Literal["plan", "skill", "question"]
Happened = Literal["changed", "added", "removed", "moved"]


class Change(Draft):
    """One thing that an edit changed.

    `version` is that of the interview after the edit. `identifier` is the skill's or the question's, `skill` that of
    the question's skill. `name` says how people know it: the skill's name, the beginning of a prompt. `before` and
    `after` are plain JSON: the field's value where something `changed`; for what was added or removed the whole of it,
    and for what was moved its place: `{"skill": id, "after": id or null, "in": name}`, `after` being what stands before
    it and `in` the name of the skill."""

    version: int = 0
    subject: Subject
    happened: Happened
    identifier: int | None = None
    skill: int | None = None
    field: str = ""
    name: str = ""
    before: Any = None
    after: Any = None
