"""What tests share: a team with its people, an interview, and a browser session for each person."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from interviews.models import Author, Delivery, Interview, Job, Membership, Role, Team, User, write_plan
from interviews.services.generation import Order, start_generation
from tests.pages.outgoing import HOOK, change
from tests.pages.plans import DESCRIPTION, python_plan


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Pages name static files without a manifest; one test runs collectstatic."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def team(db: None) -> Team:
    """A hiring team."""
    return Team.objects.create_named("Clinic software")


@pytest.fixture
def owner(db: None) -> User:
    """A person with a password."""
    return User.objects.create_user("olga@example.org", "a-long-passphrase", name="Olga Owner")


@pytest.fixture
def membership(team: Team, owner: User) -> Membership:
    """The owner's place in the team."""
    return Membership.objects.create(user=owner, team=team, level=Membership.Level.OWNER)


@pytest.fixture
def interview(team: Team, owner: User) -> Interview:
    """A draft of the team, with three skills and four questions."""
    plan = python_plan()
    role = Role.objects.create(team=team, title=plan.role)
    return write_plan(team, role, plan, by=Author(owner.email, owner))


@pytest.fixture
def signed_in(client: Client, membership: Membership) -> Client:
    """The owner's browser."""
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def viewer(team: Team) -> Client:
    """The browser of somebody who may read only."""
    return _browser_of(team, "vera@example.org", Membership.Level.VIEWER)


@pytest.fixture
def stranger(db: None) -> Client:
    """The browser of somebody in another team."""
    return _browser_of(Team.objects.create_named("Another team"), "sam@example.org", Membership.Level.OWNER)


def _browser_of(team: Team, email: str, level: str) -> Client:
    person = User.objects.create_user(email, "a-long-passphrase")
    Membership.objects.create(user=person, team=team, level=level)
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def job(team: Team, owner: User) -> Job:
    """A job that tells of itself at HOOK."""
    return start_generation(team, Order(role="Data analyst", description=DESCRIPTION, notification_url=HOOK))


@pytest.fixture
def three(team: Team, job: Job) -> tuple[Delivery, ...]:
    """A delivered, a waiting and a superseded line of a job, and a test."""
    for message in ("one", "two", "three"):
        job.say(message)
    first, second, third = Delivery.objects.order_by("id")
    change(first, status="delivered", answer_status=200, attempts=1, finished_at=timezone.now())
    later = timezone.now() + timedelta(minutes=12, seconds=30)
    change(second, attempts=2, answer_status=503, next_attempt_at=later)
    change(third, status="superseded", finished_at=timezone.now())
    return first, second, third, Delivery.test(team, HOOK)
