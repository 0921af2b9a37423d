"""Databases for products that tests start: empty ones, and ones whose migrations are done, which take long."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection


def a_database_of_its_own() -> dict[str, str]:
    """An empty one: SQLite in the data folder, or a new database on the PostgreSQL server of this test run."""
    return _created("template1") if os.environ.get("DATABASE_URL") else {}


def a_ready_database(folder: Path) -> dict[str, str]:
    """One that is migrated and holds nothing yet, for the product of a data folder. Tests ask for `ready_database`."""
    if os.environ.get("DATABASE_URL"):
        return _created(_kept_name())
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_kept_file(), folder / "db.sqlite3")
    return {}


def value_of(query: str, folder: Path, environment: dict[str, str]) -> Any:
    """The one value that a query gives on the database of a product, which may run; None without a row."""
    url = environment.get("DATABASE_URL")
    with closing(psycopg.connect(url) if url else sqlite3.connect(folder / "db.sqlite3", timeout=20)) as database:
        row = database.execute(query).fetchone()
    return row[0] if row else None


def keep_a_copy() -> None:
    """Keeps the test database as it is now; what `a_ready_database` gives is like it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(_kept_file())])
        return
    name = connection.settings_dict["NAME"]
    connection.close()
    _created(name, _kept_name())


def _kept_file() -> Path:
    return Path(settings.DATA_DIR) / f"ready-{os.getpid()}.sqlite3"


def _kept_name() -> str:
    return f"ready_{os.getpid()}"


def _created(template: str, name: str = "") -> dict[str, str]:
    url = os.environ["DATABASE_URL"]
    name = name or f"product_{os.getpid()}_{os.urandom(3).hex()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return {"DATABASE_URL": psycopg.conninfo.make_conninfo(url, dbname=name)}
