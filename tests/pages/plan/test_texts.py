"""The plan's own texts, edited where they stand."""

import pytest

from interviews.drafts import Intake
from interviews.models import Interview
from tests.pages.plan.parts import HTMX, digests, sent, text

NAMES = ["name", "summary", "opening", "closing", "protected", "before", "intake"]


def url(interview, name):
    return f"/interviews/{interview.pk}/texts/{name}/edit/"


def fresh(interview):
    return Interview.objects.get(pk=interview.pk)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_page_and_in_the_plan_a_form_alone(signed_in, interview, name):
    assert "<h1" in text(signed_in.get(url(interview, name)))
    part = text(signed_in.get(url(interview, name), headers=HTMX))
    assert part.strip().startswith(f'<div id="plan-{name}" class="part-open">')
    read = text(signed_in.get(f"/interviews/{interview.pk}/texts/{name}/", headers=HTMX))
    assert read.strip().startswith(f'<div id="plan-{name}"')
    page = signed_in.get(f"/interviews/{interview.pk}/texts/{name}/")
    assert page.headers["Location"] == f"/interviews/{interview.pk}/#plan-{name}"


@pytest.mark.parametrize(
    ("name", "typed", "field", "kept"),
    [
        ("name", {"name": " Python\n developer "}, "name", "Python developer"),
        ("summary", {"summary": "New\r\nsummary"}, "summary", "New\nsummary"),
        ("opening", {"opening": ""}, "opening", ""),
        ("closing", {"closing": "Bye."}, "closing", "Bye."),
        ("protected", {"protected_note": "Leave it."}, "protected_note", "Leave it."),
        ("before", {"screen_first": ["One", "", " Two\nThree"]}, "screen_first", ["One", "Two", "Three"]),
        ("before", {"assess_elsewhere": []}, "assess_elsewhere", []),
        ("intake", {"learned": "SAP"}, "intake", Intake(learned="SAP")),
    ],
)
def test_without_script_saving_leads_back(signed_in, interview, name, typed, field, kept):
    answer = signed_in.post(url(interview, name), sent(signed_in, url(interview, name), **typed))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#plan-{name}"
    assert (getattr(fresh(interview), field), fresh(interview).version) == (kept, 2)


def test_saved_by_itself_the_form_stays_and_only_what_else_changed_is_swapped(signed_in, interview):
    mine = sent(signed_in, url(interview, "opening"), opening="Welcome.")
    page = text(signed_in.post(url(interview, "opening"), mine, headers=HTMX))
    assert 'id="plan-opening-state" class="part-state" hx-swap-oob="true"' in page
    assert 'id="plan-head"' in page
    assert f"/interviews/{interview.pk}/undo/2/" in page
    assert "<textarea" not in page
    assert 'id="plan-opening"' not in page
    again = signed_in.post(url(interview, "opening"), mine | digests(page) | {"opening": "Come in."}, headers=HTMX)
    assert (again.status_code, fresh(interview).opening) == (200, "Come in.")


def test_done_closes_the_form(signed_in, interview):
    mine = sent(signed_in, url(interview, "name"), name="Backend developer", done="1")
    page = text(signed_in.post(url(interview, "name"), mine, headers=HTMX))
    assert page.count('<h1 dir="auto">Backend developer</h1>') == 1
    assert "part-form" not in page
    closed = signed_in.post(url(interview, "name"), mine | {"done": "1"}, headers=HTMX)
    assert ('id="plan-name"' in text(closed), fresh(interview).version) == (True, 2)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("name", {"name": "  "}, "Enter a name"),
        ("name", {"name": "x" * 201}, "201 characters long. Shorten it to 200."),
        ("opening", {"opening": "x" * 10_001}, "Shorten it to 10000."),
        ("intake", {"strong": "x" * 2001}, "Shorten it to 2000."),
        ("before", {"screen_first": ["x" * 1001]}, "Line 1 is 1001 characters long. Shorten it to 1000."),
        ("before", {"screen_first": ["x"] * 21}, "These are 21 lines. Keep at most 20."),
    ],
)
def test_what_cannot_be_comes_back_with_what_was_typed(signed_in, interview, name, typed, sentence):
    mine = sent(signed_in, url(interview, name), **typed)
    page = signed_in.post(url(interview, name), mine)
    assert (page.status_code, sentence in text(page)) == (422, True)
    field, value = next(iter(typed.items()))
    assert page.context["form"][field].value() == value
    part = signed_in.post(url(interview, name), mine, headers=HTMX)
    assert (part.status_code, sentence in text(part), "Not saved yet" in text(part)) == (422, True, True)
    assert f'id="plan-{name}-{field}-problems"' in text(part)
    assert fresh(interview).version == 1


