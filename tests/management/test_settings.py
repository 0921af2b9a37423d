"""The environment: a malformed value stops the start with the variable's name and what it should be."""

import os
import runpy
from typing import Any

import pytest

from tests.product import ROOT, manage

POSTGRES = "a PostgreSQL address such as postgresql://user:password@host:5432/hiring"


@pytest.fixture
def settings_with(monkeypatch, tmp_path):
    """Reads the settings as a new process does, with some variables set and no others of ours."""

    def read(**variables: str) -> dict[str, Any]:
        for name in list(os.environ):
            if name.startswith(("HIRING_", "OPENAI_", "DATABASE_")):
                monkeypatch.delenv(name)
        for name, value in {"HIRING_DATA_DIR": str(tmp_path), **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "hiring" / "settings.py"))

    return read


@pytest.mark.parametrize(
    ("name", "value", "should_be"),
    [
        ("HIRING_WORKERS", "many", "a whole number from 1 to 64"),
        # Read last, when it is needed.
        ("HIRING_SECRET_KEY", "short", "at least 40 random characters"),
    ],
)
def test_a_malformed_value_stops_the_start(tmp_path, name, value, should_be):
    done = manage(tmp_path, "up", "--port", "1", **{name: value})
    assert done.returncode != 0
    assert f"{name} is not usable: it should be {should_be}." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "should_be"),
    [
        ("DATABASE_URL", "mysql://x/y", POSTGRES),
        ("DATABASE_URL", "postgresql://host:5432", POSTGRES),
        ("DATABASE_URL", "postgresql://[broken/hiring", POSTGRES),
        ("HIRING_URL", "hiring.example.org", "an address such as https://hiring.example.org, without a path"),
        ("HIRING_URL", "https://a.example.org/path", "an address such as https://hiring.example.org, without a path"),
        ("HIRING_BEHIND_PROXY", "maybe", "1 or 0"),
        ("HIRING_NOTIFY_ALLOW", "10.0.0.1/8", "networks such as 10.0.0.0/8 192.168.7.4/32, separated by spaces"),
        ("HIRING_HOSTS", "https://example.org", "host names without scheme and port, separated by spaces"),
        ("HIRING_WORKERS", "0", "a whole number from 1 to 64"),
        ("HIRING_LOG_FORMAT", "jsno", "text or json"),
        ("HIRING_LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR or CRITICAL"),
    ],
)  # fmt: skip
def test_a_malformed_value_is_named(settings_with, name, value, should_be):
    with pytest.raises(SystemExit) as ended:
        settings_with(**{name: value})
    assert str(ended.value) == f"{name} is not usable: it should be {should_be}."


def test_without_any_variable_it_is_sqlite_in_the_data_folder_and_not_debug(settings_with, tmp_path):
    read = settings_with()
    database = read["DATABASES"]["default"]
    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", tmp_path / "db.sqlite3")
    assert (read["DEBUG"], read["ALLOWED_HOSTS"]) == (False, ["localhost", "127.0.0.1", "[::1]"])


def test_only_the_web_process_pools_connections(settings_with):
    url = "postgresql://me:secret@db.example.org:5433/hiring?sslmode=require"
    plain = settings_with(DATABASE_URL=url)["DATABASES"]["default"]
    pooled = settings_with(DATABASE_URL=url, HIRING_DB_POOL="1")["DATABASES"]["default"]
    assert plain["OPTIONS"]["sslmode"] == "require"
    assert ("pool" in plain["OPTIONS"], plain["CONN_MAX_AGE"]) == (False, 60)
    assert (type(pooled["OPTIONS"]["pool"]), pooled["CONN_MAX_AGE"]) == (dict, 0)


def test_a_socket_folder_is_a_fine_host(settings_with):
    database = settings_with(DATABASE_URL="postgresql:///hiring?host=/run/pg")["DATABASES"]["default"]
    assert (database["HOST"], database["NAME"]) == ("/run/pg", "hiring")


def test_a_public_https_address_sets_host_origin_cookies_and_hsts(settings_with):
    read = settings_with(HIRING_URL="https://hiring.example.org:8443")
    assert (read["ALLOWED_HOSTS"][-1], read["CSRF_TRUSTED_ORIGINS"]) == (
        "hiring.example.org",
        ["https://hiring.example.org:8443"],
    )
    assert (read["SESSION_COOKIE_SECURE"], read["CSRF_COOKIE_SECURE"]) == (True, True)
    assert read["SECURE_HSTS_SECONDS"] > 0
