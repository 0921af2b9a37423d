"""Approving by a review link, and asking for changes; also when the plan was changed meanwhile."""

import pytest

from interviews.models import Approval, Comment, Question
from interviews.services import states
from interviews.services.editing import by_person, save_question
from tests.pages.review.sending import HTMX, comment, key, send, text


def test_a_version_is_approved(client, url, link):
    answer = send(client, url, decision="approved")
    assert answer.headers["Location"] == f"{url}#decision"
    word = Approval.objects.get()
    assert (word.name, word.version, word.decision, word.link) == ("Helen", 1, "approved", link)
    assert "Helen approved version 1" in text(client.get(url))


def test_a_decision_takes_along_what_was_typed(client, url):
    comment(client, url, send="", decision="approved", headers=HTMX)
    assert (Comment.objects.get().text, Approval.objects.get().decision) == ("Too narrow for us.", "approved")


@pytest.mark.parametrize("headers", [None, HTMX])
def test_changes_are_asked_for_with_a_note(client, url, headers):
    answer = send(client, url, decision="changes", headers=headers)
    assert (answer.status_code, "Write what should change" in text(answer)) == (422, True)
    send(client, url, decision="changes", note="Ask about on-call.", headers=headers)
    assert Approval.objects.get().note == "Ask about on-call."


def test_it_can_be_said_again_and_all_is_kept(client, url):
    send(client, url, decision="changes", note="Ask about on-call.")
    for _time in range(2):
        send(client, url, decision="approved")
    assert [word.decision for word in Approval.objects.all()] == ["approved", "changes"]


@pytest.mark.parametrize("decision", ["published", "APPROVED"])
def test_an_unknown_decision_is_refused(client, url, decision):
    assert send(client, url, decision=decision).status_code == 422
    assert not Approval.objects.exists()


@pytest.fixture
def changed(interview, owner):
    """The plan after a save that the reader has not seen."""
    save_question(interview, Question.objects.order_by("pk").first().pk, {"minutes": 9}, {}, by=by_person(owner))


@pytest.mark.parametrize("headers", [None, HTMX])
def test_what_changed_meanwhile_is_not_approved_unseen(client, url, changed, headers):
    answer = comment(client, url, send="", decision="approved", note="Fine", headers=headers)
    assert (answer.status_code, "you read version 1" in text(answer)) == (409, True)
    assert not Comment.objects.exists()
    assert not Approval.objects.exists()
    again = comment(client, url, send="", look="1")
    assert (again.status_code, "Too narrow for us." in text(again)) == (200, True)
    assert 'name="version" value="2"' in text(again)
    assert text(again).count("changed</span>") == 1


def test_a_comment_on_an_older_version_is_kept_as_such_and_it_is_said(client, url, changed):
    answer = comment(client, url)
    assert answer.headers["Location"] == f"{url}?read=1#talk-{key()}"
    assert "you read version 1, now it is version 2" in text(client.get(f"{url}?read=1"))
    assert Comment.objects.get().version == 1
    assert "now it is version 2" in text(comment(client, url, "Another", headers=HTMX))


def test_publishing_changes_nothing_in_what_was_approved(client, url, interview, owner):
    states.publish(interview, by=by_person(owner))
    send(client, url, decision="approved")
    assert Approval.objects.get().version == 1
    page = text(client.get(url))
    assert ("saved" in page, "since." in page) == (True, False)
    assert "Published" in page
