"""Why an edit was not made; nothing was changed then. The messages are sentences for people."""

from typing import Any


class EditRefused(ValueError):
    """The plan does not allow this edit; the message says why and what to do."""


class Gone(EditRefused):
    """What was to be edited is no longer in the plan."""


class Changed(EditRefused):
    """Somebody changed the same thing since it was read. `theirs` has the current value of each field at issue."""

    def __init__(self, theirs: dict[str, Any]) -> None:
        """`theirs`: field names with their current values, as plain JSON."""
        super().__init__("Somebody else has changed this since you opened it. Nothing of yours was saved yet.")
        self.theirs = theirs
