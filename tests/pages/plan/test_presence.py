"""Several people at one plan: who is here, and what they changed appears without touching what is being typed."""

import json
from datetime import timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from interviews.edits import questions, skills
from interviews.models import Interview, Membership, Presence, Question, Revision, User
from interviews.models.presence import HERE_FOR
from interviews.services.editing import by_person, edit, save_question, save_skill, save_texts

HTMX = {"HX-Request": "true"}


@pytest.fixture
def edgar(team):
    person = User.objects.create_user("edgar@example.org", name="Edgar Editor")
    Membership.objects.create(user=person, team=team, level=Membership.Level.EDITOR)
    return person


@pytest.fixture
def his(edgar):
    """Edgar's browser."""
    browser = Client()
    browser.force_login(edgar, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


def look(browser, interview, version=1, **says):
    """What an open page hears: by default one that shows version 1 of the draft and nobody else."""
    sent = {"version": version, "status": "draft", "seen": "", "place": "", **says}
    return browser.get(f"/interviews/{interview.pk}/presence/", sent, headers=HTMX)


def text(response):
    return response.content.decode()


def told(response, what="plan-known"):
    """What the answer tells the page's script after its swaps."""
    return json.loads(response.headers.get("HX-Trigger-After-Swap", "{}")).get(what)


def test_who_is_here_alone_hears_nothing_and_is_written_down_once(signed_in, interview, owner):
    before = Interview.objects.values("version", "updated_at").get()
    for _ in range(3):
        assert look(signed_in, interview).status_code == 204
    assert [(row.user, row.place) for row in Presence.objects.all()] == [(owner, "")]
    assert Interview.objects.values("version", "updated_at").get() == before
    assert Revision.objects.count() == 1


def test_others_are_told_who_edits_what(signed_in, his, viewer, interview, question):
    look(his, interview, place=f"question-{question.pk}")
    look(viewer, interview)
    page = text(look(signed_in, interview))
    assert 'id="plan-presence" class="presence" hx-swap-oob="true"' in page
    assert f'<b>Edgar Editor</b> is editing <a href="#question-{question.pk}" dir="auto">question 1</a>' in page
    assert "<b>vera@example.org</b> is here" in page
    assert '<span class="initials" aria-hidden="true">EE</span>' in page
    seen = page.partition('data-seen="')[2].partition('"')[0]
    assert look(signed_in, interview, seen=seen).status_code == 204
    assert "Edgar Editor is editing this" in text(signed_in.get(f"/interviews/{interview.pk}/"))


@pytest.mark.parametrize(
    ("status", "words"), [("draft", "is editing the plan</span>"), ("published", "is here</span>")]
)
def test_no_note_is_put_at_the_time_gauge_and_nobody_edits_what_is_frozen(signed_in, his, interview, status, words):
    Interview.objects.update(status=status)
    look(his, interview, place="plan-length")
    page = text(look(signed_in, interview, status=status))
    assert (f"<b>Edgar Editor</b> {words}" in page, "data-at" in page) == (True, False)


def test_who_has_not_told_for_a_while_or_left_is_gone(signed_in, his, interview):
    look(his, interview)
    Presence.objects.update(seen_at=timezone.now() - HERE_FOR - timedelta(seconds=1))
    assert look(signed_in, interview).status_code == 204
    look(his, interview)
    assert look(signed_in, interview).status_code == 200
    assert his.post(f"/interviews/{interview.pk}/presence/left/").status_code == 204
    assert look(signed_in, interview).status_code == 204


def test_a_look_costs_one_read_and_one_write_beside_the_session(
    signed_in, his, interview, question, django_assert_num_queries
):
    look(signed_in, interview)
    look(his, interview, place=f"question-{question.pk}")
    seen = text(look(signed_in, interview)).partition('data-seen="')[2].partition('"')[0]
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=10))
    with django_assert_num_queries(4):
        assert look(signed_in, interview, seen=seen).status_code == 204
    with django_assert_num_queries(3):
        assert look(signed_in, interview, seen=seen).status_code == 204


def test_a_change_by_another_appears_and_is_announced(signed_in, interview, question, edgar):
    save_question(interview, question.pk, {"prompt": "What did you change?"}, {}, by=by_person(edgar))
    answer = look(signed_in, interview)
    page = text(answer)
    assert f'<article class="question" id="question-{question.pk}" hx-swap-oob="true"' in page
    assert "What did you change?" in page
    assert "version 2" in page
    assert told(answer) == {"version": 2}
    assert told(answer, "announce") == {"text": "Edgar changed question 1."}
    assert look(signed_in, interview, version=2).status_code == 204


def test_what_i_edit_is_left_alone_with_a_note_beside_it(signed_in, interview, question, edgar):
    other = interview.skills.first().questions.last()
    for one in (question, other):
        save_question(interview, one.pk, {"minutes": 9}, {}, by=by_person(edgar))
    mine = f"question-{question.pk}"
    page = text(look(signed_in, interview, place=mine, editing=f"{mine}-ask {mine} skill-{question.skill_id}"))
    assert f'id="{mine}" hx-swap-oob' not in page
    assert f'<p class="changed-note" id="{mine}-changed" data-at="{mine}">' in page
    assert "Edgar has just changed this." in page
    assert f"/interviews/{interview.pk}/history/?question={question.pk}" in page
    assert f'id="question-{other.pk}" hx-swap-oob="true"' in page


