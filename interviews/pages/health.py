"""`/healthz` and `/readyz`, for load balancers and whatever starts containers: no session, no host, no stranger's text.

They come every second and by bare addresses, so they are answered before the host is looked at."""

import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from functools import lru_cache
from threading import Lock, Thread

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from interviews.models import Cluster

logger = logging.getLogger(__name__)

SECONDS = 3.0
# A look that hangs for so long is left alone: its connection may never end, and the database may be back elsewhere.
LEFT_ALONE_AFTER = 30.0
OK = "ok"
NO_DATABASE = "The database cannot be reached."
LATE = f"The database did not answer within {SECONDS:.0f} seconds."
NOT_ASKED = "This is known only when the others are ok."
NOT_MIGRATED = "The database is not migrated to this version. Run manage.py up, or manage.py migrate."
NO_CLUSTER = "No cluster of workers is alive: none was seen in the last 30 seconds, or it was stopped."

Checks = dict[str, str]


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers; touches no database."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when requests and jobs would get on, else 503 with what is missing; within a few seconds in any case."""
    checks = _look.checks()
    ready = set(checks.values()) == {OK}
    response = JsonResponse(
        {"status": "ready" if ready else "not ready", "checks": checks}, status=200 if ready else 503
    )
    # Django would write an error to the log each second; `_Look` tells of changes.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


PROBES = {"/healthz": healthz, "/readyz": readyz}


def answer_probes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers the probes under any host; everything else goes on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info)
        return get_response(request) if probe is None else probe(request)

    return middleware


class _Look:
    """One look at the database at a time, in a thread of its own: requests that come meanwhile wait for the same one,
    and a database that hangs holds that thread and no more."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._under_way: Future[Checks] | None = None
        self._began = 0.0
        self._was: Checks = {}

    def checks(self) -> Checks:
        """What a look gives within SECONDS."""
        try:
            found = self._shared().result(SECONDS)
        except NotYet:
            found = {"database": LATE, "migrations": NOT_ASKED, "cluster": NOT_ASKED}
        self._tell(found)
        return found

    def _shared(self) -> "Future[Checks]":
        with self._lock:
            hangs = time.monotonic() - self._began > LEFT_ALONE_AFTER
            if self._under_way is None or self._under_way.done() or hangs:
                self._under_way, self._began = Future(), time.monotonic()
                Thread(target=_found, args=(self._under_way,), name="readiness", daemon=True).start()
            return self._under_way

    def _tell(self, found: Mapping[str, str]) -> None:
        before, self._was = self._was, dict(found)
        if before != found and (before or set(found.values()) != {OK}):
            wrong = [f"{name}: {said}" for name, said in found.items() if said != OK]
            logger.log(logging.WARNING if wrong else logging.INFO, "; ".join(wrong) or "ready again")


_look = _Look()
_migrated = False


def _found(answer: "Future[Checks]") -> None:
    checks = dict.fromkeys(("database", "migrations", "cluster"), NOT_ASKED)
    try:
        connection.ensure_connection()
        checks["migrations"] = OK if _is_migrated() else NOT_MIGRATED
        if checks["migrations"] == OK:
            checks["cluster"] = OK if Cluster.objects.alive().exists() else NO_CLUSTER
        checks["database"] = OK
    except (DatabaseError, InterfaceError):
        checks = {**dict.fromkeys(checks, NOT_ASKED), "database": NO_DATABASE}
    except BaseException as error:
        answer.set_exception(error)
        raise
    finally:
        connection.close()
    answer.set_result(checks)


def _is_migrated() -> bool:
    """A good answer is remembered: this process does not become newer than its database."""
    global _migrated
    _migrated = _migrated or _newest() <= set(MigrationRecorder(connection).applied_migrations())
    return _migrated


@lru_cache(maxsize=1)
def _newest() -> frozenset[tuple[str, str]]:
    """The last migration of each application, as the code has them."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())
