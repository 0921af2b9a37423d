"""Every question of the built-in library passes the checks that a plan passes through."""

from functools import cache

import pytest

from interviews.checks import check_question
from interviews.drafts import Finding
from interviews.edits.from_library import question_of
from interviews.engines.library.index import index

# The library is checked once, by one process.
pytestmark = pytest.mark.xdist_group("library")

# Soft findings that a rule cannot judge finally, and the share of the library that may have them.
SOFT = {"craft.probe_gives_away": 0.01, "craft.anchor_unlisted": 0.02}


@cache
def findings() -> tuple[int, list[Finding]]:
    entries = [entry for every in index().entries.values() for entry in every]
    return len(entries), [
        finding for entry in entries for finding in check_question(question_of(entry, "entry"), entry.id)
    ]


def test_no_library_question_breaks_a_rule():
    _count, found = findings()
    assert [f"{f.code} {f.where}: {f.words}" for f in found if f.code not in SOFT] == []


def test_soft_findings_are_rare_in_the_library():
    count, found = findings()
    shares = {code: sum(finding.code == code for finding in found) / count for code in SOFT}
    assert {code for code, share in shares.items() if share > SOFT[code]} == set()
