"""What was typed into a question's form that could not be taken: kept for its person, and for nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client

from interviews.models import Membership, Question, User
from interviews.pages import typed

ADDRESS = "/questions/{}/edit/"
PASSWORD = "a-long-passphrase"


@pytest.fixture
def address(interview):
    return ADDRESS.format(Question.objects.filter(skill__interview=interview).first().pk)


@pytest.fixture
def mine(owner):
    return {"prompt": "Typed with care?", "keeper": typed.sign_of(owner.pk)}


@pytest.fixture
def colleague(team):
    made = User.objects.create_user("other@example.org", PASSWORD)
    Membership.objects.create(user=made, team=team, level="editor")
    return made


def test_it_is_gone_as_soon_as_somebody_else_signs_in(address, mine, owner, colleague):
    shared = Client()
    shared.post(address, mine)
    assert shared.session["typed"]["person"] == owner.pk
    shared.post("/accounts/login/", {"login": colleague.email, "password": PASSWORD})
    assert "_auth_user_id" in shared.session
    assert "typed" not in shared.session


def test_a_form_that_is_too_old_is_refused_while_somebody_else_is_signed_in(address, mine, colleague):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(colleague, backend="django.contrib.auth.backends.ModelBackend")
    assert strict.post(address, mine).status_code == 403
    assert "typed" not in strict.session


@pytest.mark.parametrize("sign", [None, "", "made up", "a:b:c", "\0"])
def test_nothing_is_kept_without_the_sign_of_a_page(address, mine, sign):
    away, rows = Client(), Session.objects.count()
    sent = mine | {"keeper": sign} if sign is not None else {"prompt": mine["prompt"]}
    assert away.post(address, sent).headers["Location"] == "/accounts/login/?next=/"
    assert Session.objects.count() == rows


def test_nothing_is_kept_by_a_sign_that_is_too_old_or_of_another_use(address, mine, owner, monkeypatch):
    rows = Session.objects.count()
    Client().post(address, mine | {"keeper": signing.dumps(owner.pk)})
    with monkeypatch.context() as past:
        past.setattr("django.core.signing.time.time", lambda: 0)
        old = typed.sign_of(owner.pk)
    Client().post(address, mine | {"keeper": old})
    assert Session.objects.count() == rows


def test_nothing_is_kept_that_is_too_long(address, mine):
    away, rows = Client(), Session.objects.count()
    assert away.post(address, mine | {"prompt": "x" * typed.MOST}).headers["Location"] == "/accounts/login/?next=/"
    assert Session.objects.count() == rows


def test_a_session_keeps_one_text(address, mine):
    away = Client()
    away.post(address, mine)
    away.post(address, mine | {"prompt": "Later?"})
    assert away.session["typed"]["sent"] == "prompt=Later%3F"


def test_a_form_sent_in_parts_is_kept_like_any_other_when_its_token_is_too_old(address, mine):
    """Reading its fields for the token uses the body up."""
    away = Client(enforce_csrf_checks=True)
    away.cookies["csrftoken"] = "a" * 32
    assert away.post(address, mine).headers["Location"] == f"/accounts/login/?next={address}"
