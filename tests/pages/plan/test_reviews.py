"""What others say about a plan, for its team."""

import re
from functools import partial

import pytest
from django.test import Client

from interviews.edits.questions import remove_question
from interviews.models import Approval, Comment, Question, ReviewLink, digest
from interviews.services.editing import by_person, edit, save_question
from interviews.services.reviews import Said, comment_as_member, hear

HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


@pytest.fixture
def url(interview):
    return f"/interviews/{interview.pk}/reviews/"


@pytest.fixture
def first(interview):
    return Question.objects.order_by("pk").first()


@pytest.fixture
def said(interview, owner, first):
    """A comment that came by Helen's link."""
    link, _secret = ReviewLink.issue(interview, "Helen Marsh", by=owner)
    hear(link, interview, Said("Helen", 1, {f"question-{first.pk}": "Too narrow."}))
    return Comment.objects.get()


def test_the_plan_leads_there(signed_in, interview, url):
    assert f'href="{url}">Share for review' in text(signed_in.get(f"/interviews/{interview.pk}/"))


@pytest.mark.parametrize("headers", [None, HTMX])
def test_a_link_is_shown_once_and_kept_as_a_digest(signed_in, interview, url, headers):
    answer = signed_in.post(f"{url}links/", {"recipient": "Helen  <i>"}, headers=headers)
    [secret] = re.findall(r"http://testserver/review/([\w-]{43})/", text(answer))
    link = ReviewLink.objects.get()
    assert (digest(secret), link.recipient) == (link.digest, "Helen <i>")
    assert ("It opens this plan alone" in text(answer), "Helen &lt;i&gt;" in text(answer)) == (True, True)
    assert "no-store" in answer["Cache-Control"]
    assert secret not in text(signed_in.get(url))
    assert Client().get(f"/review/{secret}/").status_code == 200


def test_a_link_is_for_somebody(signed_in, url):
    answer = signed_in.post(f"{url}links/", {"recipient": " "})
    assert (answer.status_code, "Enter for whom the link is." in text(answer)) == (422, True)
    assert not ReviewLink.objects.exists()


def test_the_public_address_is_that_of_the_link(signed_in, url, settings):
    from urllib.parse import urlsplit

    settings.PUBLIC_URL = urlsplit("https://plans.example.org")
    assert "https://plans.example.org/review/" in text(signed_in.post(f"{url}links/", {"recipient": "Helen"}))


@pytest.mark.parametrize("headers", [None, HTMX])
def test_a_revoked_link_ends_at_once(signed_in, interview, url, headers):
    link, secret = ReviewLink.issue(interview, "Helen")
    signed_in.post(f"/review-links/{link.pk}/revoke/", headers=headers)
    assert Client().get(f"/review/{secret}/").status_code == 404
    page = text(signed_in.get(url))
    assert ("revoked" in page, "never opened" in page) == (True, True)


def test_comments_are_listed_with_their_place(signed_in, interview, url, said, first):
    page = text(signed_in.get(url))
    assert "Too narrow." in page
    assert f'href="/interviews/{interview.pk}/#question-{first.pk}"' in page
    assert "by the link for Helen Marsh" in page
    assert "Comments (1 open)" in page


def test_the_plan_tells_how_many_wait(signed_in, interview, said, first):
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert "Comments (1)" in page
    assert page.count("1 comment<") == 1
    assert f"?about=question-{first.pk}#comments" in page
    said.resolve("Olga")
    assert "Comments (" not in text(signed_in.get(f"/interviews/{interview.pk}/"))


@pytest.mark.parametrize("headers", [None, HTMX])
def test_it_is_resolved_and_reopened(signed_in, url, said, headers):
    address = f"/comments/{said.pk}/resolved/"
    answer = signed_in.post(address, headers=headers, follow=True)
    assert "resolved by Olga Owner" in text(answer)
    assert "Comments (1 open)" not in text(answer)
    again = signed_in.post(address, {"open": "1"}, headers=headers, follow=True)
    assert "Comments (1 open)" in text(again)
    assert "resolved by" not in text(again)


@pytest.mark.parametrize("headers", [None, HTMX])
def test_it_is_answered(signed_in, said, headers):
    address = f"/comments/{said.pk}/answer/"
    empty = signed_in.post(address, {"text": " "}, headers=headers)
    assert (empty.status_code, "Write the comment first" in text(empty)) == (422, True)
    assert "We will widen it." in text(
        signed_in.post(address, {"text": "We will widen it."}, headers=headers, follow=True)
    )
    reply = said.replies.get()
    assert (reply.link, reply.person.email, reply.name) == (said.link, "olga@example.org", "Olga Owner")


