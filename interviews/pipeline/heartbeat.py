"""Keeps a job's lease while slow work runs, and notices when the job is no longer ours or was cancelled."""

import logging
import threading
import time
from contextvars import copy_context
from types import TracebackType

from django.db import DatabaseError, InterfaceError, connection

from interviews.models import Job

logger = logging.getLogger(__name__)

SECONDS = 10.0
# How soon a cancel is seen; reading is cheap, renewing writes.
LOOK_EVERY = 2.0


class Heartbeat:
    """A thread that renews the lease every few seconds; it has a database connection of its own."""

    def __init__(self, job: Job, owner: str) -> None:
        self._job, self._owner = job, owner
        self._ended = threading.Event()
        self._lost = threading.Event()
        self._thread = threading.Thread(target=copy_context().run, args=(self._beat,), name="heartbeat", daemon=True)

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def stopped(self) -> bool:
        """Whether the work should stop: somebody else has the job, or a person cancelled it."""
        return self._lost.is_set()

    def _beat(self) -> None:
        renewed = time.monotonic()
        try:
            while not self._ended.wait(min(LOOK_EVERY, SECONDS)):
                due = time.monotonic() - renewed >= SECONDS
                if self._looked(renew=due) and due:
                    renewed = time.monotonic()
        finally:
            connection.close()

    def _looked(self, *, renew: bool) -> bool:
        """Whether the database answered; the job lost or cancelled ends the work."""
        try:
            if not self._job.renew(self._owner) if renew else self._job.is_lost_to(self._owner):
                self._lost.set()
        except (DatabaseError, InterfaceError):
            logger.warning("the lease could not be renewed", exc_info=True)
            connection.close()
            return False
        return True