def test_a_conflict_shows_both_and_saves_over_theirs_on_demand(signed_in, interview):
    at = url(interview, "name")
    mine = sent(signed_in, at, name="Mine")
    signed_in.post(at, sent(signed_in, at, name="Theirs"))
    answer = signed_in.post(at, mine, headers=HTMX)
    assert answer.status_code == 409
    assert "Theirs" in text(answer)
    assert '<input type="text"' not in text(answer)
    again = signed_in.post(at, mine | digests(text(answer)), headers=HTMX)
    assert (again.status_code, fresh(interview).name) == (409, "Theirs")
    page = signed_in.post(at, mine)
    assert (page.status_code, 'value="Mine"' in text(page)) == (409, True)
    over = signed_in.post(at, mine | digests(text(answer)) | {"over": "1"}, headers=HTMX)
    assert (over.status_code, fresh(interview).name) == (200, "Mine")


def test_a_field_that_only_somebody_else_changed_is_left_alone(signed_in, interview):
    at = url(interview, "intake")
    mine = sent(signed_in, at, strong="Mine")
    signed_in.post(at, sent(signed_in, at, learned="Theirs"))
    first = signed_in.post(at, mine, headers=HTMX)
    signed_in.post(at, mine | digests(text(first)) | {"strong": "Mine again"}, headers=HTMX)
    assert fresh(interview).intake == Intake(strong="Mine again", learned="Theirs")


@pytest.mark.parametrize(
    ("button", "kept", "focus"),
    [
        ({"add": "screen_first"}, ["One", "Two"], "screen_first-2"),
        ({"drop": "screen_first:0"}, ["Two"], "screen_first-0"),
        ({"up": "screen_first:1"}, ["Two", "One"], "screen_first-0-up"),
        ({"down": "screen_first:0"}, ["Two", "One"], "screen_first-1-down"),
        ({"up": "screen_first:0"}, ["One", "Two"], "screen_first-0-up"),
        ({"drop": "screen_first:99"}, ["One", "Two"], "screen_first-1"),
    ],
)
def test_a_list_is_edited_as_a_list(signed_in, interview, button, kept, focus):
    mine = sent(signed_in, url(interview, "before"), screen_first=["One", "Two"], **button)
    page = signed_in.post(url(interview, "before"), mine)
    assert (page.status_code, page.context["form"].focus) == (200, f"plan-before-{focus}")
    assert fresh(interview).screen_first == kept
    part = text(signed_in.post(url(interview, "before"), mine, headers=HTMX))
    assert 'id="plan-before" class="part-open" hx-swap-oob="true"' in part
    assert part.count("autofocus") == 1


def test_pasted_markup_is_text(signed_in, interview):
    signed_in.post(url(interview, "summary"), sent(signed_in, url(interview, "summary"), summary="<b>x</b>{\\rtf1}"))
    assert "&lt;b&gt;x&lt;/b&gt;{\\rtf1}" in text(signed_in.get(f"/interviews/{interview.pk}/"))


@pytest.mark.parametrize(("status", "sentence"), [("published", "Edit as a new draft”"), ("archived", "Bring it back")])
def test_a_frozen_plan_says_why_it_is_not_edited(signed_in, interview, status, sentence):
    mine = sent(signed_in, url(interview, "name"), name="New")
    Interview.objects.update(status=status)
    answer = signed_in.post(url(interview, "name"), mine, headers=HTMX)
    assert (answer.status_code, sentence in text(answer)) == (409, True)
    assert sentence in text(signed_in.get(url(interview, "name"), follow=True))
    assert fresh(interview).version == 1
    assert "part-edit" not in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_who_may_not_and_what_is_not_there(signed_in, viewer, stranger, interview):
    assert viewer.get(url(interview, "name")).status_code == 403
    assert viewer.post(url(interview, "name"), {"name": "x"}).status_code == 403
    assert stranger.get(url(interview, "name")).status_code == 404
    assert stranger.post(url(interview, "name"), {"name": "x"}).status_code == 404
    assert signed_in.get(url(interview, "status")).status_code == 404
    assert signed_in.delete(url(interview, "name")).status_code == 405


def test_a_save_takes_as_many_queries_however_long_the_plan(signed_in, interview, django_assert_num_queries):
    mine = sent(signed_in, url(interview, "summary"), summary="First")
    page = text(signed_in.post(url(interview, "summary"), mine, headers=HTMX))
    with django_assert_num_queries(22):
        signed_in.post(url(interview, "summary"), mine | digests(page) | {"summary": "Second"}, headers=HTMX)
