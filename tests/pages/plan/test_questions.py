"""Editing a question where it stands."""

import pytest

from interviews.models import Interview, Question
from interviews.services.editing import edit_question

HTMX = {"HX-Request": "true"}


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


def text(response):
    return response.content.decode()


def url(question):
    return f"/questions/{question.pk}/edit/"


def form(browser, question, **typed):
    """What a browser sends: the form as it was shown, with what the person typed."""
    shown = browser.get(url(question)).context["form"]
    return {name: shown[name].value() for name in shown.fields} | typed


def theirs(question, prompt="Theirs?", minutes=4):
    """Somebody else changes the question."""
    fresh = Question.objects.select_related("skill__interview").get(pk=question.pk)
    edit_question(fresh, version=None, prompt=prompt, minutes=minutes)


def test_the_form_shows_what_is_there(signed_in, question):
    page = text(signed_in.get(url(question)))
    assert "Tell me about a schema change" in page
    assert 'value="6"' in page
    assert "<html" in page


def test_in_the_plan_the_form_comes_alone(signed_in, question):
    page = text(signed_in.get(url(question), headers=HTMX))
    assert page.strip().startswith("<form")


def test_without_script_saving_leads_back_to_the_question(signed_in, question):
    answer = signed_in.post(url(question), form(signed_in, question, prompt=" New?\r\n", minutes="7"))
    assert answer.headers["Location"] == f"/interviews/{question.skill.interview_id}/#question-{question.pk}"
    question.refresh_from_db()
    assert (question.prompt, question.minutes) == ("New?", 7)


def test_in_the_plan_saving_gives_the_question_and_the_heading(signed_in, question):
    answer = signed_in.post(url(question), form(signed_in, question, prompt="New?", minutes="9"), headers=HTMX)
    page = text(answer)
    assert f'<article class="question" id="question-{question.pk}" hx-swap-oob="true"' in page
    assert 'id="plan-head" class="plan-head" hx-swap-oob="true"' in page
    assert "27 of 30 min" in page
    assert "version 2" in page
    assert f'id="skill-{question.skill_id}-head" hx-swap-oob="true"' in page
    assert "14 min" in page
    assert "Saved" in answer.headers["HX-Trigger"]


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"prompt": " "}, "prompt", "Enter the question as you would say it aloud."),
        ({"prompt": "x" * 5001}, "prompt", "Shorten it to 5000."),
        ({"minutes": "0"}, "minutes", "Choose from 1 to 30 minutes."),
        ({"minutes": "31"}, "minutes", "Choose from 1 to 30 minutes."),
        ({"minutes": "five"}, "minutes", "Enter the minutes as a whole number"),
        ({"minutes": ""}, "minutes", "Enter how many minutes"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_what_cannot_be_comes_back_with_what_was_typed(signed_in, question, typed, field, sentence, headers):
    kept = {"prompt": "Typed <b>with care</b>?", "minutes": "12"} | typed
    answer = signed_in.post(url(question), form(signed_in, question, **kept), headers=headers)
    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors[field][0]
    assert [answer.context["form"][name].value() for name in kept] == list(kept.values())
    assert "<b>with" not in text(answer)
    assert Question.objects.get(pk=question.pk).minutes == 6


def test_a_conflict_shows_theirs_beside_mine_and_saves_over_it_on_demand(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?", minutes="7")
    theirs(question)
    answer = signed_in.post(url(question), mine, headers=HTMX)
    assert answer.status_code == 409
    assert "Theirs?" in text(answer)
    assert "Mine?" in text(answer)
    again = answer.context["form"]
    over = signed_in.post(url(question), {name: again[name].value() for name in again.fields})
    assert over.status_code == 302
    assert Question.objects.get(pk=question.pk).prompt == "Mine?"


def test_a_conflict_without_script_is_a_page(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?", minutes="7")
    theirs(question)
    answer = signed_in.post(url(question), mine)
    assert answer.status_code == 409
    assert "<html" in text(answer)


def test_an_edit_of_another_question_is_no_conflict(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?", minutes="7")
    theirs(Question.objects.exclude(pk=question.pk).first())
    assert signed_in.post(url(question), mine).status_code == 302
    assert Interview.objects.get().version == 3


def test_an_edit_without_the_version_is_refused(signed_in, question):
    assert signed_in.post(url(question), {"prompt": "Mine?", "minutes": "7"}).status_code == 422


def test_giving_up_shows_the_question_again(signed_in, question):
    part = text(signed_in.get(f"/questions/{question.pk}/", headers=HTMX))
    assert part.strip().startswith(f'<article class="question" id="question-{question.pk}"')
    assert "autofocus" in part
    page = signed_in.get(f"/questions/{question.pk}/")
    assert page.headers["Location"] == f"/interviews/{question.skill.interview_id}/#question-{question.pk}"


def test_a_viewer_may_not(viewer, question):
    assert viewer.get(url(question)).status_code == 403
    answer = viewer.post(url(question), {"prompt": "x", "minutes": "3", "version": "1"})
    assert answer.status_code == 403
    assert "You may not do this" in text(answer)
    assert viewer.get(f"/questions/{question.pk}/", headers=HTMX).status_code == 200


def test_a_stranger_finds_nothing(stranger, question):
    assert stranger.get(url(question)).status_code == 404
    assert stranger.post(url(question), {"prompt": "x", "minutes": "3", "version": "1"}).status_code == 404
    assert stranger.get(f"/questions/{question.pk}/").status_code == 404


@pytest.mark.parametrize("identifier", ["999999", "9" * 30])
def test_a_question_that_is_not_there_is_not_found(signed_in, identifier):
    assert signed_in.get(f"/questions/{identifier}/").status_code == 404
    assert signed_in.get(f"/questions/{identifier}/edit/").status_code == 404


def test_wrong_methods_are_refused(signed_in, question):
    assert signed_in.delete(url(question)).status_code == 405
    assert signed_in.post(f"/questions/{question.pk}/").status_code == 405
