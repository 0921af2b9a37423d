"""Keeps a job's lease while slow work runs, and notices when the job is no longer ours or was cancelled."""

import logging
import threading
from types import TracebackType

from django.db import DatabaseError, InterfaceError, connection

from interviews.models import Job

logger = logging.getLogger(__name__)

SECONDS = 10.0


class Heartbeat:
    """A thread that renews the lease every few seconds; it has a database connection of its own."""

    def __init__(self, job: Job, owner: str) -> None:
        self._job, self._owner = job, owner
        self._ended = threading.Event()
        self._lost = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

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
        try:
            while not self._ended.wait(SECONDS):
                self._renew()
        finally:
            connection.close()

    def _renew(self) -> None:
        try:
            if not self._job.renew(self._owner):
                self._lost.set()
        except (DatabaseError, InterfaceError):
            logger.warning("job %s: the lease could not be renewed", self._job.pk, exc_info=True)
            connection.close()
