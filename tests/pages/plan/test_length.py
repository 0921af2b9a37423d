"""Making a plan fit its time: what would go is shown, then goes as one change."""

import re
from functools import partial
from html import unescape

import pytest

from interviews.edits.dropping import shorten, shortest
from interviews.edits.refusals import EditRefused
from interviews.models import Interview, Question
from interviews.services.editing import edit
from tests.pages.plan.test_checks import HTMX, OLGA, page, text
from tests.pages.plans import python_plan


def length(client, interview, minutes=None, **headers):
    data = {} if minutes is None else {"minutes": minutes}
    return text(client.get(f"/interviews/{interview.pk}/length/", data, headers=headers))


def going(shown):
    return re.findall(r"“(.{12})", unescape(shown))


def listed(shown):
    """Where each question that would go stands, and the warnings at it."""
    return re.findall(r"<span dir=\"auto\">([^“]+?)</span>, (question \d)</a>.*?\d min(.*?)</span><br>", shown)


def drop(client, interview, minutes, shown, **headers):
    seen = re.search(r'name="seen" value="([\d.]*)"', shown)
    assert seen
    data = {"minutes": minutes, "seen": seen[1]}
    return client.post(f"/interviews/{interview.pk}/length/", data, headers=headers)


def test_the_plan_tells_its_time_and_its_mix(signed_in, interview):
    shown = page(signed_in, interview)
    assert "<b>24 of 30 min</b>, 6 free" in shown
    assert '<progress class="length-bar" max="30" value="24"' in shown
    assert re.findall(r"<b>(\d)</b> <span class=\"mix-target\">\((about \d)\)", shown) == [
        ("1", "about 2"),
        ("1", "about 1"),
        ("2", "about 1"),
    ]


def test_a_mix_that_is_far_off_is_said(signed_in, interview):
    Question.objects.update(type="technical")
    assert "Many technical, work sample or knowledge questions for this level" in page(signed_in, interview)


@pytest.mark.parametrize(
    ("minutes", "prompts"),
    [
        (24, []),
        (23, ["What happens"]),
        (20, ["What happens", "A query that"]),
        (16, ["What happens", "A query that"]),
        (15, ["What happens", "A query that", "A clinic's c"]),
        (1, ["What happens", "A query that", "A clinic's c"]),
    ],
)
def test_fewer_minutes_show_what_would_go_and_in_which_order(signed_in, interview, minutes, prompts):
    shown = length(signed_in, interview, minutes, **HTMX)
    assert going(shown) == prompts
    assert Question.objects.count() == 4
    assert "fit-form" not in shown
    assert ("It cannot be made shorter than 11 minutes" in shown) is (minutes < 11)


def test_it_tells_where_each_stands_and_what_a_must_have_loses(signed_in, interview):
    shown = length(signed_in, interview, 15, **HTMX)
    assert [place for *place, _warning in listed(shown)] == [
        ["Kubernetes", "question 4"],
        ["PostgreSQL", "question 2"],
        ["REST APIs in Django and FastAPI", "question 3"],
    ]
    assert ["only one on a must-have" in warning for *_place, warning in listed(shown)] == [False, False, True]
    assert "REST APIs in Django and FastAPI is a must-have and loses its only question." in shown
    assert "loses" not in length(signed_in, interview, 16, **HTMX)
    drop(signed_in, interview, 15, shown)
    assert Question.objects.count() == 1


def test_it_is_offered_to_fit_only_where_the_plan_is_too_long(signed_in, interview):
    shown = page(signed_in, interview)
    assert ("Make it fit" in shown, "Make it shorter" in shown) == (False, True)
    Question.objects.filter(type="behavioral").update(minutes=15)
    shown = page(signed_in, interview)
    assert ("Make it fit" in shown, "Make it shorter" in shown) == (True, False)
    Question.objects.update(locked=True)
    assert "length-open" not in page(signed_in, interview)


