"""The tests of one group share a worker."""

import re

from tests.grouping import ROOT, group_of


def test_a_test_belongs_to_the_group_that_its_module_names():
    assert group_of("tests/pages/test_health.py::test_a_probe_only_asks[/healthz]") == "health"
    assert group_of("tests/pages/test_home.py::test_it[a@b]") == "tests/pages/test_home.py::test_it[a@b]"


def test_every_module_that_names_a_group_is_understood():
    modules = {path: path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    naming = [
        path.relative_to(ROOT) for path, text in modules.items() if re.search(r"^pytestmark.*xdist_group", text, re.M)
    ]
    assert len(naming) > 10
    assert [path for path in naming if "::" in group_of(f"{path}::test")] == []
