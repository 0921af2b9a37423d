"""What differs between a plan as somebody outside of the team read it and as it stands now."""

from collections.abc import Iterable

from django.db.models import Q

from interviews.drafts import Change, PlanDraft
from interviews.edits.differences import differences
from interviews.edits.refusals import EditRefused
from interviews.edits.undoing import taken_back
from interviews.models import Interview, Revision

WHOLE = "plan"
# How many earlier versions are looked at anew in one go; about others the count of saves has to do.
MOST = 10
# What nobody outside of the team is shown.
_UNSEEN = frozenset({"locked", "weight_by_hand", "reference", "source", "notices", "intake"})


def changed_since(interview: Interview, version: int) -> frozenset[str]:
    """Keys of what is not as it was at a version, as far as people outside see it: skills, questions, and `plan` for
    what stands on the plan itself. What was changed and changed back is as it was.

    `plan` too when the history cannot tell. `interview` was read `with_plan()`."""
    return changed_by_version(interview, [version]).get(version, frozenset([WHOLE]))


def changed_by_version(interview: Interview, versions: Iterable[int]) -> dict[int, frozenset[str]]:
    """The same for several versions, the newest ten of them; one query at most."""
    wanted = sorted(set(versions), reverse=True)
    found = {version: frozenset[str]() for version in wanted if version >= interview.version}
    earlier = [version for version in wanted if version < interview.version][:MOST]
    if not earlier:
        return found
    now = interview.plan()
    for version, before in _read_at(interview, earlier).items():
        found[version] = frozenset(_key(change) for change in differences(before, now) if change.field not in _UNSEEN)
    return found


def _key(change: Change) -> str:
    return WHOLE if change.subject == "plan" else f"{change.subject}-{change.identifier}"


def _read_at(interview: Interview, versions: list[int]) -> dict[int, PlanDraft]:
    """The plan of each version, but for those that the history does not hold."""
    within = Q()
    for version in versions:
        within |= Q(began__lte=version, number__gte=version)
    found = {}
    for revision in interview.revisions.filter(within).order_by().only("number", "began", "snapshot", "changes"):
        for version in versions:
            plan = _before_later(revision, version) if revision.began <= version <= revision.number else None
            if plan is not None:
                found[version] = plan
    return found


def _before_later(revision: Revision, version: int) -> PlanDraft | None:
    """The plan of a version within a change set: what its later saves changed is taken back."""
    plan: PlanDraft = revision.snapshot.model_copy(deep=True)
    try:
        for later in range(revision.number, version, -1):
            plan = taken_back(plan, [change for change in revision.changes if change.version == later])
    except EditRefused:
        return None
    return plan
