"""The environment: a malformed value stops the start with the variable's name and what it should be."""

import pytest

from tests.product import manage

POSTGRES = "a PostgreSQL address such as postgresql://user:password@host:5432/hiring"


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
        ("HIRING_WORKERS", "many", "a whole number from 1 to 64"),
        ("HIRING_SECRET_KEY", "short", "at least 40 random characters"),
        ("HIRING_LOG_FORMAT", "jsno", "text or json"),
        ("HIRING_LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR or CRITICAL"),
    ],
)  # fmt: skip
def test_a_malformed_value_is_named(tmp_path, name, value, should_be):
    done = manage(tmp_path, "up", "--port", "1", **{name: value})
    assert done.returncode != 0
    assert f"{name} is not usable: it should be {should_be}." in done.stderr
    assert "Traceback" not in done.stderr


def show(tmp_path, expression: str, **environment) -> str:
    code = f"from django.conf import settings; print({expression})"
    return manage(tmp_path, "shell", "-v", "0", "-c", code, **environment).stdout.strip()


def test_without_any_variable_it_is_sqlite_in_the_data_folder_and_not_debug(tmp_path):
    expression = "settings.DEBUG, settings.DATABASES['default']['ENGINE'], settings.ALLOWED_HOSTS"
    expected = "False django.db.backends.sqlite3 ['localhost', '127.0.0.1', '[::1]']"
    assert show(tmp_path, expression) == expected


def test_only_the_web_process_pools_connections(tmp_path):
    url = "postgresql://me:secret@db.example.org:5433/hiring?sslmode=require"
    expression = "settings.DATABASES['default']['OPTIONS'], settings.DATABASES['default']['CONN_MAX_AGE']"
    plain = show(tmp_path, expression, DATABASE_URL=url)
    pooled = show(tmp_path, expression, DATABASE_URL=url, HIRING_DB_POOL="1")
    assert "'sslmode': 'require'" in plain
    assert plain.endswith("} 60")
    assert "pool" not in plain
    assert "'pool': {" in pooled
    assert pooled.endswith(" 0")


def test_a_socket_folder_is_a_fine_host(tmp_path):
    expression = "settings.DATABASES['default']['HOST'], settings.DATABASES['default']['NAME']"
    assert show(tmp_path, expression, DATABASE_URL="postgresql:///hiring?host=/run/pg") == "/run/pg hiring"


def test_a_public_https_address_sets_host_origin_cookies_and_hsts(tmp_path):
    expression = (
        "settings.ALLOWED_HOSTS[-1], settings.CSRF_TRUSTED_ORIGINS, settings.SESSION_COOKIE_SECURE, "
        "settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS > 0"
    )
    shown = show(tmp_path, expression, HIRING_URL="https://hiring.example.org:8443")
    assert shown == "hiring.example.org ['https://hiring.example.org:8443'] True True True"
