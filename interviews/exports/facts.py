"""What a file says of a plan beside the plan itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Facts:
    """Where a plan comes from.

    `identifier` is the interview's id, None for a plan without rows. `exported_on` is the day that is printed on what
    is handed out, None where no day shall stand."""

    identifier: int | None = None
    version: int = 1
    status: str = "draft"
    team: str = ""
    exported_on: date | None = None


class ExportError(Exception):
    """A file could not be made; the message says why and what to do."""
