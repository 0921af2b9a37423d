"""A team's question is approved, retired, brought back, deleted."""

import pytest

from interviews.drafts import Source
from interviews.models import LibraryQuestion, Question
from interviews.services import library
from tests.pages.library import PROHIBITED, entry, row

ACTS = ["approve", "retire", "bring-back", "delete"]


@pytest.fixture
def own(team):
    return row(team)


def act(browser, own, name, **sent):
    return browser.post(f"/library/{own.pk}/{name}/", sent)


def status(own):
    own.refresh_from_db()
    return own.status


def test_what_was_read_is_approved(signed_in, own, owner):
    assert act(signed_in, own, "approve", seen=own.seen).headers["Location"] == f"/library/{own.pk}/"
    assert status(own) == "approved"
    assert own.approved_by == owner


def test_what_somebody_changed_meanwhile_is_shown_and_not_approved(signed_in, own):
    seen = own.seen
    library.change(own, entry("Theirs?"), seen=seen)
    answer = act(signed_in, own, "approve", seen=seen)
    assert answer.status_code == 409
    assert "Theirs?" in answer.content.decode()
    assert status(own) == "draft"


def test_what_may_not_be_asked_is_not_approved(signed_in, team):
    own = row(team, PROHIBITED)
    answer = act(signed_in, own, "approve", seen=own.seen)
    assert answer.status_code == 422
    assert "It was not approved" in answer.content.decode()
    assert status(own) == "draft"


def test_it_is_retired_and_brought_back(signed_in, own):
    act(signed_in, own, "retire")
    assert status(own) == "retired"
    assert "Bring back" in signed_in.get(f"/library/{own.pk}/").content.decode()
    act(signed_in, own, "bring-back")
    assert status(own) == "draft"


def test_it_is_deleted_unless_an_interview_asks_it(signed_in, own, interview):
    Question.objects.filter(pk=Question.objects.first().pk).update(source=Source(reference=own.reference))
    answer = act(signed_in, own, "delete")
    assert answer.status_code == 409
    assert "It was not deleted" in answer.content.decode()
    Question.objects.update(source=Source())
    assert act(signed_in, own, "delete").headers["Location"] == "/library/"
    assert not LibraryQuestion.objects.exists()


@pytest.mark.parametrize("name", ACTS)
def test_viewers_may_not_strangers_find_nothing_and_it_is_a_post(viewer, stranger, signed_in, own, name):
    assert act(viewer, own, name).status_code == 403
    assert act(stranger, own, name).status_code == 404
    assert signed_in.get(f"/library/{own.pk}/{name}/").status_code == 405
    assert signed_in.post(f"/library/999999/{name}/").status_code == 404
    assert status(own) == "draft"
