"""GET ai-interviews/export and export-schema, POST ai-interviews/import."""

import json

import pytest

from interviews.exports import FORMATS, Facts, export
from interviews.exports.incoming import incoming
from interviews.models import Interview
from tests import samples

GOOD = export("json", samples.plan(), Facts())


@pytest.fixture
def fetch(client, key):
    """Asks for a file; gives the whole response."""
    return lambda path, secret=key: client.get(f"/api/v2/ai-interviews/{path}", headers={"apiKey": secret})


@pytest.fixture
def published(interview):
    """An interview whose draft went on after it was published."""
    revision = interview.revisions.get()
    Interview.objects.filter(pk=interview.pk).update(
        published_revision=revision, version=revision.number + 1, name="Later name"
    )
    return revision


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_a_file(fetch, interview, name):
    answer = fetch(f"export/{interview.pk}?format={name}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == FORMATS[name].content_type
    title = f"Warehouse operative v1{FORMATS[name].suffix}"
    assert answer["Content-Disposition"] == f'attachment; filename="{title}"'
    assert answer.content


def test_json_is_the_default_and_comes_in_again(fetch, reader, program, interview):
    answer = fetch(f"export/{interview.pk}", reader.key)
    assert answer.content == GOOD
    status, body = program.send("POST", "ai-interviews/import", answer.content)
    assert (status, body["ai_interview_name"], body["notices"]) == (201, "Warehouse operative", [])
    assert body["ai_interview_id"] != interview.pk
    assert fetch(f"export/{body['ai_interview_id']}").content == answer.content


def test_a_name_of_another_script_names_the_file(fetch, interview):
    Interview.objects.filter(pk=interview.pk).update(name='Köchin\n"x"/نجّار')
    header = fetch(f"export/{interview.pk}")["Content-Disposition"]
    assert header == "attachment; filename*=utf-8''K%C3%B6chin%20x%20%D9%86%D8%AC%D9%91%D8%A7%D8%B1%20v1.json"


def test_the_published_version_is_the_default_and_the_draft_can_be_asked_for(fetch, interview, published):
    for query, name in [
        ("", samples.ROLE),
        ("?version=draft", "Later name"),
        (f"?version={published.number}", samples.ROLE),
    ]:
        plan = incoming(fetch(f"export/{interview.pk}{query}").content).plan
        assert plan.name == name


@pytest.mark.parametrize(
    ("query", "status", "error"),
    [
        ("?format=exe", 400, f"format must be one of {', '.join(FORMATS)}"),
        ("?version=newest", 400, "version must be draft or a number"),
        ("?version=99", 404, "AI interview not found"),
        ("?version=9999999999999", 400, "version must be draft or a number"),
    ],
)
def test_what_cannot_be_exported_is_told(program, interview, query, status, error):
    assert program.get(f"ai-interviews/export/{interview.pk}{query}") == (status, {"error": error})


def test_a_stranger_finds_nothing(foreigner, program, interview):
    missing = (404, {"error": "AI interview not found"})
    assert foreigner.get(f"ai-interviews/export/{interview.pk}") == missing
    assert program.get("ai-interviews/export/x") == missing


def test_the_schema_is_published(reader):
    status, body = reader.get("ai-interviews/export-schema")
    assert (status, body["title"]) == (200, "Hiring interview plan")


def test_an_import_is_checked_and_remembered(program, key):
    file = json.loads(GOOD)
    file["plan"]["skills"][0]["questions"][0]["prompt"] = "Are you married?"
    file["plan"]["skills"][0]["weight"] = 10
    status, body = program.post("ai-interviews/import", file)
    made = Interview.objects.get(pk=body["ai_interview_id"])
    assert (status, made.status, made.author) == (201, "draft", "API key Applicant system")
    assert body["notices"] == ["The weights of the skills summed to 50, not to 100. They are now 67, 33."]
    assert made.findings[0].blocks == "always"
    assert [revision.kind for revision in made.revisions.all()] == ["imported"]


def test_a_file_that_cannot_be_imported_is_told_line_by_line(program):
    file = GOOD.replace(b'"minutes": 5', b'"minutes": 500')
    status, body = program.send("POST", "ai-interviews/import", file)
    first, second = body["error"].split("\n")
    assert status == 400
    assert first.endswith("skill 1, question 1, minutes: enter a whole number from 1 to 30; got 500.")
    assert second.startswith("Line ")
    assert Interview.objects.count() == 0


def test_bad_requests_are_told(program, reader, client):
    assert program.send("POST", "ai-interviews/import", b"")[0] == 400
    assert program.send("POST", "ai-interviews/import", GOOD, content_type="text/plain") == (
        415,
        {"error": "Send JSON: the content type must be application/json"},
    )
    large = b" " * 2_000_001
    assert program.send("POST", "ai-interviews/import", large) == (413, {"error": "The file is larger than 2 MB"})
    assert reader.send("POST", "ai-interviews/import", GOOD) == (403, {"error": "This API key is read-only"})
    assert client.post("/api/v2/ai-interviews/import", GOOD, content_type="application/json").status_code == 401
    assert program.get("ai-interviews/import")[0] == 405
