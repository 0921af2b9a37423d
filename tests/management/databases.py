"""Databases for products that tests start."""

import os

import psycopg


def a_database_of_its_own() -> dict[str, str]:
    """SQLite in the data folder, or a new database on the PostgreSQL server of this test run."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {}
    name = f"product_{os.getpid()}_{os.urandom(3).hex()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return {"DATABASE_URL": psycopg.conninfo.make_conninfo(url, dbname=name)}