def test_what_was_left_alone_is_shown_when_i_am_done_without_telling_again(signed_in, interview, question, edgar):
    save_question(interview, question.pk, {"minutes": 9}, {}, by=by_person(edgar))
    mine = f"question-{question.pk}"
    assert told(look(signed_in, interview, editing=mine)) == {"version": 2, "held": True}
    assert look(signed_in, interview, editing=mine, again="1").status_code == 204
    done = look(signed_in, interview, again="1")
    assert f'id="{mine}" hx-swap-oob="true"' in text(done)
    assert (told(done), told(done, "announce")) == ({"version": 2}, None)


@pytest.mark.parametrize("whole", [True, False], ids=["skill", "question"])
def test_what_i_edit_stays_when_somebody_removes_it(signed_in, interview, question, edgar, whole):
    home = question.skill_id
    act = (
        partial(skills.remove_skill, identifier=home)
        if whole
        else partial(questions.remove_question, identifier=question.pk)
    )
    edit(interview, act, by=by_person(edgar))
    around = f"question-{question.pk} skill-{home}-questions skill-{home} skills"
    page = text(look(signed_in, interview, editing=around))
    assert 'hx-swap-oob="delete"' not in page
    assert "Edgar has just removed this. What you typed is still here" in page
    assert 'hx-swap-oob="delete"' in text(look(signed_in, interview))


def test_a_part_of_the_plan_that_i_edit_is_left_alone(signed_in, interview, edgar):
    save_texts(interview, {"opening": "Welcome.", "closing": "Good-bye."}, {}, by=by_person(edgar))
    page = text(look(signed_in, interview, editing="plan-opening"))
    assert ("Welcome." in page, "Good-bye." in page) == (False, True)
    assert '<p class="changed-note" id="plan-opening-changed" data-at="plan-opening">' in page


def test_my_own_saves_are_not_told_again_and_those_of_my_other_window_are(signed_in, interview, question, owner, edgar):
    skill = interview.skills.last()
    save_question(interview, question.pk, {"minutes": 9}, {}, by=by_person(owner))
    save_skill(interview, skill.pk, {"name": "Clusters"}, {}, by=by_person(edgar))
    answer = look(signed_in, interview, own="2")
    assert told(answer) == {"version": 3}
    assert told(answer, "announce") == {"text": "Edgar changed the skill Clusters."}
    assert f'id="question-{question.pk}" hx-swap-oob' not in text(answer)
    both = told(look(signed_in, interview), "announce")
    assert both == {"text": "You changed question 1 elsewhere. Edgar changed the skill Clusters."}


def test_an_edit_tells_its_page_which_version_it_made(signed_in, interview, question):
    answer = signed_in.post(f"/interviews/{interview.pk}/undo/1/", headers=HTMX)
    assert answer.status_code == 409
    save_question(interview, question.pk, {"minutes": 9}, {}, by=by_person(User.objects.get()))
    answer = signed_in.post(f"/interviews/{interview.pk}/undo/2/", headers=HTMX)
    assert json.loads(answer.headers["HX-Trigger"])["plan-saved"] == {"version": 3}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "published"}, "This plan was published meanwhile."),
        ({"status": "archived"}, "This interview was archived meanwhile"),
        ({"deleted_at": timezone.now()}, "This interview was deleted meanwhile."),
    ],
)
def test_what_became_of_the_interview_is_said_once(signed_in, interview, change, words):
    Interview.objects.update(**change)
    answer = look(signed_in, interview)
    assert words in text(answer)
    assert told(answer, "announce")["text"].startswith(words)
    status = change.get("status", "deleted")
    assert told(answer) == {"status": status}
    assert look(signed_in, interview, status=status).status_code == 204


def test_a_page_that_the_history_cannot_bring_up_to_date_is_offered_to_be_opened_again(signed_in, interview):
    Interview.objects.update(version=7)
    answer = look(signed_in, interview)
    assert "Finish what you are typing, then open the plan again." in text(answer)
    assert told(answer) == {"version": "far", "status": "draft"}
    assert look(signed_in, interview, version="").status_code == 204


def test_who_is_signed_out_stays_on_the_page_and_is_told(client, signed_in, interview):
    answer = look(Client(), interview)
    assert "You are signed out. What you are typing is still here" in text(answer)
    assert "HX-Redirect" not in answer.headers
    assert look(Client(), interview, status="signed_out").status_code == 204
    back = look(signed_in, interview, status="signed_out")
    assert 'id="plan-meanwhile" class="meanwhile" role="status" hx-swap-oob="true" hidden' in text(back)
    assert told(back) == {"status": "draft"}


@pytest.mark.parametrize("place", ["x" * 70, "<b>", "question-1'"])
def test_nonsense_counts_as_nothing(signed_in, interview, place):
    assert look(signed_in, interview, place=place, own="a 1 -2", version="1").status_code == 204
    assert Presence.objects.get().place == ""


def test_a_stranger_finds_nothing_and_is_not_written_down(stranger, signed_in, interview):
    assert look(stranger, interview).status_code == 404
    assert signed_in.post(f"/interviews/{interview.pk}/presence/").status_code == 405
    assert signed_in.get(f"/interviews/{interview.pk}/presence/left/").status_code == 405
    assert not Presence.objects.exists()
