"""Which tests share a worker: those of one `xdist_group`, so that what is costly is started once.

pytest-xdist 3.8 writes the group into the id of a test; pytest 9.2 does not heed that any more, and without a word all
groups were torn apart. So the group is read from the text of the module."""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]
_GROUP = re.compile(r'xdist_group\("(\w+)"\)')


def group_of(test: str) -> str:
    """The group of a test's module, or its own id when there is none; the test is named as pytest does."""
    return _group_in(test.partition("::")[0]) or test


@cache
def _group_in(module: str) -> str:
    found = _GROUP.search((ROOT / module).read_text("utf-8"))
    return found[1] if found else ""


class GroupScheduling(LoadScopeScheduling):
    """Group by group and test by test, in the order of pytest-django: those of the database first.

    So none of them comes after a browser, whose event loop stays until the worker ends; beside one Django refuses a
    database. `--no-loadscope-reorder` keeps the order."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
