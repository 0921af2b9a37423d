"""Kills processes of the product at random, and restarts its database."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import psutil

from tests.chaos.databases import Store
from tests.chaos.plan import Plan
from tests.chaos.tree import LOOK_SECONDS, Tree

SHORTEST, LONGEST = 0.5, 3.0
PATIENCE = 4.0
WORKERS = ("busy worker", "idle worker")
# Where in the time of the kills the database is restarted.
RESTART_AT = (0.35, 0.7)


@dataclass(frozen=True)
class Kill:
    """What was killed when (seconds since 1970); `pid` is 0 for a restart of the database."""

    at: float
    kind: str
    pid: int = 0


@dataclass
class Killer:
    """Kills one process after the other: first the kind is drawn, then the process of it."""

    plan: Plan
    tree: Tree
    store: Store
    say: Callable[[str], None]
    kills: list[Kill] = field(default_factory=list)

    def run(self, ended: threading.Event) -> None:
        """Kills for the time of the plan, or until `ended` is set."""
        if self.plan.is_calm:
            return
        chance = random.Random(f"kills {self.plan.seed}")
        began = time.monotonic()
        restarts = [
            (began + part * self.plan.seconds, mode)
            for part, mode in zip(RESTART_AT, self.store.restarts, strict=False)
        ]
        end = began + self.plan.seconds
        following = began + self._pause(chance)
        while (now := min(following, end, *(at for at, _ in restarts[:1]))) < end:
            if ended.wait(max(0.0, now - time.monotonic())):
                return
            if restarts and now == restarts[0][0]:
                self._restart(restarts.pop(0)[1])
            else:
                self._kill(chance)
                following = time.monotonic() + self._pause(chance)
        ended.wait(max(0.0, end - time.monotonic()))

    def _pause(self, chance: random.Random) -> float:
        return min(max(chance.expovariate(1 / self.plan.every), SHORTEST), LONGEST * self.plan.every)

    def _restart(self, mode: str) -> None:
        self._note(Kill(time.time(), f"database ({mode})"))
        self.store.restart(mode)

    def _kill(self, chance: random.Random) -> None:
        """Draws from every kind there has been, so that an `up` that is starting is not the only one to be drawn."""
        names = sorted({*self.tree.seen.values(), *WORKERS} - {"worker", "other"})
        chance.shuffle(names)
        for kind in names:
            processes = self._waited_for(kind)
            if processes:
                process = chance.choice(processes)
                with suppress(psutil.NoSuchProcess):
                    process.kill()
                    self._note(Kill(time.time(), kind, process.pid))
                return

    def _waited_for(self, kind: str) -> list[psutil.Process]:
        """The processes of a kind, as soon as there are some."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            kinds = self.tree.look()
            if kind in WORKERS:
                kinds = self.tree.split(kinds.get("worker", []))
            if kinds.get(kind):
                return kinds[kind]
            time.sleep(LOOK_SECONDS / 4)
        return []

    def _note(self, kill: Kill) -> None:
        self.kills.append(kill)
        self.say(f"killed {kill.kind}{f' {kill.pid}' if kill.pid else ''}")

    def tally(self) -> dict[str, int]:
        """How many of each kind were killed."""
        return dict(sorted(Counter(kill.kind for kill in self.kills).items()))
