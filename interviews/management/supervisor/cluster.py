"""django-q2's cluster with three differences: it ends when its queues cannot be trusted any more, it tells its workers
to give their jobs back when it is stopped, and its workers may use only so much memory."""

import logging
import os
import resource
from contextlib import suppress
from multiprocessing.process import BaseProcess
from types import FrameType

import django_q.cluster
from django.conf import settings

from interviews.management.supervisor.processes import QUEUES_LOST
from interviews.pipeline import stopping

logger = logging.getLogger("hiring.cluster")


class Sentinel(django_q.cluster.Sentinel):  # type: ignore[misc]
    """Watches the cluster's processes.

    A process that dies while it waits for a queue takes that queue's lock with it: then nobody reads from it again,
    and nothing tells. So the sentinel ends itself, and `manage.py up` starts a new cluster at once."""

    def reincarnate(self, process: BaseProcess) -> None:
        """Replaces a worker that was at work, recycled or too slow; ends the cluster when another process died."""
        if process in self.pool and process.timer.value != -1:  # type: ignore[attr-defined]
            super().reincarnate(process)
            return
        names = {self.monitor: "monitor", self.pusher: "pusher"}
        logger.warning("the %s (%s) died; the cluster begins anew", names.get(process, "idle worker"), process.pid)
        os._exit(QUEUES_LOST)


class Cluster(django_q.cluster.Cluster):  # type: ignore[misc]
    """The parent of the sentinel."""

    def sig_handler(self, signum: int, frame: FrameType | None) -> None:
        """Lets workers finish what they are at, and no more."""
        stopping.ask()
        super().sig_handler(signum, frame)


def run() -> None:
    """Runs a cluster until its sentinel ends, and ends this process with the sentinel's exit code."""
    django_q.cluster.Sentinel = Sentinel
    _limit_memory(settings.WORKER_MEGABYTES)
    cluster = Cluster()
    cluster.start()
    cluster.sentinel.join()
    logging.shutdown()
    # At once: taking down what the workers shared takes longer than starting anew.
    os._exit(abs(cluster.sentinel.exitcode or 0))


def _limit_memory(megabytes: int) -> None:
    """What a process of the cluster may allocate; beyond it Python raises MemoryError. 0 is no limit."""
    if megabytes:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, resource.getrlimit(resource.RLIMIT_DATA)[1]))