def test_the_slider_goes_from_the_shortest_to_the_current_length(signed_in, interview):
    shown = length(signed_in, interview, **HTMX)
    assert 'type="number" name="minutes" min="11" max="24" value="24"' in shown
    assert "PostgreSQL" in shown
    assert "58 % of the time, weight 40 %" in shown
    assert "<h1>Make it shorter</h1>" in length(signed_in, interview)


def test_a_plan_that_is_too_long_is_shown_at_its_limit(signed_in, interview):
    Question.objects.filter(type="behavioral").update(minutes=15)
    assert going(length(signed_in, interview, **HTMX)) == ["What happens"]


def test_they_go_as_one_change_that_can_be_undone(signed_in, interview):
    answer = drop(signed_in, interview, 16, length(signed_in, interview, 16, **HTMX), **HTMX)
    assert "2 questions dropped." in text(answer)
    assert text(answer).count('hx-swap-oob="delete"') == 2
    assert Question.objects.count() == 2
    signed_in.post(f"/interviews/{interview.pk}/undo/2/", headers=HTMX)
    assert Question.objects.count() == 4


def test_without_script_it_leads_back_to_the_plan(signed_in, interview):
    answer = drop(signed_in, interview, 23, length(signed_in, interview, 23))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#plan-length"


def test_what_would_go_now_and_was_not_shown_stays(signed_in, interview):
    shown = length(signed_in, interview, 23, **HTMX)
    Question.objects.filter(type="job_knowledge").update(drop_first=False)
    Question.objects.filter(type="situational").update(drop_first=True)
    answer = drop(signed_in, interview, 23, shown, **HTMX)
    assert answer.status_code == 409
    assert "other questions would go now" in text(answer)
    assert Question.objects.count() == 4


def test_locked_questions_stay_and_that_is_said(signed_in, interview):
    Question.objects.filter(type="job_knowledge").update(locked=True)
    shown = length(signed_in, interview, 1, **HTMX)
    assert going(shown) == ["A query that", "A clinic's c", "Tell me abou"]
    assert "It cannot be made shorter than 8 minutes" in shown
    assert "Locked questions stay." in shown
    answer = signed_in.post(f"/interviews/{interview.pk}/length/", {"minutes": 7, "seen": "1"}, headers=HTMX)
    assert (answer.status_code, Question.objects.count()) == (409, 4)


def test_where_nothing_can_go_that_is_said(signed_in, interview):
    Question.objects.update(locked=True)
    assert "Nothing can be left out" in length(signed_in, interview, **HTMX)


@pytest.mark.parametrize("sent", [{}, {"minutes": "x", "seen": "1"}, {"minutes": "20", "seen": ""}])
def test_a_form_that_names_nothing_drops_nothing(signed_in, interview, sent):
    assert signed_in.post(f"/interviews/{interview.pk}/length/", sent, headers=HTMX).status_code == 409


def test_a_published_plan_keeps_its_questions(signed_in, interview):
    shown = length(signed_in, interview, 16, **HTMX)
    Interview.objects.update(status="published")
    assert drop(signed_in, interview, 16, shown, **HTMX).status_code == 409
    assert "length-open" not in page(signed_in, interview)


def test_viewers_and_strangers_shorten_nothing(viewer, stranger, interview):
    assert viewer.get(f"/interviews/{interview.pk}/length/").status_code == 403
    assert stranger.get(f"/interviews/{interview.pk}/length/").status_code == 404


def test_a_plan_of_nice_to_haves_keeps_one_question():
    plan = python_plan()
    plan.skills = [skill.model_copy(update={"importance": "nice_to_have"}) for skill in plan.skills]
    assert shortest(plan) == 5 + 6
    with pytest.raises(EditRefused, match="cannot be made shorter than 11 minutes"):
        shorten(plan, 10, [])


def test_cutting_ten_minutes_of_a_plan_that_has_changed_under_way(interview):
    with pytest.raises(EditRefused, match="other questions would go"):
        edit(interview, partial(shorten, minutes=16, seen=[1]), by=OLGA)
