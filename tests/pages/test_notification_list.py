"""The list of a team's notifications: narrowed, paged, kept up to date."""

import pytest
from django.utils import timezone

from interviews.models import Delivery
from interviews.services.generation import Order, start_generation
from tests.pages.outgoing import HOOK, HTMX, URL, change, text
from tests.pages.plans import DESCRIPTION


def rows(response):
    return [row.message for row in response.context["rows"]]


def test_the_list_shows_the_newest_first(signed_in, three):
    answer = signed_in.get(URL)
    assert rows(answer) == ["Test notification: nothing has happened", "three", "two", "one"]
    page = text(answer)
    for words in ("Delivered", "Waiting", "Superseded", "in 12", "503", "Data analyst"):
        assert words in page


@pytest.mark.parametrize(
    ("state", "messages"),
    [
        ("delivered", ["one"]),
        ("pending", ["Test notification: nothing has happened", "two"]),
        ("superseded", ["three"]),
        ("failed", []),
        ("test", ["Test notification: nothing has happened"]),
    ],
)
def test_a_state_narrows_the_list(signed_in, three, state, messages):
    assert rows(signed_in.get(URL, {"state": state})) == messages


def test_a_job_narrows_the_list(signed_in, team, three, job):
    other = start_generation(team, Order(role="Cook", description=DESCRIPTION, notification_url=HOOK))
    other.say("cooking")
    assert rows(signed_in.get(URL, {"job": str(other.pk)})) == ["cooking"]
    assert rows(signed_in.get(URL, {"job": str(job.pk), "state": "delivered"})) == ["one"]


def test_htmx_gets_the_list_alone(signed_in, three):
    answer = text(signed_in.get(URL, {"state": "delivered"}, headers=HTMX))
    assert answer.strip().startswith('<div id="deliveries"')


def test_nothing_that_fits_offers_all(signed_in, three):
    page = text(signed_in.get(URL, {"state": "failed"}))
    assert "No notification fits." in page
    assert "Show all" in page


@pytest.mark.parametrize("query", [{"state": "no"}, {"job": "no"}, {"page": "x"}, {"page": "99"}, {"job": "a\x00b"}])
def test_a_query_that_makes_no_sense_is_no_error(signed_in, three, query):
    assert len(rows(signed_in.get(URL, query))) == 4


def test_the_job_of_another_team_shows_nothing(signed_in, stranger, three, job):
    answer = stranger.get(URL, {"job": str(job.pk)})
    assert rows(answer) == []
    assert answer.context["jobs"] == []


def test_a_page_has_25_rows_and_costs_the_same_as_one(signed_in, job, django_assert_num_queries):
    job.say("first")
    with django_assert_num_queries(11):
        signed_in.get(URL)
    for number in range(30):
        job.say(str(number))
    with django_assert_num_queries(11):
        answer = signed_in.get(URL)
    assert len(rows(answer)) == 25
    assert rows(signed_in.get(URL, {"page": "2"}))[-1] == "first"


def test_the_list_is_kept_up_to_date_and_says_nothing_while_nothing_moves(signed_in, three):
    listed = signed_in.get(URL).context["listed"]
    assert signed_in.get(URL, {"listed": listed}, headers=HTMX).status_code == 204
    change(
        Delivery.objects.filter(status="pending").first(), status="delivered", attempts=1, finished_at=timezone.now()
    )
    moved = signed_in.get(URL, {"listed": listed}, headers=HTMX)
    assert text(moved).strip().startswith('<div id="listed"')
    assert moved.context["listed"] != listed
    assert "listed=" not in moved.context["query"], "links of the list are those of the page"
