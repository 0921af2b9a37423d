"""GET ai-interviews/versions."""

import pytest

from interviews.models import Author, Interview
from interviews.services.editing import save_skill
from interviews.services.versions import restore


def test_the_versions_are_listed_newest_first(program, interview):
    skill = interview.skills.first()
    for name in ("Goods in", "Incoming goods"):
        save_skill(interview, skill.pk, {"name": name}, {}, by=Author("API key X"))
    restore(interview, 1, by=Author("olga@example.org"))
    Interview.objects.update(published_revision=interview.revisions.get(number=3))
    status, body = program.get(f"ai-interviews/versions/{interview.pk}")
    assert (status, body["ai_interview_id"], body["version"]) == (200, interview.pk, 4)
    names = ("number", "began", "kind", "why", "author", "published", "changes")
    assert [tuple(row[name] for name in names) for row in body["versions"]] == [
        (4, 4, "restored", "version 1", "olga@example.org", False, 1),
        (3, 2, "edited", "", "API key X", True, 2),
        (1, 1, "generated", "", "owner@example.org", False, 0),
    ]
    assert set(body["versions"][0]) == {*names, "created_at", "updated_at"}
    assert len(body["versions"][0]["created_at"]) == len("2026-01-01T00:00:00")
    for row in body["versions"]:
        assert program.get(f"ai-interviews/details/{interview.pk}?version={row['number']}")[0] == 200


@pytest.mark.parametrize("identifier", ["0", "999999", "nonsense", "-1", "9" * 40])
def test_an_unknown_or_malformed_id_is_not_found(program, interview, identifier):
    assert program.get(f"ai-interviews/versions/{identifier}") == (404, {"error": "AI interview not found"})


def test_another_teams_interview_is_not_found(foreigner, interview):
    assert foreigner.get(f"ai-interviews/versions/{interview.pk}") == (404, {"error": "AI interview not found"})
