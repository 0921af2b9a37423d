"""The team: what it is called and who is in it."""

import pytest

from interviews.models import Membership, User

URL = "/settings/team/"


def text(answer):
    return answer.content.decode()


@pytest.fixture
def members(team):
    for email, name, level in (("ed@example.org", "Ed", "editor"), ("no-name@example.org", "", "viewer")):
        person = User.objects.create_user(email, "a-long-passphrase", name=name)
        Membership.objects.create(user=person, team=team, level=level)


def test_an_owner_renames_the_team_and_candidates_read_it(signed_in, team, interview):
    answer = signed_in.post(URL, {"name": "  Harbour \n Logistics "}, follow=True)
    team.refresh_from_db()
    assert (team.name, team.slug) == ("Harbour Logistics", "clinic-software")
    assert "Candidates read the new name" in text(answer)
    assert "working with Harbour Logistics" in text(signed_in.get(f"/interviews/{interview.pk}/candidate/"))


def test_the_page_says_who_is_in_it_and_the_menu_leads_there(signed_in, members, stranger):
    page = text(signed_in.get(URL))
    expected = [
        "Olga Owner",
        "olga@example.org",
        "Owner",
        "Ed",
        "ed@example.org",
        "Editor",
        "no-name@example.org",
        "Viewer",
    ]
    assert [words for words in expected if words not in page] == []
    assert "sam@example.org" not in page
    assert f'href="{URL}"' in text(signed_in.get("/interviews/"))


def test_others_read_and_do_not_rename(viewer, team, client):
    assert "An owner of the team can rename it." in text(viewer.get(URL))
    assert 'name="name"' not in text(viewer.get(URL))
    assert viewer.post(URL, {"name": "Mine"}).status_code == 403
    assert client.post(URL, {"name": "Mine"}).headers["Location"].startswith("/accounts/login/")
    team.refresh_from_db()
    assert team.name == "Clinic software"


@pytest.mark.parametrize(("name", "problem"), [(" ", "Enter a name"), ("a" * 101, "is 101 characters long")])
def test_a_name_that_cannot_be_comes_back(signed_in, team, name, problem):
    answer = signed_in.post(URL, {"name": name})
    assert (answer.status_code, problem in text(answer)) == (422, True)
    team.refresh_from_db()
    assert team.name == "Clinic software"


def test_more_people_take_no_more_queries(signed_in, membership, django_assert_num_queries):
    signed_in.get(URL)
    with django_assert_num_queries(6):
        signed_in.get(URL)
    for number in range(3):
        Membership.objects.create(user=User.objects.create_user(f"p{number}@example.org"), team=membership.team)
    with django_assert_num_queries(6):
        signed_in.get(URL)


def test_wrong_methods_are_refused(signed_in):
    assert signed_in.delete(URL).status_code == 405
