"""`manage.py up`: the whole product, in the foreground."""

import os
import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from interviews.management.supervisor import prepare
from interviews.management.supervisor.processes import Child, Guard
from interviews.management.supervisor.supervising import Children, Supervisor
from interviews.models import RUN_VARIABLE
from interviews.services.first_run import first_run_link


class Command(BaseCommand):
    """Prepares the database and the static files, starts web server and workers, and watches over them."""

    help = "Runs the product: web server, workers, and what watches over them. Ctrl-C stops everything."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
        parser.add_argument("--no-web", action="store_true", help="a machine with workers only")
        parser.add_argument("--no-worker", action="store_true", help="a machine with the web server only")
        parser.add_argument("--workers", type=int, help="how many jobs run at once (default: HIRING_WORKERS or 4)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs until a signal ends it."""
        web, worker = not options["no_web"], not options["no_worker"]
        if not web and not worker:
            raise CommandError("Nothing is left to run: use --no-web or --no-worker, not both.")
        workers = options["workers"] if options["workers"] is not None else settings.Q_CLUSTER["workers"]
        if not 1 <= workers <= 64:
            raise CommandError("--workers should be a whole number from 1 to 64.")
        if not 1 <= options["port"] <= 65535:
            raise CommandError("--port should be a whole number from 1 to 65535.")
        os.environ[RUN_VARIABLE] = secrets.token_hex(4)
        self._prepare(options["host"], options["port"], web=web, alone=web and worker)
        guard = Guard()
        served = cluster = sender = None
        if web:
            served = Child("web server", _web(options["host"], options["port"]), {"HIRING_DB_POOL": "1"}, guard)
        if worker:
            environment = {"HIRING_WORKERS": str(workers), "HIRING_DB_POOL": "0"}
            cluster = Child("cluster", _manage("qcluster"), environment, guard)
            sender = Child("sender of notifications", _manage("send_notifications"), {"HIRING_DB_POOL": "0"}, guard)
        Supervisor(Children(served, cluster, sender), workers, guard).run()
        guard.dismiss()
        self.stdout.write("Stopped.")

    def _prepare(self, host: str, port: int, *, web: bool, alone: bool) -> None:
        prepare.check_shared_secret(alone)
        prepare.check_folder(settings.DATA_DIR)
        str(settings.SECRET_KEY)
        if web:
            prepare.check_port(host, port, self.stdout.write)
        prepare.prepare_database()
        if not web:
            self.stdout.write("Workers are starting.")
            self.stdout.write(f"New plans are written by {_engine()}. All machines should have the same settings.")
            return
        prepare.prepare_static_files()
        base = settings.PUBLIC_URL.geturl().rstrip("/") if settings.PUBLIC_URL else _local(host, port)
        self.stdout.write(f"Interviews are at {base}/")
        secret = first_run_link()
        if secret:
            self.stdout.write(f"First run: open {base}/first-run/{secret}/ within 24 hours to set e-mail and password.")
        self.stdout.write("Ctrl-C stops everything.")
        self.stdout.flush()


def _engine() -> str:
    model = settings.LANGUAGE_MODEL
    return f"the language model {model.model_name}" if model.configured else "the built-in engine"


def _local(host: str, port: int) -> str:
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}"


def _web(host: str, port: int) -> list[str]:
    options = "--interface wsgi --workers 2 --blocking-threads 4 --respawn-failed-workers --no-ws --log-level warning"
    place = ["--host", host, "--port", str(port)]
    log = ["--log-config", str(settings.BASE_DIR / "hiring" / "granian.json")]
    return [sys.executable, "-m", "hiring.granian", *options.split(), *log, *place, "hiring.wsgi:application"]


def _manage(command: str) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), command]
