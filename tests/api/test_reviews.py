"""GET ai-interviews/reviews."""

from interviews.models import Comment, ReviewLink
from interviews.services.reviews import Said, answer, hear


def test_what_was_said_is_answered(reader, interview, owner):
    link, _secret = ReviewLink.issue(interview, "Helen Marsh")
    asked = interview.skills.first().questions.get()
    hear(link, interview, Said("Helen", 1, {f"question-{asked.pk}": "Too narrow."}, "changes", "Wider."))
    hear(link, interview, Said("Helen", 1, decision="approved"))
    answer(Comment.objects.get(), "It is wider now.", by=owner)
    status, body = reader.get(f"ai-interviews/reviews/{interview.pk}")
    assert (status, body["ai_interview_id"], body["version"], body["open_comments"]) == (200, interview.pk, 1, 1)
    [comment] = body["comments"]
    assert (comment["question_id"], comment["skill_id"], comment["removed"]) == (asked.pk, None, False)
    assert (comment["name"], comment["by"], comment["version"]) == ("Helen", "reviewer", 1)
    assert (comment["text"], comment["about"]) == ("Too narrow.", asked.prompt)
    assert [(reply["name"], reply["text"]) for reply in comment["answers"]] == [
        ("owner@example.org", "It is wider now.")
    ]
    assert [(word["decision"], word["note"], word["counts"]) for word in body["approvals"]] == [
        ("approved", "", True),
        ("changes", "Wider.", False),
    ]
    assert (body["approvals"][0]["recipient"], body["approvals"][0]["saves_since"]) == ("Helen Marsh", 0)


def test_before_anybody_spoke_it_is_empty(program, interview):
    assert program.get(f"ai-interviews/reviews/{interview.pk}") == (
        200,
        {"ai_interview_id": interview.pk, "version": 1, "open_comments": 0, "comments": [], "approvals": []},
    )


def test_another_teams_interview_is_not_found(foreigner, interview):
    assert foreigner.get(f"ai-interviews/reviews/{interview.pk}") == (404, {"error": "AI interview not found"})
