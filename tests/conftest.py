"""What every test may lean on: a database of its own, a team with an owner and a key, and a small sound plan.

The fixtures of page tests stand in tests/pages/conftest.py."""

import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from interviews.drafts import LanguageModel
from tests import samples
from tests.grouping import GroupScheduling
from tests.management import databases


def pytest_configure(config):
    """Test settings: a data folder of its own, static files without a manifest, passwords hashed at little cost."""
    folder = Path(tempfile.mkdtemp(prefix="hiring-tests-"))
    settings.SECRET_KEY = "only-for-tests-" * 5
    settings.DATA_DIR = folder
    settings.STATIC_ROOT = folder
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["tests.hashing.QuickArgon2PasswordHasher"]
    settings.LANGUAGE_MODEL = LanguageModel()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests of a group share a worker."""
    return GroupScheduling(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file, as in production, so that threads and locks behave as they do there."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        database.setdefault("TEST", {})["NAME"] = str(settings.DATA_DIR / f"{worker}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of this worker, and a copy of it before any test."""
    with django_db_blocker.unblock():
        databases.keep_a_copy()


@pytest.fixture(scope="session")
def ready_database(django_db_setup):
    """Gives a product's data folder a migrated database; see `a_ready_database`."""
    return databases.a_ready_database


@pytest.fixture
def team(db):
    from interviews.models import Team

    return Team.objects.create_named("Harbour Logistics")


@pytest.fixture
def other_team(db):
    from interviews.models import Team

    return Team.objects.create_named("Another Firm")


@pytest.fixture
def owner(team):
    return samples.person(team, "owner@example.org", "owner")


@pytest.fixture
def key(team):
    """The secret of an API key of the team."""
    from interviews.models import ApiKey

    return ApiKey.issue(team, "Applicant system")[1]


@pytest.fixture
def interview(team):
    return samples.interview(team)
