"""The first minutes: one link, one owner, once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from interviews.models import FirstRunLink, Team, User
from interviews.services.first_run import PLACEHOLDER, first_run_link, open_first_run


def test_the_first_start_makes_a_team_and_an_owner_who_cannot_sign_in_yet(db):
    secret = first_run_link()
    owner = User.objects.get()
    assert (owner.email, owner.has_usable_password(), owner.memberships.get().level) == (PLACEHOLDER, False, "owner")
    assert FirstRunLink.find(secret).team == Team.objects.get()


def test_only_the_digest_of_the_link_is_stored(db):
    secret = first_run_link()
    assert secret not in str(FirstRunLink.objects.values().get())


def test_the_next_start_gives_a_fresh_link_and_ends_the_old_one(db):
    old = first_run_link()
    new = first_run_link()
    assert (FirstRunLink.find(old), User.objects.count()) == (None, 1)
    assert FirstRunLink.find(new) is not None


def test_opening_the_link_sets_e_mail_and_password_once(db):
    link = FirstRunLink.find(first_run_link())
    user = open_first_run(link, "Olga@Example.org", "correct horse battery")
    assert (user.email, user.check_password("correct horse battery")) == ("olga@example.org", True)
    assert open_first_run(link, "eve@example.org", "correct horse battery") is None
    assert first_run_link() is None


@pytest.mark.parametrize(("email", "password"), [("no e-mail", "correct horse battery"), ("a@example.org", "123")])
def test_a_bad_e_mail_or_a_weak_password_spends_nothing(db, email, password):
    secret = first_run_link()
    with pytest.raises(ValidationError):
        open_first_run(FirstRunLink.find(secret), email, password)
    assert FirstRunLink.find(secret) is not None


def test_a_link_ends_after_a_day(db):
    secret = first_run_link()
    FirstRunLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert FirstRunLink.find(secret) is None


def test_a_link_is_worth_nothing_once_an_owner_has_signed_in(db):
    secret = first_run_link()
    User.objects.update(last_login=timezone.now())
    assert FirstRunLink.find(secret) is None


def test_an_installation_with_people_gets_no_link(owner):
    assert first_run_link() is None
