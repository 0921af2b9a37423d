"""Rows of an earlier version come over."""

from functools import partial

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from interviews.drafts import Intake
from interviews.models import Interview
from tests import samples

BEFORE = [("interviews", "0002_language_model")]
BEFORE_THE_EDITOR = [("interviews", "0004_note_receivers")]


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


@pytest.mark.django_db(transaction=True)
def test_plans_of_before_the_editor_can_be_read_and_have_no_history():
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    plan = samples.plan()
    try:
        _write(migrated(BEFORE_THE_EDITOR), plan)
    finally:
        migrated(latest)
    found = Interview.objects.with_plan().get()
    assert [skill.name for skill in found.plan().skills] == [skill.name for skill in plan.skills]
    assert (found.intake, found.deleted_at, found.skills.first().locked) == (Intake(), None, False)
    revision = found.revisions.get()
    assert (revision.number, revision.began, revision.changes, revision.snapshot.intake) == (1, 1, [], Intake())


def _write(apps, plan):
    """A plan with one version as rows of the old tables."""
    model = partial(apps.get_model, "interviews")
    team = model("Team").objects.create(name="Old", slug="old", general={}, proctoring={})
    role = model("Role").objects.create(team=team, title=plan.role)
    interview = model("Interview").objects.create(
        team=team, role=role, **_known(model("Interview"), plan, {"role", "skills"})
    )
    for position, planned in enumerate(plan.skills):
        values = _known(model("Skill"), planned, {"id", "questions"})
        skill = model("Skill").objects.create(interview=interview, position=position, **values)
        for place, question in enumerate(planned.questions):
            values = _known(model("Question"), question, {"id"})
            model("Question").objects.create(skill=skill, position=place, **values)
    kept = {name: value for name, value in plan.model_dump(mode="json").items() if name != "intake"}
    model("Revision").objects.create(team=team, interview=interview, number=1, snapshot=kept)


def _known(model, draft, without):
    """The values of a draft for which the table of then had a column."""
    columns = {field.name for field in model._meta.concrete_fields} - without
    return {name: value for name, value in draft.model_dump(mode="json").items() if name in columns}
