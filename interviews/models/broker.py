"""The queue's broker: django-q2's own over the database, for messages that are only wake-up calls.

A message is taken off the table as it is read: what is lost with a process that dies is woken again by the sweeper, so
nothing stays locked behind a dead cluster, and what stands in the table is what waits. A database that is away for a
moment ends no process of the cluster. The cluster's state goes to `Cluster`, every few seconds."""

import logging
from collections.abc import Callable
from datetime import datetime
from time import monotonic, sleep
from typing import Any, TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone
from django_q.brokers.orm import ORM
from django_q.conf import Conf
from django_q.signing import SignedPackage

from interviews.models.clusters import Cluster
from interviews.models.place import HOST, run_of_this

logger = logging.getLogger(__name__)

NOTED_EVERY = 5.0
AFTER_FAILURE = 1.0

Result = TypeVar("Result")


class Broker(ORM):  # type: ignore[misc]
    def __init__(self, list_key: str | None = None) -> None:
        super().__init__(list_key=list_key)
        self._noted: tuple[float, str] = (0.0, "")

    def __setstate__(self, state: Any) -> None:
        super().__setstate__(state)
        self._noted = (0.0, "")

    def dequeue(self) -> list[tuple[int, str]] | None:
        """The next message, taken off the table; None after a short sleep when there is none."""
        taken = _patiently(self._take)
        if taken is None:
            sleep(Conf.POLL)
        return taken

    def _take(self) -> list[tuple[int, str]] | None:
        waiting = self.get_connection().filter(key=self.list_key, lock__lte=timezone.now())
        for number, message in waiting.order_by("id").values_list("id", "payload")[: Conf.BULK * 4]:
            if self.get_connection().filter(pk=number).delete()[0]:
                return [(number, message)]
        return None

    def acknowledge(self, task_id: int) -> None:
        """Nothing is left to do: the message is gone since it was read."""

    def fail(self, task_id: int) -> None:
        """Nothing is left to do: the message is gone since it was read."""

    def set_stat(self, key: str, value: str, timeout: int) -> None:
        """Notes what the sentinel says of its cluster, at most every few seconds unless its state changes."""
        stat = SignedPackage.loads(value)
        at, state = self._noted
        if stat.status == state and monotonic() - at < NOTED_EVERY:
            return
        self._noted = (monotonic(), stat.status)
        _patiently(lambda: _note(stat))


def _note(stat: Any) -> None:
    now = timezone.now()
    stopped_at: datetime | None = now if stat.status == Conf.STOPPED else None
    Cluster.objects.update_or_create(
        cluster_id=stat.cluster_id,
        defaults={
            "host": HOST,
            "run": run_of_this(),
            "pid": stat.pid,
            "sentinel_pid": stat.sentinel,
            "monitor_pid": stat.monitor or 0,
            "pusher_pid": stat.pusher or 0,
            "worker_pids": stat.workers,
            "replaced": stat.reincarnations,
            "started_at": stat.tob,
            "seen_at": now,
            "stopped_at": stopped_at,
        },
    )


def _patiently(act: Callable[[], Result]) -> Result | None:
    """Does something with the database; None when it does not answer, after a rest and with the connection put down."""
    try:
        return act()
    except (DatabaseError, InterfaceError):
        logger.warning("the database did not answer the queue; trying again", exc_info=settings.DEBUG)
        connection.close()
        sleep(AFTER_FAILURE)
        return None
