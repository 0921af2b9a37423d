"""What must be true before anything starts. Each failure is one clear sentence."""

import errno
import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from interviews.management.supervisor import guard

MIGRATING_ATTEMPTS = 5
MIGRATING_PAUSE = 3.0
# Of the product alone, among the numbers that programs on one PostgreSQL database agree on.
MIGRATING_LOCK = 5_208_041_977
# As long as a guard takes to end what a dead run has left.
ENDING_SECONDS = guard.GRACE_SECONDS + 1.0


def check_shared_secret(alone: bool) -> None:
    """Machines that share a database must share the secret key."""
    if not alone and os.environ.get("DATABASE_URL", "").strip() and not os.environ.get("HIRING_SECRET_KEY", "").strip():
        raise CommandError(
            "HIRING_SECRET_KEY must be set with --no-web or --no-worker: all machines on one database share it. "
            'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(64))"'
        )


def check_folder(folder: Path) -> None:
    """The data folder can be made and written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        reason = error.strerror or "it cannot be used"
        raise CommandError(
            f"The data folder {folder} cannot be written: {reason}. Set HIRING_DATA_DIR to a folder that can."
        ) from None


def check_port(host: str, port: int, say: Callable[[str], object]) -> None:
    """Nothing else listens there; a run that is just ending gets a few seconds to let go of it."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError:
        raise CommandError(f"The host {host} is not an address of this machine. Choose another with --host.") from None
    deadline = time.monotonic() + ENDING_SECONDS
    if _is_taken(host, port, found[0]):
        say(f"Port {port} is taken; waiting a few seconds for it.")
    while _is_taken(host, port, found[0]):
        if time.monotonic() > deadline:
            raise CommandError(
                f"Port {port} on {host} is taken by another program. Stop it, or choose another with --port."
            )
        time.sleep(0.2)


def _is_taken(host: str, port: int, found: Any) -> bool:
    family, kind, protocol, _, address = found
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            raise CommandError(f"Port {port} needs more rights than this user has. Choose one from 1024 up.") from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return True
            raise CommandError(
                f"The host {host} is not an address of this machine. Choose another with --host."
            ) from None
    return False


def prepare_database() -> None:
    """Connects, migrates and makes the cache table."""
    try:
        connection.ensure_connection()
    except (OperationalError, DatabaseError) as error:
        first = (str(error).splitlines() or ["no reason given"])[0]
        raise CommandError(
            f"The database cannot be reached: {first}. Check DATABASE_URL and that the server runs."
        ) from None
    for attempt in range(MIGRATING_ATTEMPTS):
        try:
            _migrate()
        except (DatabaseError, CommandError):
            # Another machine that starts now may have been faster at the same change; of the cache table a
            # CommandError tells.
            if attempt == MIGRATING_ATTEMPTS - 1:
                raise
            connection.close()
            time.sleep(MIGRATING_PAUSE)
        else:
            return


def _migrate() -> None:
    with _one_machine_at_a_time():
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)


@contextmanager
def _one_machine_at_a_time() -> Iterator[None]:
    """On PostgreSQL, which machines share: one that starts meanwhile waits, however long the other takes.

    The end of the connection lets go of the lock, whatever happened."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING_LOCK])
    try:
        yield
    finally:
        connection.close()


def prepare_static_files() -> None:
    """Collects the static files, unless they were collected since the code last changed."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    now = _fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True, stdout=StringIO())
    stamp.write_text(now)


def _fingerprint() -> str:
    import_roots = [Path(__file__).resolve().parents[3] / "static", Path(settings.BASE_DIR) / "requirements.lock"]
    files = [path for root in import_roots for path in ([root] if root.is_file() else sorted(root.rglob("*")))]
    return "\n".join(f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in files if path.is_file())
