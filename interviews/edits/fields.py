"""Fields that two people may edit at once: what each of them saw is compared by digest, field by field."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from interviews.edits.refusals import Changed


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def digest(value: Any) -> str:
    """16 hex digits that are equal as long as the value is."""
    return hashlib.sha256(json.dumps(plain(value), sort_keys=True).encode()).hexdigest()[:16]


def wanted_changes(now: dict[str, Any], sent: dict[str, Any], seen: dict[str, str]) -> dict[str, Any]:
    """Those of the sent values that are to be saved: what the person changed and nobody else did.

    `seen` has the digest of each field as it was when the person read it (missing: whatever it is now). A field that
    was sent as it was seen is none of this person's changes. Raises Changed for fields that both changed, differently.
    """
    changes, theirs = {}, {}
    for name, value in sent.items():
        mine, current = digest(value), digest(now[name])
        if mine in (current, seen.get(name)):
            continue
        if current != seen.get(name, current):
            theirs[name] = plain(now[name])
        changes[name] = value
    if theirs:
        raise Changed(theirs)
    return changes
