"""What the hiring team says about the job, in generate-interview and in details."""

import pytest

from interviews.drafts import Intake
from interviews.models import Interview, Job

PATH = "ai-interviews/generate-interview"
BODY = {"job_role": "Cook", "job_description": "You run the grill section and order the fish."}
INTAKE = {
    "strong": "They taste first.\r\n",
    "went_wrong": "Fish was kept too warm.",
    "learned": "The till",
}


def test_what_the_team_says_is_kept(program):
    assert program.post(PATH, BODY | {"intake": INTAKE})[0] == 202
    assert Job.objects.get().brief.intake == Intake(**INTAKE | {"strong": "They taste first.\n"})


@pytest.mark.parametrize("said", [None, {}, {"strong": None}])
def test_nothing_need_be_said(program, said):
    assert program.post(PATH, BODY | {"intake": said})[0] == 202
    assert Job.objects.get().brief.intake == Intake()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("They taste.", "intake must be an object"),
        (["They taste."], "intake must be an object"),
        ({"strong": 5}, "intake.strong must be a string"),
        ({"learned": ["the till"]}, "intake.learned must be a string"),
        ({"went_wrong": "x" * 2_001}, "intake.went_wrong must be at most 2000 characters"),
        ({"wrong": "Fish"}, "intake has no field wrong; it takes strong, went_wrong, learned"),
    ],
)
def test_answers_of_a_wrong_kind_are_named(program, said, sentence):
    assert program.post(PATH, BODY | {"intake": said}) == (400, {"error": sentence})
    assert Job.objects.count() == 0


def test_the_answers_are_described(client):
    described = client.get("/api/v2/openapi.json").json()["paths"][f"/api/v2/{PATH}"]["post"]["requestBody"]
    schema = described["content"]["application/json"]["schema"]
    assert schema["required"] == ["job_role", "job_description"]
    assert set(schema["properties"]["intake"]["properties"]) == {"strong", "went_wrong", "learned"}


def test_details_answer_it_only_where_something_was_said(program, interview):
    path = f"ai-interviews/details/{interview.pk}"
    assert "intake" not in program.get(path)[1]
    Interview.objects.filter(pk=interview.pk).update(intake=Intake(learned="SAP"))
    assert program.get(path)[1]["intake"] == {"strong": "", "went_wrong": "", "learned": "SAP"}
