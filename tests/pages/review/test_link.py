"""The page of a review link: for people without an account."""

from datetime import timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from interviews.edits.questions import remove_question
from interviews.models import Approval, Author, Comment, ReviewLink, Skill
from interviews.pages.review import door
from interviews.services import reviews, states
from interviews.services.editing import by_person, edit
from interviews.services.reviews import answer, comment_as_member
from tests.pages.review.sending import HTMX, OVER, comment, key, text


def test_it_reads_as_a_plan(client, url):
    page = text(client.get(url))
    expected = [
        "Olga Owner of Clinic software asks you",
        "Senior Python Developer",
        "version 1",
        "Question 4",
        "Tell me about a schema change",
        "Splits the change into steps that can each be undone",
        "Runs one ALTER TABLE in the quiet hours and hopes",
        "Take part in the on-call rotation",
        "Nobody is watched or recorded",
        "Approve this version",
        'value="Helen Marsh"',
    ]
    assert [words for words in expected if words not in page] == []


def test_nothing_internal_is_shown(client, url):
    page = text(client.get(url))
    internal = [
        "The question is long to say aloud",
        "software.schema_change.1",
        "/interviews/",
        "/questions/",
        "Source",
        "team/",
    ]
    assert [words for words in internal if words in page] == []


def test_it_is_told_to_no_cache_no_search_engine_and_no_other_site(client, url):
    answer = client.get(url)
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert '<meta name="robots" content="noindex, nofollow">' in text(answer)


def test_whatever_is_wrong_the_answer_is_the_same(client, link, url, interview):
    wrong = client.get("/review/" + "x" * 43 + "/")
    answers = [wrong]
    link.revoke()
    answers += [client.get(url), client.post(url, {"name": "Helen", "send": "plan"})]
    ReviewLink.objects.update(revoked_at=None, expires_at=timezone.now())
    answers.append(client.get(url))
    ReviewLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    assert client.get(url).status_code == 200
    states.delete(interview, by=Author("olga@example.org"))
    answers.append(client.get(url))
    assert {(one.status_code, text(one), one["Cache-Control"]) for one in answers} == {
        (404, text(wrong), "private, no-store")
    }
    assert OVER in text(wrong)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("ended", ["revoked", "expired", "deleted"])
@pytest.mark.parametrize("headers", [None, HTMX])
def test_what_was_typed_when_the_link_ended_can_be_copied(client, url, link, interview, ended, headers):
    if ended == "revoked":
        link.revoke()
    elif ended == "expired":
        ReviewLink.objects.update(expires_at=timezone.now())
    else:
        states.delete(interview, by=Author("olga@example.org"))
    answer = comment(client, url, "Too <b>narrow</b>.", note="Ask about on-call.", decision="changes", headers=headers)
    page = text(answer)
    assert (OVER in page, "Too &lt;b&gt;narrow&lt;/b&gt;." in page, "Ask about on-call." in page) == (True, True, True)
    assert "ask the person who sent you the link for a new one" in page
    assert not any(words in page for words in ("Senior Python Developer", "Clinic software", "Olga"))
    told = (answer.status_code, answer.get("HX-Retarget"), "<html" in page)
    assert told == ((409, "#main", False) if headers else (404, None, True))
    assert not Comment.objects.exists()
    assert not Approval.objects.exists()


@pytest.mark.parametrize("headers", [None, HTMX])
def test_one_link_takes_only_so_much(client, url, monkeypatch, headers):
    monkeypatch.setattr(reviews, "MOST_SAID", 1)
    comment(client, url)
    answer = comment(client, url, "The second one", headers=headers)
    assert (answer.status_code, "as one link can take" in text(answer)) == (409, True)
    assert "The second one" in text(answer)
    assert Comment.objects.count() == 1


def test_it_opens_nothing_else(client, url, interview):
    client.get(url)
    assert client.get(f"/interviews/{interview.pk}/").headers["Location"].startswith("/accounts/login/")
    assert client.put(url).status_code == 405


