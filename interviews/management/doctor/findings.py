"""What a check of `manage.py doctor` finds."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["ok", "warning", "wrong"]


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, how it is, and what to do about it unless it is ok."""

    subject: str
    level: Level
    says: str
    mend: str = ""

    def line(self) -> str:
        """For people."""
        return f"{self.level:<8} {self.subject}: {self.says}{' ' if self.mend else ''}{self.mend}"

    def as_dict(self) -> dict[str, str]:
        """For programs."""
        return asdict(self)


Findings = Iterator[Finding]


def ok(subject: str, says: str) -> Finding:
    """As it should be."""
    return Finding(subject, "ok", says)


def warning(subject: str, says: str, mend: str) -> Finding:
    """It works, but something will go wrong or is slow."""
    return Finding(subject, "warning", says, mend)


def wrong(subject: str, says: str, mend: str) -> Finding:
    """Something does not work."""
    return Finding(subject, "wrong", says, mend)
