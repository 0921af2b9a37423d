"""GET ai-interviews/details."""

import pytest

from interviews.models import Interview
from tests import samples


def test_the_whole_plan_is_answered(program, interview):
    Interview.objects.filter(pk=interview.pk).update(version=3)
    status, body = program.get(f"ai-interviews/details/{interview.pk}")
    first, second = interview.skills.all()
    question = first.questions.get()
    assert status == 200
    assert (body["ai_interview_id"], body["ai_interview_name"]) == (interview.pk, "Warehouse operative")
    assert (body["status"], body["version"], body["seniority"], body["engine"]) == ("draft", 3, "mid", "library")
    assert (body["job_role"], body["job_description"]) == (samples.ROLE, samples.DESCRIPTION)
    assert body["created_by"] == "owner@example.org"
    assert body["general"] == {
        "cutoff": 6,
        "duration": {"min": 15, "max": 30},
        "mobile_friendly": True,
        "voice": ["american", "female"],
        "language": "English",
    }
    assert body["duration_minutes"] == 30
    assert body["screen_first"] == ["Holds a valid forklift licence"]
    assert [skill["weight"] for skill in body["skills"]] == [60, 40]
    assert [skill["id"] for skill in body["skills"]] == [first.pk, second.pk]
    asked = body["skills"][0]["questions"][0]
    assert set(asked) == {
        "id", "prompt", "type", "difficulty", "minutes", "drop_first", "why", "follow_ups", "alternate",
        "evaluation_criteria", "rating_scale", "red_flags", "source",
    }  # fmt: skip
    assert (asked["id"], asked["prompt"], asked["minutes"]) == (question.pk, question.prompt, 5)
    assert asked["follow_ups"][0] == {"text": "What did you do next?", "ask": "all"}
    assert [anchor["score"] for anchor in asked["rating_scale"]] == [1, 3, 5]
    assert asked["source"] == {"engine": "library", "reference": "warehouse.receiving.short"}
    assert [(answer["question_id"], answer["score"]) for answer in body["sample_answers"]] == [
        (question.pk, 2),
        (question.pk, 4),
    ]
    assert (body["proctoring"]["preset"], body["proctoring"]["webcam_required"]) == ("off", False)


def test_evidence_and_gaps_are_exact_slices_of_the_description(program, interview):
    _, body = program.get(f"ai-interviews/details/{interview.pk}")
    spans = [span for skill in body["skills"] for span in skill["evidence"]] + body["gaps"]
    assert len(spans) == 3
    for span in spans:
        assert body["job_description"][span["start"] : span["end"]] == span["quote"]


@pytest.mark.parametrize("identifier", ["0", "999999", "nonsense", "-1", "1.5", "9" * 40, "²"])
def test_an_unknown_or_malformed_id_is_not_found(program, interview, identifier):
    assert program.get(f"ai-interviews/details/{identifier}") == (404, {"error": "AI interview not found"})


def test_another_teams_interview_is_not_found(foreigner, interview):
    assert foreigner.get(f"ai-interviews/details/{interview.pk}") == (404, {"error": "AI interview not found"})


def test_once_published_the_published_version_is_answered(program, interview):
    revision = interview.revisions.get()
    Interview.objects.filter(pk=interview.pk).update(
        published_revision=revision, status="published", name="Edited since"
    )
    path = f"ai-interviews/details/{interview.pk}"
    _, published = program.get(path)
    _, draft = program.get(path + "?version=draft")
    _, first = program.get(path + "?version=1")
    assert (published["ai_interview_name"], published["published_version"]) == ("Warehouse operative", 1)
    assert (draft["ai_interview_name"], first["ai_interview_name"]) == ("Edited since", "Warehouse operative")
    assert program.get(path + "?version=7") == (404, {"error": "AI interview not found"})
    assert program.get(path + "?version=x") == (400, {"error": "version must be draft or a number"})


def test_a_plan_takes_the_same_queries_however_many_skills_it_has(program, interview, django_assert_num_queries):
    program.get(f"ai-interviews/details/{interview.pk}")
    with django_assert_num_queries(4):
        program.get(f"ai-interviews/details/{interview.pk}")