def test_forms_are_protected_against_forgery(url):
    assert Client(enforce_csrf_checks=True).post(url, {"name": "Helen"}).status_code == 403


def test_opening_is_noted_but_not_that_of_the_team(client, signed_in, link, url):
    signed_in.get(url)
    link.refresh_from_db()
    assert link.opened_at is None
    Client().get(url)
    link.refresh_from_db()
    assert link.opened_at is not None


def test_a_member_is_told_whose_page_it_is(signed_in, url):
    page = text(signed_in.get(url))
    assert "You are signed in as Olga Owner" in page
    assert "Sign out" not in page


def test_the_page_takes_the_same_queries_whatever_was_said(client, url, django_assert_num_queries):
    client.get(url)
    with django_assert_num_queries(8):
        client.get(url)
    comment(client, url)
    with django_assert_num_queries(8):
        client.get(url)


def test_a_comment_is_kept_with_name_and_version(client, url, link):
    answer = comment(client, url, "  <b>Too</b> narrow.\r\nAsk wider.  ")
    assert answer.headers["Location"] == f"{url}#talk-{key()}"
    kept = Comment.objects.get()
    assert (kept.name, kept.version, kept.text) == ("Helen", 1, "<b>Too</b> narrow.\nAsk wider.")
    assert (f"question-{kept.question}", kept.skill, kept.link) == (key(), None, link)
    assert kept.about.startswith("Tell me about a schema change")
    assert "&lt;b&gt;Too&lt;/b&gt; narrow." in text(client.get(url))


def test_skills_and_the_whole_plan_can_be_commented_on(client, url):
    skill = Skill.objects.order_by("pk").first()
    client.post(
        url, {"name": "H", "version": "1", f"on-skill-{skill.pk}": "Weighs too much", "send": f"skill-{skill.pk}"}
    )
    client.post(url, {"name": "H", "version": "1", "on-plan": "Good", "send": "plan"})
    assert [(one.skill, one.question, one.about) for one in Comment.objects.all()] == [
        (skill.pk, None, skill.name),
        (None, None, ""),
    ]


def test_with_htmx_just_the_part_is_answered(client, url):
    answer = comment(client, url, headers=HTMX)
    body = text(answer)
    assert body.lstrip().startswith(f'<div class="talk" id="talk-{key()}">')
    assert ("Too narrow for us." in body, "Approve this version" in body) == (True, False)
    assert "Comment sent." in answer["HX-Trigger"]


def test_what_is_sent_twice_is_kept_once(client, url):
    comment(client, url)
    comment(client, url)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("headers", [None, HTMX])
@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("  ", "Write the comment first"),
        ("a" * 4001, "This is 4001 characters long. Shorten it to 4000."),
    ],
)
def test_what_cannot_be_kept_is_said_and_comes_back(client, url, words, problem, headers):
    answer = comment(client, url, words, headers=headers)
    assert (answer.status_code, problem in text(answer), words.strip() in text(answer)) == (422, True, True)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("headers", [None, HTMX])
def test_a_name_is_needed(client, url, headers):
    answer = comment(client, url, headers=headers, name=" ")
    assert (answer.status_code, "Enter your name" in text(answer)) == (422, True)
    assert "Too narrow for us." in text(answer)


def test_what_was_typed_elsewhere_stays_in_its_field(client, url):
    answer = comment(client, url, **{"on-plan": "Half of a thou"})
    assert (answer.status_code, "Half of a thou" in text(answer)) == (200, True)
    assert Comment.objects.get().text == "Too narrow for us."


def test_four_thousand_characters_fit(client, url):
    comment(client, url, "ä" * 4000)
    assert len(Comment.objects.get().text) == 4000


