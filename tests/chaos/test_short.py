"""Half a minute of sudden deaths: no job is lost, nothing is done twice, nothing is left running."""

import os

import pytest

from tests.chaos.plan import Plan
from tests.chaos.report import Report
from tests.chaos.run import run

pytestmark = pytest.mark.xdist_group("chaos")


@pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR is not set")
def test_jobs_survive_whatever_dies(tmp_path):
    """On the kind of database that the suite runs on; PostgreSQL with a server of its own, since it is restarted."""
    plan = Plan(jobs=30, seconds=25, database="postgres" if os.environ.get("DATABASE_URL") else "sqlite", every=3)
    happened: list[str] = []
    report = Report(run(plan, tmp_path, happened.append))
    assert not report.faults, "\n".join([*happened, report.table()])