def test_members_comment_as_well(viewer, url, first):
    answer = viewer.post(url, {"about": f"question-{first.pk}", "text": "Good one."}, follow=True)
    kept = Comment.objects.get()
    assert (kept.question, kept.name, kept.link, kept.text) == (first.pk, "vera@example.org", None, "Good one.")
    assert "of the team" in text(answer)


@pytest.mark.parametrize("data", [{"about": "plan", "text": ""}, {"about": "question-99999", "text": "Lost?"}])
def test_a_comment_that_cannot_be_kept_comes_back(signed_in, url, data):
    answer = signed_in.post(url, data)
    assert (answer.status_code, data["text"] in text(answer)) == (422, True)
    assert not Comment.objects.exists()


def test_only_what_is_asked_for_is_shown(signed_in, interview, url, owner, said, first):
    comment_as_member(interview, "plan", "On the whole fine.", by=owner).resolve("Olga")
    about = text(signed_in.get(url, {"about": f"question-{first.pk}"}))
    assert ("Too narrow." in about, "On the whole fine." in about) == (True, False)
    waiting = text(signed_in.get(url, {"show": "open"}))
    assert ("Too narrow." in waiting, "On the whole fine." in waiting) == (True, False)
    assert "On the whole fine." in text(signed_in.get(url, {"about": "nonsense-7", "page": "x"}))


def test_a_removed_question_is_named(signed_in, interview, url, owner, said, first):
    edit(interview, partial(remove_question, identifier=first.pk), by=by_person(owner))
    page = text(signed_in.get(url))
    assert "on a question that was removed:" in page
    assert f"#question-{first.pk}" not in page
    assert "Tell me about a schema change" in page


def test_approvals_say_what_came_since(signed_in, interview, url, owner, first):
    link, _secret = ReviewLink.issue(interview, "Helen")
    hear(link, interview, Said("Helen", 1, decision="changes", note="Ask about on-call."))
    hear(link, interview, Said("Helen", 1, decision="approved"))
    assert "saves since" not in text(signed_in.get(url))
    for minutes in (7, 8):
        save_question(interview, first.pk, {"minutes": minutes}, {}, by=by_person(owner))
    page = text(signed_in.get(url))
    assert ("Helen approved version 1" in page, "2 saves since." in page) == (True, True)
    assert ("on-call." in page, page.count("Said something else since.")) == (True, 1)


def test_publishing_tells_what_reviewers_say(signed_in, interview, said):
    link, _secret = ReviewLink.issue(interview, "Sam")
    hear(link, interview, Said("Sam", 1, decision="changes", note="Shorter, please."))
    hear(said.link, interview, Said("Helen", 1, decision="approved"))
    address = f"/interviews/{interview.pk}/publish/"
    page = text(signed_in.get(address))
    assert "Approved by Helen for version 1" in page
    assert "Sam asked for changes to version 1: " in page
    assert "1 comment is open." in page
    signed_in.post(address, {"version": "1"})
    interview.refresh_from_db()
    assert interview.status == "published"


def test_the_page_takes_the_same_queries_whatever_was_said(signed_in, interview, url, said, django_assert_num_queries):
    signed_in.get(url)
    with django_assert_num_queries(15):
        signed_in.get(url)
    hear(said.link, interview, Said("Helen", 1, {"plan": "Good.", "skill-1": "Hm"}, "approved"))
    with django_assert_num_queries(15):
        signed_in.get(url)


def test_who_may(viewer, stranger, client, url, said):
    for address in (f"{url}links/", f"/review-links/{said.link.pk}/revoke/", f"/comments/{said.pk}/resolved/"):
        assert [one.post(address).status_code for one in (viewer, stranger, client)] == [403, 404, 302]
    assert viewer.post(f"/comments/{said.pk}/answer/", {"text": "No"}).status_code == 403
    assert (viewer.get(url).status_code, stranger.get(url).status_code) == (200, 404)
    assert stranger.post(url, {"about": "plan", "text": "No"}).status_code == 404
    assert "Make a link" not in text(viewer.get(url))


def test_nothing_is_changed_by_a_look(signed_in, url, said):
    assert signed_in.get(f"{url}links/").headers["Location"] == url
    assert signed_in.get(f"/comments/{said.pk}/resolved/").status_code == 405
    assert signed_in.get(f"/review-links/{said.link.pk}/revoke/").status_code == 405
    assert not Approval.objects.exists()
