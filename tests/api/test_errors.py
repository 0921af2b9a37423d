"""Every error under /api/ is flat JSON."""

import pytest


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/v2/nothing",
        "/api/v1/x",
        "/api/v2/ai-interviews/generate-interview/",
        "/api/v2/task-executions/status/",
    ],
)
def test_an_unknown_path_is_flat(client, db, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"], response.json()) == (
        404,
        "application/json",
        {"error": "Not found"},
    )


def test_a_wrong_method_is_flat_and_names_the_right_ones(program, client, key):
    assert program.get("ai-interviews/generate-interview") == (405, {"error": "Method not allowed"})
    response = client.get("/api/v2/ai-interviews/generate-interview", headers={"apiKey": key})
    assert response["Allow"] == "POST"


def test_a_failure_of_ours_is_flat(program, monkeypatch):
    from interviews.models import Job

    def broken(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Job.objects, "for_team", broken)
    sentence = "Something failed here; try again later"
    assert program.get("task-executions/status/6efe0833-332a-4b78-b022-e2275f8204aa") == (500, {"error": sentence})
