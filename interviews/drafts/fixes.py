"""What one click does about a finding: which texts of the plan change, from what to what."""

from pydantic import Field

from interviews.drafts.base import Draft

Told = str | int


class Replacement(Draft):
    """One text or number of a plan, as it was and as it becomes.

    `where` is a path as that of a finding; an item of a list, a question or a skill is told by its text, its prompt or
    its name. `was` is None where something is put in, `becomes` is None where it is left out. With `start` it is not
    the whole text that changes but what begins at that character."""

    where: str
    was: Told | None
    becomes: Told | None
    start: int | None = Field(None, ge=0)


class Fix(Draft):
    """How a finding can be taken away by rule. `says` tells a person in a sentence what will be done.

    All replacements speak of the plan as it was when the finding was made."""

    says: str
    replacements: list[Replacement] = Field(min_length=1)

    def at(self, where: str) -> "Fix":
        """The same within something that stands at `where`."""
        return self.model_copy(update={"replacements": [_moved(one, where + one.where) for one in self.replacements]})

    def within(self, where: str) -> "Fix | None":
        """The same as seen from what stands at `where`; None if it changes anything beside that."""
        if not all(one.where.startswith(where) for one in self.replacements):
            return None
        moved = [_moved(one, one.where.removeprefix(where)) for one in self.replacements]
        return self.model_copy(update={"replacements": moved})


def _moved(one: Replacement, where: str) -> Replacement:
    return one.model_copy(update={"where": where})
