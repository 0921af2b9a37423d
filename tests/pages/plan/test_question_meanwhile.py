"""A question's form when others changed the question meanwhile, it went or was locked, or its person signed out."""

from functools import partial

import pytest
from django.test import Client

from interviews.edits.fields import digest
from interviews.edits.questions import remove_question
from interviews.edits.skills import remove_skill
from interviews.models import Membership, Question, User
from interviews.services.editing import edit
from tests.pages.plan.asking import EDGAR, HTMX, form, text, theirs, url, values


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_conflict_shows_theirs_and_saves_all_else(signed_in, question, headers):
    mine = form(signed_in, question, prompt="Mine?", minutes="7", red_flags=["Mine"])
    theirs(question, prompt="Theirs?", red_flags=["Theirs"])
    answer = signed_in.post(url(question), mine, headers=headers)
    assert answer.status_code == 409
    assert text(answer).count('class="theirs"') == 2
    assert 'value="keep:prompt"' in text(answer)
    kept = values(question)
    assert (kept.prompt, kept.minutes, kept.red_flags) == ("Theirs?", 7, ["Theirs"])


def test_a_conflict_is_settled_field_by_field(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?", red_flags=["Mine"])
    theirs(question, prompt="Theirs?", red_flags=["Theirs"])
    first = signed_in.post(url(question), mine | {"act": "keep:prompt"}, headers=HTMX)
    assert first.status_code == 409
    assert text(first).count('class="theirs"') == 1
    mine["seen-prompt"] = digest("Mine?")
    taken = signed_in.post(url(question), mine | {"act": "take:red_flags"}, headers=HTMX)
    assert taken.status_code == 200
    assert f'id="question-{question.pk}-red_flags-field"' in text(taken)
    assert (values(question).prompt, values(question).red_flags) == ("Mine?", ["Theirs"])


def test_what_somebody_else_changed_stays_when_i_did_not_touch_it(signed_in, question):
    mine = form(signed_in, question, minutes="7")
    theirs(question, prompt="Theirs?")
    page = text(signed_in.post(url(question), mine, headers=HTMX))
    assert f'name="seen-prompt" value="{mine["seen-prompt"]}"' in page
    mine["seen-minutes"] = digest(7)
    signed_in.post(url(question), mine | {"minutes": "8"}, headers=HTMX)
    assert (values(question).prompt, values(question).minutes) == ("Theirs?", 8)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_question_that_went_keeps_what_was_typed(signed_in, question, headers):
    mine = form(signed_in, question, prompt="Mine?")
    edit(question.interview, partial(remove_question, identifier=question.pk), by=EDGAR)
    answer = signed_in.post(url(question), mine, headers=headers)
    assert answer.status_code == 409
    assert "edgar@example.org removed this question" in text(answer)
    back = signed_in.post(url(question), mine | {"act": "back"}, headers=headers)
    assert back.status_code == (200 if headers else 302)
    assert values(question).prompt == "Mine?"


def test_a_question_that_went_with_its_skill_can_be_put_back_as_a_new_one(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?")
    edit(question.interview, partial(remove_skill, identifier=question.skill_id), by=EDGAR)
    answer = signed_in.post(url(question), mine | {"act": "again"}, headers=HTMX)
    assert f'<div id="question-{question.pk}" hx-swap-oob="delete">' in text(answer)
    made = Question.objects.get(prompt="Mine?")
    assert (made.pk == question.pk, made.skill.name, made.minutes) == (False, "Kubernetes", 6)


def test_a_locked_question_is_read_only(signed_in, question):
    mine = form(signed_in, question, minutes="9")
    theirs(question, locked=True)
    page = text(signed_in.get(url(question)))
    assert "<fieldset disabled>" in page
    assert "Unlock it first" in page
    answer = signed_in.post(url(question), mine, headers=HTMX)
    assert answer.status_code == 409
    assert "Unlock it first" in text(answer)


def test_signed_out_a_part_is_answered_with_401_and_a_page_keeps_what_was_typed(signed_in, question, owner):
    mine = form(signed_in, question, prompt="Typed with care?", minutes="7")
    away = Client()
    assert away.post(url(question), mine, headers=HTMX | {"X-Kept": "main"}).status_code == 401
    answer = away.post(url(question), mine)
    assert answer.headers["Location"] == f"/accounts/login/?next={url(question)}"
    sent = {"login": owner.email, "password": "a-long-passphrase", "next": url(question)}
    assert away.post("/accounts/login/", sent).headers["Location"] == url(question)
    page = text(away.get(url(question)))
    assert "Typed with care?" in page
    assert "This was not saved" in page
    assert "Typed with care?" not in text(away.get(url(question)))


def test_what_was_typed_is_shown_to_nobody_else_and_kept_for_nobody_who_was_not_here(signed_in, viewer, question, team):
    mine = form(signed_in, question, prompt="Typed with care?")
    shared = Client()
    shared.post(url(question), mine)
    other = User.objects.create_user("other@example.org", "a-long-passphrase")
    Membership.objects.create(user=other, team=team, level="editor")
    sent = {"login": other.email, "password": "a-long-passphrase", "next": url(question)}
    shared.post("/accounts/login/", sent)
    assert "Typed with care?" not in text(shared.get(url(question)))
    stranger = Client()
    stranger.post(url(question), {**mine, "keeper": "made up"})
    assert "sessionid" not in stranger.cookies


def test_a_form_that_is_too_old_shows_again_what_was_typed(signed_in, question, owner):
    mine = form(signed_in, question, prompt="Typed with care?")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert strict.post(url(question), mine, headers=HTMX).status_code == 403
    assert strict.post(f"/questions/{question.pk}/remove/", mine).status_code == 403
    assert strict.post(url(question), mine).headers["Location"] == url(question)
    assert "Typed with care?" in text(strict.get(url(question)))
    assert values(question).prompt == question.prompt


def test_the_token_is_told_with_who_is_signed_in(signed_in, owner):
    answer = signed_in.get("/token/")
    assert answer.json()["person"] == owner.pk
    assert len(answer.json()["token"]) == 64
    assert Client().get("/token/").json()["person"] is None
    assert "no-store" in answer.headers["Cache-Control"]
