"""Reads environment variables; a malformed value stops the start with its name and what it should be."""

import ipaddress
import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.utils.functional import SimpleLazyObject
from psycopg import ProgrammingError, conninfo

from hiring.redaction import hide
from interviews.drafts.language_model import LanguageModel, LanguageModelError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def malformed(name: str, should_be: str) -> SystemExit:
    """The sentence that ends the process. It never repeats the value, which may be a secret."""
    return SystemExit(f"{name} is not usable: it should be {should_be}.")


def text(name: str, default: str = "") -> str:
    """A text; set but blank counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    """A switch: 1 or 0, on or off, yes or no, true or false; off when not set."""
    value = text(name, "0").lower()
    if value in {"1", "on", "yes", "true"}:
        return True
    if value in {"0", "off", "no", "false"}:
        return False
    raise malformed(name, "1 or 0")


def number(name: str, default: int, *, low: int, high: int) -> int:
    """A whole number between two limits."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
        raise malformed(name, f"a whole number from {low} to {high}")
    return int(value)


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of a few words, in small or capital letters."""
    value = text(name, default)
    found = next((word for word in allowed if word.lower() == value.lower()), None)
    if found is None:
        raise malformed(name, f"{', '.join(allowed[:-1])} or {allowed[-1]}")
    return found


def address(name: str) -> SplitResult | None:
    """A public address such as https://hiring.example.org, or None."""
    value = text(name)
    if not value:
        return None
    try:
        parts = urlsplit(value)
        plain = parts.port is None or parts.port > 0
    except ValueError:
        raise malformed(name, "an address such as https://hiring.example.org") from None
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not plain
        or parts.path.strip("/")
        or parts.query
        or parts.username
    ):
        raise malformed(name, "an address such as https://hiring.example.org, without a path")
    return parts


def networks(name: str) -> list[Network]:
    """Networks, separated by spaces or commas."""
    try:
        return [ipaddress.ip_network(value) for value in text(name).replace(",", " ").split()]
    except ValueError:
        raise malformed(name, "networks such as 10.0.0.0/8 192.168.7.4/32, separated by spaces") from None


def hosts(name: str, default: str) -> list[str]:
    """Host names, separated by spaces or commas."""
    found = text(name, default).replace(",", " ").split()
    if any("/" in host or (":" in host and not host.startswith("[")) for host in found):
        raise malformed(name, "host names without scheme and port, separated by spaces")
    return found


def folder(name: str, default: Path) -> Path:
    """A folder; it need not exist yet."""
    path = Path(text(name, str(default))).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise malformed(name, "a folder, not a file")
    return path


def language_model() -> LanguageModel:
    """The language model that the OPENAI_* and HIRING_LLM_* variables name, or one that is not configured."""
    try:
        model = LanguageModel.from_environment(os.environ)
        hide(model.api_key)
        if model.configured or model.model:
            model.complain()
    except LanguageModelError as error:
        raise SystemExit(str(error)) from None
    return model


# For libpq: how soon a connection counts as lost when the other side says nothing any more (seconds; the last in ms).
_PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


def database(name: str, data: Path) -> dict[str, Any]:
    """Django's settings of the database: SQLite in the data folder, or PostgreSQL by a connection string."""
    value = text(name)
    if not value:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "db.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    should_be = "a PostgreSQL address such as postgresql://user:password@host:5432/hiring"
    if not value.startswith(("postgresql://", "postgres://")) and "=" not in value:
        raise malformed(name, should_be)
    try:
        parts = dict(conninfo.conninfo_to_dict(value))
    except ProgrammingError:
        raise malformed(name, should_be) from None
    if not parts.get("dbname"):
        raise malformed(name, should_be)
    settings: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", None) or "",
        "PASSWORD": hide(str(parts.pop("password", None) or "")),
        "HOST": parts.pop("host", None) or "",
        "PORT": str(parts.pop("port", None) or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**_PATIENCE, **parts},
    }
    if flag("HIRING_DB_POOL"):
        settings["CONN_MAX_AGE"] = 0
        settings["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    return settings


class LazySecret(SimpleLazyObject):  # type: ignore[type-arg]
    """A secret that is read when it is first used. Asking whether there is one does not read it."""

    def __bool__(self) -> bool:
        return True


def secret_key(data: Path) -> str:
    """The secret key: HIRING_SECRET_KEY, else one that is generated once and kept in the data folder (mode 0600).

    Two processes that start at the same moment end with the same key: the file appears whole by `os.link`."""
    given = text("HIRING_SECRET_KEY")
    if given:
        if len(given) < 40:
            raise malformed("HIRING_SECRET_KEY", "at least 40 random characters")
        return hide(given)
    path = data / "secret_key"
    try:
        if not path.exists():
            data.mkdir(parents=True, exist_ok=True)
            fresh = data / f"secret_key.{os.getpid()}.{secrets.token_hex(4)}"
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(64))
            try:
                os.link(fresh, path)
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return hide(path.read_text().strip())
    except OSError as error:
        reason = error.strerror or "it cannot be used"
        sys.exit(f"The data folder {data} cannot be written: {reason}. Set HIRING_DATA_DIR to a folder that can.")
