"""Signing in and out, and the first run."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from interviews.models import FirstRunLink, User
from interviews.services.first_run import PLACEHOLDER, first_run_link

GOOD = {"email": "Olga@Example.org", "password": "three quiet words"}


def text(response):
    return response.content.decode()


@pytest.fixture
def link(db):
    return f"/first-run/{first_run_link()}/"


def test_a_person_signs_in_with_e_mail_and_password(client, membership):
    answer = client.post("/accounts/login/", {"login": "OLGA@example.org", "password": "a-long-passphrase"})
    assert answer.headers["Location"] == "/interviews/"
    assert client.get("/interviews/").status_code == 200


def test_signing_in_leads_to_where_the_person_was_going(client, membership):
    sent = {"login": "olga@example.org", "password": "a-long-passphrase", "next": "/settings/general/"}
    assert 'value="/settings/general/"' in text(client.get("/accounts/login/?next=/settings/general/"))
    assert client.post("/accounts/login/", sent).headers["Location"] == "/settings/general/"


def test_a_wrong_password_keeps_the_e_mail(client, membership):
    answer = client.post("/accounts/login/", {"login": "olga@example.org", "password": "wrong"})
    assert "not correct" in text(answer)
    assert 'value="olga@example.org"' in text(answer)
    assert "wrong" not in text(answer).replace("field-wrong", "")


def test_an_account_that_is_switched_off_says_so(client, membership, owner):
    owner.is_active = False
    owner.save()
    answer = client.post(
        "/accounts/login/", {"login": "olga@example.org", "password": "a-long-passphrase"}, follow=True
    )
    assert answer.status_code == 200
    assert "This account is switched off" in text(answer)


def test_a_person_signs_out_by_a_post(signed_in):
    assert "Sign out" in text(signed_in.get("/accounts/logout/"))
    assert signed_in.post("/accounts/logout/").headers["Location"] == "/accounts/login/"
    assert signed_in.get("/interviews/").status_code == 302


@pytest.mark.parametrize("path", ["signup", "password/reset", "password/change", "email"])
def test_there_is_no_other_account_page(client, db, path):
    assert client.get(f"/accounts/{path}/").status_code == 404


def test_the_link_makes_the_first_owner_and_signs_in(client, link):
    assert "Set up your account" in text(client.get(link))
    assert client.post(link, GOOD).headers["Location"] == "/interviews/"
    assert client.get("/interviews/").status_code == 200
    assert User.objects.get().check_password("three quiet words")
    assert User.objects.get().email == "olga@example.org"


def test_looking_at_the_link_does_not_spend_it(client, link):
    assert client.get(link).status_code == client.get(link).status_code == 200


def test_a_spent_link_says_what_to_do(client, link):
    client.post(link, GOOD)
    for answer in (Client().get(link), Client().post(link, GOOD)):
        assert answer.status_code == 404
        assert "manage.py up" in text(answer)


def test_an_old_or_unknown_link_says_what_to_do(client, link):
    FirstRunLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "manage.py up" in text(client.get(link))
    assert client.get("/first-run/unknown/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"email": ""}, "email"),
        ({"email": "olga"}, "email"),
        ({"email": "o" * 250 + "@example.org"}, "email"),
        ({"password": ""}, "password"),
        ({"password": "password"}, "password"),
        ({"password": "12345678"}, "password"),
        ({"password": "olga@example.org"}, "password"),
    ],
)
def test_what_cannot_be_comes_back_and_the_link_lives(client, link, typed, field):
    answer = client.post(link, GOOD | typed)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert User.objects.get().email == PLACEHOLDER
    assert client.get(link).status_code == 200


def test_other_verbs_are_refused(client, link):
    assert client.delete(link).status_code == 405


@pytest.mark.parametrize(
    ("seen", "back"),
    [
        ("http://testserver/settings/notifications/?page=2", "/settings/notifications/?page=2"),
        ("http://elsewhere.example/trap/", "/"),
        ("", "/"),
    ],
)
def test_who_is_signed_out_while_sending_comes_back_to_the_page_not_to_what_was_sent(client, db, seen, back):
    answer = client.post("/settings/engine/test/", headers={"Referer": seen})
    assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"next": [back]}
