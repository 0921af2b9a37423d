"""One run: starts everything, loads it, kills it, waits until the jobs have ended, and gives what was seen."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import requests

from tests.chaos.databases import Store, database
from tests.chaos.kills import Killer
from tests.chaos.load import Load
from tests.chaos.model import Model, answering
from tests.chaos.plan import Plan
from tests.chaos.receiver import Receiver, receiving
from tests.chaos.service import End, Service
from tests.chaos.tree import Tree
from tests.product import ROOT, manage

START_SECONDS = 90.0
LEFT_SECONDS = 8.0
SAY_EVERY = 10.0
OURS = ("HIRING_", "OPENAI_", "DATABASE_", "DJANGO_")

Say = Callable[[str], None]


@dataclass
class Seen:
    """What a run saw. `rows` is what rows.py read, `seconds` from the first request to the last end that was told."""

    plan: Plan
    load: Load
    receiver: Receiver
    model: Model
    killer: Killer
    rows: dict[str, list[dict[str, Any]]]
    seconds: float
    left: list[str]
    code: int | None
    ends: list[End]


def run(plan: Plan, folder: Path, say: Say) -> Seen:
    """Runs a plan with its data in a new folder below `folder`. Whatever it started has ended when it returns."""
    folder = folder / ("calm" if plan.is_calm else "chaos")
    folder.mkdir()
    with ExitStack() as stack:
        store = stack.enter_context(database(plan.database))
        model = stack.enter_context(answering(plan.seed))
        receiver = stack.enter_context(receiving(plan.seed))
        own = _environment(folder, store, model)
        service = Service(folder, _cleaned() | own, "--workers", str(plan.workers))
        stack.callback(service.end)
        tree = Tree(lambda: service.pid, plan.workers, [model.flight, receiver.flight])
        stack.callback(tree.close)
        _wait_until_served(service)
        api_key = manage(folder, "create_api_key", "Chaos", **own).stdout.split()[-1]
        load = Load(plan, service.url, api_key, receiver.url)
        killer = Killer(plan, tree, store, say)
        _work(load, killer, receiver, say)
        seconds = _seconds(load, receiver)
        code = service.stop()
        left = _left(service, tree)
        rows = _rows(_cleaned() | own)
    return Seen(plan, load, receiver, model, killer, rows, seconds, left, code, service.ends)


def _cleaned() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


def _environment(folder: Path, store: Store, model: Model) -> dict[str, str]:
    return {
        "HIRING_DATA_DIR": str(folder),
        "HIRING_NOTIFY_ALLOW": "127.0.0.0/8 ::1/128",
        "OPENAI_BASE_URL": model.url,
        "OPENAI_MODEL": "scripted",
        "PYTHONUNBUFFERED": "1",
        **store.environment,
    }


def _wait_until_served(service: Service) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with suppress(requests.RequestException):
            if requests.get(f"{service.url}/accounts/login/", timeout=5).status_code == 200:
                return
        if time.monotonic() > deadline:
            raise TimeoutError(f"The product did not start:\n{service.log.read_text()}")
        time.sleep(0.2)


def _work(load: Load, killer: Killer, receiver: Receiver, say: Say) -> None:
    """Loads and kills, then waits until every accepted job has told its end, for as long as the plan has patience."""
    plan = load.plan
    began = said = time.monotonic()
    deadline = began + plan.seconds + plan.settle
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(load.send), pool.submit(killer.run, load.ended)]
        try:
            while time.monotonic() < deadline:
                told = receiver.ended().keys() & load.jobs
                if time.monotonic() - said > SAY_EVERY:
                    said = time.monotonic()
                    say(f"{said - began:.0f} s: {len(load.accepted)} of {plan.jobs} jobs accepted, {len(told)} ended")
                if all(one.done() for one in both) and len(told) == len(load.accepted):
                    break
                time.sleep(0.2)
        finally:
            load.ended.set()
    for one in both:
        one.result()


def _seconds(load: Load, receiver: Receiver) -> float:
    first = min((one.asked_at for one in load.accepted.values()), default=0.0)
    told = receiver.ended()
    return max((told.get(job, time.time()) for job in load.jobs), default=first) - first


def _left(service: Service, tree: Tree) -> list[str]:
    """What still runs a while after the end of `up`, of all that was ever seen or bears the mark."""
    deadline = time.monotonic() + LEFT_SECONDS
    tree.close()
    while True:
        left = {process.pid: process for process in service.alive()}
        for known in tree.seen:
            with suppress(psutil.NoSuchProcess):
                process = psutil.Process(known.pid)
                if process.create_time() == known.started and process.status() != psutil.STATUS_ZOMBIE:
                    left[known.pid] = process
        if not left or time.monotonic() > deadline:
            return [_described(process, tree) for process in left.values()]
        time.sleep(0.2)


def _described(process: psutil.Process, tree: Tree) -> str:
    with suppress(psutil.NoSuchProcess):
        kind = {known.pid: kind for known, kind in tree.seen.items()}.get(process.pid, "never seen")
        return f"{process.pid} ({kind}): {' '.join(process.cmdline()[-6:])}"
    return f"{process.pid}"


def _rows(environment: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "tests.chaos.rows"]
    read = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120)
    if read.returncode:
        raise RuntimeError(f"The database could not be read:\n{read.stderr}")
    rows: dict[str, list[dict[str, Any]]] = json.loads(read.stdout)
    return rows