def test_a_comment_on_what_was_removed_meanwhile_is_kept(client, url, interview, owner):
    gone = key()
    act = partial(remove_question, identifier=int(gone.partition("-")[2]))
    data = {"name": "Helen", "version": "1", f"on-{gone}": "Keep this one", "send": gone}
    edit(interview, act, by=by_person(owner))
    client.post(url, data)
    kept = Comment.objects.get()
    assert (f"question-{kept.question}", kept.about[:22]) == (gone, "Tell me about a schema")
    assert "On parts that were removed" in text(client.get(url))


def test_a_part_of_another_plan_is_no_place_for_a_comment(client, url):
    sent = {"name": "Helen", "version": "1", "on-question-99999": "Hello", "send": "question-99999"}
    assert client.post(url, sent).status_code == 422
    assert not Comment.objects.exists()


def test_answers_and_resolved_are_seen_and_nothing_of_others(client, url, interview, owner, link):
    comment(client, url)
    mine = Comment.objects.get()
    answer(mine, "We will widen it.", by=owner)
    mine.resolve("Olga Owner")
    comment_as_member(interview, "plan", "Between us: hurry.", by=owner)
    _other, secret = ReviewLink.issue(interview, "Sam Other")
    client.post(f"/review/{secret}/", {"name": "Sam", "version": "1", "on-plan": "Sam says no.", "send": "plan"})
    page = text(client.get(url))
    assert ("We will widen it." in page, "Olga Owner, Clinic software" in page, "resolved" in page) == (True,) * 3
    assert ("Between us" in page, "Sam says" in page) == (False, False)


def test_without_a_name_the_team_answers_and_no_address_is_told(client, url, link, owner):
    comment(client, url)
    owner.name = ""
    owner.save()
    ReviewLink.objects.update(created_by=None)
    answer(Comment.objects.get(), "We will.", by=owner)
    assert "olga@example.org" not in text(client.get(url))


@pytest.mark.parametrize("field", ["MOST_BY_LINK", "MOST_BY_ADDRESS"])
def test_too_much_is_refused_and_what_was_typed_comes_back(client, url, monkeypatch, field):
    monkeypatch.setattr(door, field, 1)
    assert comment(client, url).status_code == 302
    answer = comment(client, url, "The second one")
    assert (answer.status_code, "Wait ten minutes" in text(answer)) == (429, True)
    assert "The second one" in text(answer)
    assert Comment.objects.count() == 1


def test_behind_a_proxy_the_address_is_what_the_proxy_says(client, url, monkeypatch, settings):
    settings.BEHIND_PROXY = True
    monkeypatch.setattr(door, "MOST_BY_ADDRESS", 1)
    first = comment(client, url, headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.1"})
    other = comment(client, url, "Two", headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.2"})
    same = comment(client, url, "Three", headers={"X-Forwarded-For": "7.7.7.7, 203.0.113.1"})
    assert [first.status_code, other.status_code, same.status_code] == [302, 302, 429]


def test_a_version_that_cannot_be_is_the_one_there_is(client, url):
    comment(client, url, version="999")
    assert Comment.objects.get().version == 1


def test_what_was_never_in_the_plan_is_not_commented_on(client, url, interview, django_assert_max_num_queries):
    made = {f"on-question-{number}": "spam" for number in range(900_000, 900_300)}
    sent = {"name": "Helen", "version": "1", "decision": "changes", "note": "n", **made}
    with django_assert_max_num_queries(60):
        client.post(url, sent)
    assert Comment.objects.filter(interview=interview, text="spam").count() == 0


@pytest.mark.parametrize(("typed", "kept"), [("A\u202egro\u200b\nHelen ", "A gro Helen"), ("\u200b\u202e", None)])
def test_a_name_is_one_line_of_signs_that_can_be_seen(client, url, typed, kept):
    answer = client.post(url, {"name": typed, "version": "1", "decision": "changes", "note": "Shorter"})
    said = Approval.objects.first()
    assert (said.name if said else None) == kept
    assert answer.status_code == (302 if kept else 422)
