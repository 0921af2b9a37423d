"""The changes of a change set as a person wants to read them: each field once, and nothing that came to nothing."""

from collections.abc import Iterable
from typing import Any

from interviews.drafts import Change

_Part = tuple[str, int | None]


def condensed(changes: Iterable[Change]) -> list[Change]:
    """What several saves in a row changed in all, in the order in which things were first touched.

    A field that was changed again goes from its first value to its last; what was changed back, moved back, added and
    removed again, or removed and brought back is left out."""
    summed = _Summed()
    for change in changes:
        summed.take(change)
    return summed.changes()


class _Summed:
    """Changes by part and by what happened to it (a field's name, or `moved`, `added`, `removed`)."""

    def __init__(self) -> None:
        self._kept: dict[tuple[_Part, str], Change] = {}
        self._put_away: dict[_Part, list[Change]] = {}

    def changes(self) -> list[Change]:
        """What is left."""
        return list(self._kept.values())

    def take(self, change: Change) -> None:
        """Adds one more change."""
        part: _Part = (change.subject, change.identifier)
        if change.happened == "removed":
            self._remove(part, change)
        elif change.happened == "added":
            self._add(part, change)
        elif (added := self._kept.get((part, "added"))) is not None:
            self._kept[part, "added"] = _with(added, change)
        else:
            self._merge(part, change)

    def _merge(self, part: _Part, change: Change) -> None:
        key = (part, change.field or change.happened)
        earlier = self._kept.get(key)
        merged = change if earlier is None else change.model_copy(update={"before": earlier.before})
        if merged.before == merged.after:
            self._kept.pop(key, None)
        else:
            self._kept[key] = merged

    def _remove(self, part: _Part, change: Change) -> None:
        if self._kept.pop((part, "added"), None) is not None:
            return
        self._put_away[part] = [one for (owner, _what), one in self._kept.items() if owner == part]
        for one in self._put_away[part]:
            del self._kept[part, one.field or one.happened]
        self._kept[part, "removed"] = change

    def _add(self, part: _Part, change: Change) -> None:
        removed = self._kept.pop((part, "removed"), None)
        if removed is None:
            self._kept[part, "added"] = change
            return
        for one in [*self._put_away.pop(part, []), *_between(removed, change)]:
            self._merge(part, one)


def _with(added: Change, change: Change) -> Change:
    """What was added, as it is after a later change."""
    whole = dict(added.after)
    if change.happened == "moved":
        whole["place"] = change.after
    else:
        whole[change.subject] = {**whole[change.subject], change.field: change.after}
    return added.model_copy(update={"after": whole, "name": change.name, "version": change.version})


def _between(removed: Change, added: Change) -> list[Change]:
    """How something that came back differs from what went."""
    old, new = removed.before, added.after
    about: dict[str, Any] = {"happened": "changed", "before": None, "after": None}
    found = [
        added.model_copy(update=about | {"field": name, "before": old[added.subject].get(name), "after": value})
        for name, value in new[added.subject].items()
        if value != old[added.subject].get(name) and name not in {"id", "questions"}
    ]
    if old["place"] != new["place"]:
        moved = {"happened": "moved", "before": old["place"], "after": new["place"]}
        found.append(added.model_copy(update=moved))
    return found
