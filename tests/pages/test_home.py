"""The list of interviews."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Author, Interview, Job, Membership, Role, Team, write_plan
from interviews.services.generation import Order, start_generation
from tests.pages.plans import DESCRIPTION, python_plan

HTMX = {"HX-Request": "true"}


@pytest.fixture
def job(team, owner):
    return start_generation(team, Order(role="Data analyst", description=DESCRIPTION), person=owner)


def text(response):
    return response.content.decode()


def test_the_start_address_leads_to_the_interviews(client):
    assert client.get("/").headers["Location"] == "/interviews/"


def test_a_row_shows_name_status_skills_minutes_and_last_change(signed_in, interview):
    page = text(signed_in.get("/interviews/"))
    assert f'href="/interviews/{interview.pk}/"' in page
    assert "Senior Python Developer" in page
    assert "PostgreSQL, REST APIs in Django and FastAPI, Kubernetes" in page
    assert ">24<" in page
    assert "Draft" in page
    assert "just now" in page


def test_times_are_exact_in_the_persons_zone(signed_in, interview, owner):
    owner.time_zone = "Asia/Tokyo"
    owner.save()
    Interview.objects.update(updated_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert "2 March 2026, 08:30:00 JST" in text(signed_in.get("/interviews/"))


def test_without_interviews_three_sample_postings_are_offered(signed_in):
    page = text(signed_in.get("/interviews/"))
    assert page.count("/interviews/new/?sample=") == 3
    assert "New interview" in page


def test_a_viewer_is_not_offered_to_make_one(viewer):
    assert "/interviews/new/" not in text(viewer.get("/interviews/"))


def test_words_are_looked_for_in_name_and_skills(signed_in, interview):
    assert "interview-" in text(signed_in.get("/interviews/", {"q": "python"}))
    assert "interview-" in text(signed_in.get("/interviews/", {"q": "senior KUBERNETES"}))
    assert "No interview fits this search." in text(signed_in.get("/interviews/", {"q": "nurse"}))


def test_status_and_role_narrow_the_list(signed_in, interview):
    assert f"interview-{interview.pk}" in text(signed_in.get("/interviews/", {"role": interview.role_id}))
    assert "No interview fits" in text(signed_in.get("/interviews/", {"status": "published"}))


def test_it_is_sorted_by_last_change_name_or_minutes(signed_in, interview, team):
    plan = python_plan()
    plan.name, plan.skills = "Accountant", plan.skills[:1]
    write_plan(team, interview.role, plan, by=Author(""))
    Interview.objects.filter(pk=interview.pk).update(updated_at=timezone.now() - timedelta(hours=1))

    def order(sort):
        page = text(signed_in.get("/interviews/", {"sort": sort}))
        return page.index('dir="auto">Accountant</a>') < page.index('dir="auto">Senior Python Developer</a>')

    assert [order("changed"), order("name"), order("minutes")] == [True, True, False]


@pytest.mark.parametrize(
    "query", [{"page": "abc"}, {"page": "99"}, {"role": "9" * 40}, {"status": "no"}, {"sort": "no"}, {"q": "a\x00b"}]
)
def test_a_query_that_makes_no_sense_is_no_error(signed_in, interview, query):
    assert signed_in.get("/interviews/", query).status_code == 200


def test_the_list_has_pages_and_keeps_the_search_on_them(signed_in, team):
    role = Role.objects.create(team=team, title="Developer")
    Interview.objects.bulk_create(
        Interview(
            team=team, role=role, name=f"Interview {number:02}", seniority="mid", engine="library", description="x"
        )
        for number in range(26)
    )
    first = text(signed_in.get("/interviews/", {"sort": "name"}))
    assert "Interview 24" in first
    assert "Interview 25" not in first
    assert "?sort=name&amp;page=2" in first
    assert "Interview 25" in text(signed_in.get("/interviews/", {"sort": "name", "page": 2}))


def test_a_job_under_way_stands_on_top(signed_in, job):
    page = text(signed_in.get("/interviews/"))
    assert f'href="/jobs/{job.pk}/"' in page
    assert "Waiting to start" in page
    assert 'hx-trigger="every 1s"' in page


def test_a_job_that_failed_today_stands_on_top_with_its_reason(signed_in, job):
    Job.objects.update(status="failed", error="The model is not there.", finished_at=timezone.now())
    assert "The model is not there." in text(signed_in.get("/interviews/"))
    Job.objects.update(finished_at=timezone.now() - timedelta(days=2))
    assert "The model is not there." not in text(signed_in.get("/interviews/"))


def test_a_poll_answers_204_until_a_job_moves(signed_in, job):
    signature = signed_in.get("/interviews/").context["signature"]
    assert signed_in.get("/interviews/", {"jobs": signature}, headers=HTMX).status_code == 204
    job.cancel()
    moved = signed_in.get("/interviews/", {"jobs": signature}, headers=HTMX)
    assert moved.status_code == 200
    assert "<html" not in text(moved)


def test_going_back_through_history_asks_for_the_whole_page(signed_in, interview):
    page = signed_in.get("/interviews/", headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert "<html" in text(page)


def test_interviews_and_jobs_of_another_team_are_not_shown(stranger, interview, job):
    page = text(stranger.get("/interviews/"))
    assert "Senior Python Developer" not in page
    assert "Data analyst" not in page


def test_it_takes_the_same_queries_however_many_rows(signed_in, interview, team, django_assert_num_queries):
    with django_assert_num_queries(11):
        signed_in.get("/interviews/")
    for number in range(5):
        plan = python_plan()
        plan.name = f"Interview {number}"
        write_plan(team, interview.role, plan, by=Author(""))
    with django_assert_num_queries(11):
        signed_in.get("/interviews/")


def test_a_person_of_several_teams_changes_between_them(signed_in, owner, interview):
    other = Team.objects.create_named("Field services")
    Membership.objects.create(user=owner, team=other)
    assert "Field services" in text(signed_in.get("/interviews/"))
    changed = signed_in.post(reverse("choose_team"), {"team": other.pk})
    assert changed.headers["Location"] == "/interviews/"
    assert "Senior Python Developer" not in text(signed_in.get("/interviews/"))


@pytest.mark.parametrize("wanted", ["", "abc", "999999"])
def test_a_team_that_the_person_is_not_in_is_not_found(signed_in, wanted):
    assert signed_in.post(reverse("choose_team"), {"team": wanted}).status_code == 404


def test_changing_the_team_is_a_post(signed_in):
    assert signed_in.get(reverse("choose_team")).status_code == 405


def test_the_list_is_a_get(signed_in):
    assert signed_in.post("/interviews/").status_code == 405


def test_who_is_not_signed_in_is_sent_to_sign_in(client):
    assert client.get("/interviews/?q=a").headers["Location"] == "/accounts/login/?next=/interviews/%3Fq%3Da"


def test_a_poll_after_signing_out_takes_the_whole_page_to_sign_in(client):
    answer = client.get("/interviews/", headers=HTMX | {"HX-Current-URL": "http://testserver/interviews/?q=a"})
    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Finterviews%2F%3Fq%3Da"


@pytest.mark.parametrize(
    "seen", ["http://[::1", "http://℀/", "http://testserver//evil.example/", "http://testserver/\\evil.example", "x"]
)
@pytest.mark.parametrize("is_part", [True, False])
def test_an_address_that_leads_nowhere_here_is_not_gone_back_to(client, interview, seen, is_part):
    headers = HTMX | {"HX-Current-URL": seen} if is_part else {"Referer": seen}
    answer = client.post(f"/interviews/{interview.pk}/skills/evenly/", headers=headers)
    if is_part:
        assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2F"
    else:
        assert answer.headers["Location"] == "/accounts/login/?next=/"
