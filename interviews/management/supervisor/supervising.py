"""The loop of `manage.py up`: keeps its processes alive, frees and wakes what was lost with those that died."""

import logging
import time
from dataclasses import dataclass

from interviews.management.supervisor.backstage import Backstage
from interviews.management.supervisor.bell import ENDING, Bell
from interviews.management.supervisor.processes import Child, Guard, stop
from interviews.management.supervisor.watchdog import Watchdog
from interviews.models import run_of_this
from interviews.services import sweeping

logger = logging.getLogger("hiring.up")

LOOK_EVERY = 1.0
SWEEP_EVERY = 3.0
CLEAR_EVERY = 600.0
PATIENCE_WITH_SENDER = 45.0
# How long the end waits for the database.
LAST_SECONDS = 3.0


@dataclass(frozen=True)
class Children:
    """The processes of an `up`: the web server, or the cluster and the sender of notifications, or all."""

    web: Child | None = None
    cluster: Child | None = None
    sender: Child | None = None

    def all(self) -> list[Child]:
        """Those that there are."""
        return [child for child in (self.web, self.cluster, self.sender) if child is not None]


class Supervisor:
    """Watches over `children`: among them, on a machine that works, the `cluster` with so many `workers` and the
    `sender` of notifications."""

    def __init__(self, children: "Children", workers: int, guard: Guard) -> None:
        self._children, self._guard = children, guard
        self._workers = workers if children.cluster is not None else 0
        self._watchdog = Watchdog(workers)
        self._hangs: list[Child] = []
        self._backstage = Backstage()
        self._next_sweep = self._next_clearing = 0.0

    def run(self) -> None:
        """Until a signal asks for the end; then everything is stopped, and unfinished jobs are given back."""
        with Bell() as bell:
            try:
                for child in self._children.all():
                    child.start()
                while not bell.wait(LOOK_EVERY) & ENDING:
                    self._look()
                logger.info("stopping")
            finally:
                stop(self._children.all())
                if not self._backstage.finish(self._give_back, LAST_SECONDS):
                    logger.warning("the database does not answer; unfinished jobs go on when their leases end")

    def _look(self) -> None:
        self._guard.revive(self._children.all())
        while self._hangs:
            child = self._hangs.pop()
            logger.warning("the %s takes nothing of what waits: it is restarted", child.name)
            child.kill()
        died = [child for child in self._children.all() if child.revive()]
        if self._children.cluster in died:
            self._watchdog.begin()
        now = time.monotonic()
        if (died or now >= self._next_sweep) and self._backstage.ask(self._look_after_jobs):
            self._next_sweep = now + SWEEP_EVERY
        elif now >= self._next_clearing and self._backstage.ask(sweeping.clear_old):
            self._next_clearing = now + CLEAR_EVERY

    def _look_after_jobs(self) -> None:
        freed = sweeping.free_the_dead()
        if freed:
            logger.warning("free again after their workers died: %s", _jobs(freed))
        cluster, sender = self._children.cluster, self._children.sender
        if cluster is not None and self._watchdog.sees_a_wedge():
            self._hangs.append(cluster)
        if sender is not None and sender.uptime > PATIENCE_WITH_SENDER and sweeping.outbox_stands_still():
            self._hangs.append(sender)
        woken = sweeping.sweep(self._workers)
        if woken:
            logger.info("woke what nobody was working on: %s", _jobs(woken))

    def _give_back(self) -> None:
        given = sweeping.give_back(run_of_this())
        if given:
            logger.info("given back, to go on with the next worker: %s", _jobs(given))


def _jobs(count: int) -> str:
    return "1 job" if count == 1 else f"{count} jobs"
