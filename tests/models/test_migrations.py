"""Rows of an earlier version come over."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("interviews", "0002_language_model")]


def migrated(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.mark.django_db(transaction=True)
def test_deliveries_of_before_learn_their_receivers():
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        apps = migrated(BEFORE)
        team = apps.get_model("interviews", "Team").objects.create(name="Old", slug="old", general={}, proctoring={})
        role = apps.get_model("interviews", "Role").objects.create(team=team, title="Cook")
        job = apps.get_model("interviews", "Job").objects.create(team=team, role=role, brief={})
        for number in range(3):
            for url in ("https://example.org/a", "http://example.org:8080/b"):
                apps.get_model("interviews", "Delivery").objects.create(
                    team=team, job=job, kind="progress", url=url, body={"number": number}
                )
    finally:
        apps = migrated(latest)
    rows = apps.get_model("interviews", "Delivery").objects.order_by("id").values_list("receiver", flat=True)
    assert list(rows) == ["https://example.org:443", "http://example.org:8080"] * 3
