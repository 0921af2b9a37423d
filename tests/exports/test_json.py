"""The exported JSON: what stands in it, its schema, and that it comes back as it went."""

import json

import pytest

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.exports import Facts, export
from interviews.exports.file_format import FilePlan, FileQuestion, FileSkill, PlanFile, schema
from interviews.exports.incoming import incoming
from tests import samples
from tests.exports.plans import hostile, whole


def written(plan, **facts):
    return export("json", plan, Facts(**facts))


@pytest.mark.parametrize("plan", [samples.plan, whole, hostile], ids=lambda made: made.__name__)
def test_a_plan_comes_back_byte_for_byte(plan):
    first = written(plan(), identifier=1, version=3)
    read = incoming(first)
    assert read.notices == []
    assert written(read.plan, identifier=9, version=1) == first


def test_ids_and_findings_stay_at_home():
    plan = samples.plan()
    plan.skills[0].id = plan.skills[0].questions[0].id = 7
    assert written(plan) == written(samples.plan())
    assert b'"id"' not in written(plan)
    assert b"findings" not in written(plan)


def test_the_file_says_what_it_is():
    file = json.loads(written(samples.plan()))
    assert (file["format"], file["schema"]) == ("hiring-interview-plan", 1)
    assert file["plan"]["general"]["cutoff"] == 6
    assert "6.0" not in written(samples.plan()).decode()


@pytest.mark.parametrize(
    ("of_the_file", "of_the_plan", "at_home"),
    [
        (FilePlan, PlanDraft, {"schema_version", "findings"}),
        (FileSkill, PlannedSkill, {"id", "planned"}),
        (FileQuestion, QuestionDraft, {"id"}),
    ],
)
def test_the_format_knows_every_field_of_a_plan(of_the_file, of_the_plan, at_home):
    assert set(of_the_file.model_fields) == set(of_the_plan.model_fields) - at_home


def test_the_published_schema_describes_every_field_and_allows_no_other():
    made = schema()
    assert made["title"] == "Hiring interview plan"
    for part in [made, *made["$defs"].values()]:
        assert part["additionalProperties"] is False
        assert part["description"]
        for name, field in part["properties"].items():
            assert field.get("description"), name


def test_what_is_written_fits_the_schema():
    PlanFile.model_validate_json(written(whole()), strict=True)
