"""The database: it answers, fits this version, and stands where it can be relied on."""

import sqlite3
import time
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from interviews.management.doctor.findings import Finding, Findings, ok, warning, wrong

CHECK_SECONDS = 10.0
# Each worker runs a job and its heartbeat; the two web processes pool 8 each; cluster, sender and `up` need a few.
FOR_A_WORKER, FOR_THE_REST = 2, 24
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "lustre", "afs", "fuse.sshfs"})
OLDEST = 14
DAMAGED = "Stop the product and restore a backup; `sqlite3 db.sqlite3 .recover` saves what can be read."
LOOK_AT_FOLDER = "Check that the data folder can be read and written."
LOOK_THERE = "Check DATABASE_URL, that the server runs, what its log says, and that this machine may reach it."


def is_sqlite() -> bool:
    """Whether it is the file in the data folder."""
    return connection.vendor == "sqlite"


def nothing_yet() -> bool:
    """Whether SQLite's file has not been made; looking into it would make it."""
    return is_sqlite() and not Path(str(connection.settings_dict["NAME"])).exists()


def check_database() -> Findings:
    """Everything about it. What needs an answer is looked at only if there is one."""
    if nothing_yet():
        yield warning("database", "nothing has been set up here yet.", "Run manage.py up.")
        return
    try:
        connection.ensure_connection()
        if not is_sqlite():
            with connection.cursor() as cursor:
                cursor.execute("SET statement_timeout = '10s'")
    except (DatabaseError, InterfaceError) as error:
        yield wrong("database", f"it cannot be reached: {_first_line(error)}.", _mend(error))
        return
    yield ok("database", f"{connection.display_name} answers")
    try:
        yield _migrated()
        yield from _sqlite(Path(str(connection.settings_dict["NAME"]))) if is_sqlite() else _postgres()
    except (DatabaseError, InterfaceError) as error:
        yield wrong("database", f"it answers with an error: {_first_line(error)}.", _mend(error))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0]


def _mend(error: Exception) -> str:
    """By SQLite's two kinds of error: OperationalError for what is around the file, DatabaseError for what is in it."""
    if not is_sqlite():
        return LOOK_THERE
    return LOOK_AT_FOLDER if isinstance(error, OperationalError) else DAMAGED


def _migrated() -> Finding:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return wrong(
            "migrations",
            f"{len(missing)} have not been applied.",
            "Run manage.py up, or manage.py migrate, after a backup.",
        )
    newer = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    ours = sorted(name for app, name in newer if app == "interviews")
    if ours:
        return warning(
            "migrations",
            f"the database is newer than this version: {', '.join(ours)}.",
            "Start the version that it was last used with, or restore a backup.",
        )
    return ok("migrations", "all are applied")


def _sqlite(path: Path) -> Findings:
    kind = file_system(path)
    if kind in NETWORK:
        yield warning(
            "database",
            f"SQLite stands on a network file system ({kind}), where its locks do not hold: it may be damaged.",
            "Set HIRING_DATA_DIR to a local disk, or use PostgreSQL by DATABASE_URL.",
        )
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "wal":
        yield warning(
            "database",
            f"SQLite's write-ahead log is not in use (it is “{mode}”): readers and writers wait for each other.",
            "Set HIRING_DATA_DIR to a local disk; some file systems cannot have it.",
        )
    yield _whole()


def _whole() -> Finding:
    """`PRAGMA quick_check`, broken off when it takes long."""
    until = time.monotonic() + CHECK_SECONDS
    connection.connection.set_progress_handler(lambda: time.monotonic() > until, 10_000)
    try:
        with connection.cursor() as cursor:
            said = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    except DatabaseError as error:
        if isinstance(error.__cause__, sqlite3.OperationalError) and "interrupted" in str(error):
            return ok(
                "database", f"no damage was found in {CHECK_SECONDS:.0f} s; it is too large to be read to its end"
            )
        said = str(error)
    finally:
        connection.connection.set_progress_handler(None, 0)
    if said == "ok":
        return ok("database", "the file is whole")
    return wrong(
        "database",
        "the file is damaged.",
        DAMAGED,
    )


def file_system(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system that a path stands on, as Linux calls it; empty where that cannot be told."""
    try:
        rows = [line.split() for line in mounts.read_text().splitlines()]
    except OSError:
        return ""
    found = {Path(row[4].replace("\\040", " ")): row[row.index("-") + 1] for row in rows}
    resolved = path.resolve()
    return next((found[place] for place in (resolved, *resolved.parents) if place in found), "")


def _postgres() -> Findings:
    version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    if version < OLDEST:
        yield wrong("database", f"PostgreSQL {version} is too old.", f"Use PostgreSQL {OLDEST} or newer.")
    else:
        yield ok("database", f"PostgreSQL {version}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('max_connections'), current_setting('superuser_reserved_connections')")
        most, reserved = (int(value) for value in cursor.fetchone())
    room, workers = most - reserved, settings.Q_CLUSTER["workers"]
    needed = FOR_A_WORKER * workers + FOR_THE_REST
    if needed > room:
        yield warning(
            "database",
            f"it takes {room} connections, and this machine may use {needed} with {workers} workers.",
            "Raise max_connections in PostgreSQL, or lower HIRING_WORKERS.",
        )
    else:
        yield ok("database", f"it takes {room} connections; this machine uses at most {needed}")
