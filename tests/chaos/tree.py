"""What each process below `manage.py up` is there for."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

import psutil

from tests.chaos.flight import Flight

LOOK_SECONDS = 0.2
QUIET_SECONDS = 0.06
UNDER_UP = {"guard.py": "guard", "granian": "web main", "qcluster": "cluster", "send_notifications": "notifications"}
# How the sentinel of django-q2 starts its children, and in which order it replaces those that died.
ORDER = ("worker", "monitor", "pusher")

Kinds = dict[str, list[psutil.Process]]


class Known(NamedTuple):
    """A process for good: ids are used again, an id with a start is not."""

    pid: int
    started: float


class Tree:
    """The processes of the product by kind. Looks again and again, since the children of django-q2's sentinel look
    alike: they are told by the order in which it starts them, later ones by whom they replace."""

    def __init__(self, up: Callable[[], int], workers: int, flights: list[Flight]) -> None:
        self.seen: dict[Known, str] = {}
        self._up, self._workers, self._flights = up, workers, flights
        self._roles: dict[Known, dict[Known, str]] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="tree", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stops looking."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            self.look()

    def look(self) -> Kinds:
        """The processes that run now: kind -> processes."""
        kinds: Kinds = {}
        with self._lock, suppress(psutil.NoSuchProcess):
            for kind, process in self._walk(psutil.Process(self._up())):
                kinds.setdefault(kind, []).append(process)
                self.seen[_known(process)] = kind
        return kinds

    def _walk(self, up: psutil.Process) -> Iterator[tuple[str, psutil.Process]]:
        if not _runs(up):
            return
        yield "up", up
        for child in _children(up):
            kind = _kind_under_up(child)
            yield kind, child
            if kind == "web main":
                yield from (("web worker", one) for one in _children(child) if "granian" in " ".join(_words(one)))
            elif kind == "cluster":
                for sentinel in _children(child):
                    yield "sentinel", sentinel
                    yield from self._under_sentinel(sentinel)

    def _under_sentinel(self, sentinel: psutil.Process) -> Iterator[tuple[str, psutil.Process]]:
        children = {_known(child): child for child in _children(sentinel)}
        roles = self._roles.get(_known(sentinel))
        if roles is None:
            if len(children) != self._workers + 2:
                return
            order = sorted(children, key=lambda one: (one.started, one.pid))
            first = dict(zip(order, ["worker"] * self._workers + ["monitor", "pusher"], strict=True))
            roles = self._roles[_known(sentinel)] = first
        dead = sorted((one for one in roles if one not in children), key=lambda one: ORDER.index(roles[one]))
        fresh = sorted((one for one in children if one not in roles), key=lambda one: (one.started, one.pid))
        for new, old in zip(fresh, dead, strict=False):
            roles[new] = roles.pop(old)
        yield from ((roles[one], child) for one, child in children.items() if one in roles)

    def split(self, workers: list[psutil.Process]) -> Kinds:
        """Workers by what they do: busy ones wait for the model, idle ones wait for nobody and use no time."""
        before = {worker: _cpu(worker) for worker in workers}
        time.sleep(QUIET_SECONDS)
        model, *others = [flight.ports for flight in self._flights]
        kinds: Kinds = {}
        for worker in workers:
            ports = _ports(worker)
            if ports & model:
                kinds.setdefault("busy worker", []).append(worker)
            elif not any(ports & other for other in others) and _cpu(worker) == before[worker]:
                kinds.setdefault("idle worker", []).append(worker)
        return kinds


def _known(process: psutil.Process) -> Known:
    return Known(process.pid, process.create_time())


def _runs(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _children(process: psutil.Process) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return [child for child in process.children() if _runs(child)]
    return []


def _words(process: psutil.Process) -> list[str]:
    with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
        return process.cmdline()
    return []


def _kind_under_up(process: psutil.Process) -> str:
    said = " ".join(_words(process))
    return next((kind for word, kind in UNDER_UP.items() if word in said), "other")


def _cpu(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return times.user + times.system
    return -1.0


def _ports(process: psutil.Process) -> set[int]:
    with suppress(psutil.Error):
        return {one.laddr.port for one in process.net_connections("tcp") if one.laddr}
    return set()
