"""A plan as JSON: the whole of it, to be read by programs and imported again. `file_format` says what stands in it."""

import json
from typing import Any

from interviews.drafts import PlanDraft
from interviews.exports.facts import Facts
from interviews.exports.file_format import FORMAT, SCHEMA

# Ids are those of rows, and an import makes new ones; findings are made anew by whoever reads the plan.
_NOT_EXPORTED: dict[str, Any] = {
    "schema_version": True,
    "findings": True,
    "skills": {"__all__": {"id": True, "planned": True, "questions": {"__all__": {"id"}}}},
}


def json_file(plan: PlanDraft, facts: Facts) -> bytes:
    """The file. The same plan gives the same bytes, whichever interview, version and day it comes from."""
    values = plan.model_dump(mode="json", exclude=_NOT_EXPORTED)
    cutoff = values["general"]["cutoff"]
    values["general"]["cutoff"] = int(cutoff) if cutoff == int(cutoff) else cutoff
    envelope = {"format": FORMAT, "schema": SCHEMA, "plan": values}
    return f"{json.dumps(envelope, indent=2, ensure_ascii=False)}\n".encode()
