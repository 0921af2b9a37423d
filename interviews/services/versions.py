"""The versions of a plan: what was changed since one of them, and making an old one the newest."""

from dataclasses import dataclass
from functools import partial

from interviews.drafts import Change, PlanDraft
from interviews.edits.refusals import EditRefused
from interviews.models import Author, Interview, Occasion, Revision
from interviews.services.editing import Edited, as_in, edit


@dataclass(frozen=True)
class By:
    """What one change set changed since some version. `person` is None for a program or somebody who is gone."""

    author: str
    person: int | None
    name: str
    kind: str
    changes: list[Change]


def changes_since(interview: Interview, version: int) -> list[By] | None:
    """What was changed after a version up to that of the interview as it was read, oldest first; one query.

    None when the history does not reach back that far, or has a gap."""
    rows = (
        Revision.objects.filter(interview=interview, number__gt=version, began__lte=interview.version)
        .select_related("created_by")
        .only("number", "began", "kind", "author", "changes", "created_by__name", "created_by__email")
        .order_by("number")
    )
    found, reached = [], version
    for row in rows:
        if row.began > reached + 1:
            return None
        reached = row.number
        changes = [change for change in row.changes if version < change.version <= interview.version]
        name = row.created_by.get_short_name() if row.created_by else row.author
        found.append(By(row.author, row.created_by_id, name, row.kind, changes))
    return found if reached >= interview.version else None


def restore(interview: Interview, number: int, *, by: Author) -> Edited:
    """Makes the plan what it was at a version, as a new version; what was in between stays in the history.

    Skills and questions keep the ids that they had then, and their locks; findings are looked for afresh. The role is
    none of the plan's. Without changes in the answer the plan was so already. Raises EditRefused."""
    revision = Revision.objects.filter(interview=interview, number=number).only("snapshot").first()
    if revision is None:
        raise EditRefused(f"The history has no version {number}. Choose one from its list.")
    act = partial(as_in, snapshot=revision.snapshot)
    return edit(interview, act, by=by, occasion=Occasion(Revision.Kind.RESTORED, f"version {number}", thaws=True))


def plan_at(interview: Interview, version: str) -> tuple[PlanDraft, Revision | None] | None:
    """The plan of a version: `draft` for as it stands now, or a number; within a change set, the plan after it.

    None when the history has no such version. `interview` was read `with_plan()`."""
    if version == "draft":
        return interview.plan(), None
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    rows = Revision.objects.filter(interview=interview, began__lte=number, number__gte=number)
    revision = rows.select_related("created_by").first()
    return (revision.snapshot, revision) if revision else None
