"""Which change sets of a history are asked for: those of one person, those about one part of the plan."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from interviews.drafts import Change
from interviews.forms.numbers import whole
from interviews.models import Interview, Revision
from interviews.pages.history.telling import mentions


@dataclass(frozen=True)
class Filter:
    """`by`: an author as the history names them. `subject` and `identifier`: a skill or a question."""

    by: str = ""
    subject: str = ""
    identifier: int = 0

    @classmethod
    def of(cls, sent: QueryDict) -> "Filter":
        """What an address asks for; anything that makes no sense is left out."""
        for subject in ("question", "skill"):
            value = whole(sent.get(subject))
            if value:
                return cls(sent.get("by", ""), subject, value)
        return cls(sent.get("by", ""))

    @property
    def query(self) -> str:
        """The filter as part of an address."""
        asked = {"by": self.by, self.subject: self.identifier or ""}
        return urlencode({name: value for name, value in asked.items() if name and value})

    def rows(self, interview: Interview) -> Any:
        """The change sets, newest first, without their snapshots."""
        rows = Revision.objects.filter(interview=interview).defer("snapshot").select_related("created_by")
        rows = rows.order_by("-number")
        if self.by:
            rows = rows.filter(author=self.by)
        return [row for row in rows if self.of_part(row.changes)] if self.subject else rows

    def of_part(self, changes: list[Change]) -> list[Change]:
        """Those of the changes that are about the part that is asked for."""
        return mentions(changes, self.subject, self.identifier) if self.subject else changes
