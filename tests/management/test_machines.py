"""A web machine and worker machines on one PostgreSQL, and what heals by itself."""

import os
import signal
from contextlib import ExitStack, suppress

import psutil
import pytest
import requests

from tests.management.databases import value_of
from tests.postgres import postgres
from tests.product import gone, product

pytestmark = pytest.mark.xdist_group("machines")
BODY = {
    "job_role": "Warehouse operative",
    "job_description": "You load trailers with a forklift and count stock weekly.",
}
HELD = "SELECT count(*) FROM interviews_job WHERE lease_owner <> ''"
SECRET = "a secret that all machines share, for tests only"


class Client:
    """A program that asks a product for plans."""

    def __init__(self, running):
        self.url = running.url
        self.headers = {"apiKey": running.manage("create_api_key", "Test").stdout.split()[-1]}

    def ask(self) -> str:
        url = self.url + "/api/v2/ai-interviews/generate-interview"
        return str(requests.post(url, json=BODY, headers=self.headers, timeout=20).json()["job_id"])

    def state(self, job: str) -> str:
        url = f"{self.url}/api/v2/task-executions/status/{job}"
        return str(requests.get(url, headers=self.headers, timeout=20).json()["status"])


def family_of(running) -> list[psutil.Process]:
    """Parent, sentinel, workers, monitor and pusher of the cluster, as far as they have started."""
    family = [p for p in running.parent.children() if "qcluster" in p.cmdline()]
    with suppress(psutil.NoSuchProcess):
        for _ in range(2):
            family += sorted(family[-1].children(), key=lambda p: (p.create_time(), p.pid)) if family else []
    return family


def test_a_web_machine_and_two_worker_machines_share_one_database(tmp_path):
    with ExitStack() as stack:
        shared = {"DATABASE_URL": stack.enter_context(postgres()), "HIRING_SECRET_KEY": SECRET}
        web = stack.enter_context(product(tmp_path / "web", "--no-worker", **shared))
        workers = [
            stack.enter_context(product(tmp_path / name, "--no-web", "--workers", "1", **shared))
            for name in ("one", "two")
        ]
        web.wait_until_served()
        for worker in workers:
            worker.wait_for(lambda worker=worker: "Workers are starting." in worker.lines)
        assert {p.cmdline()[-1] for p in web.parent.children()} == {"hiring.wsgi:application", guard_of(web)}
        client = Client(web)
        jobs = [client.ask() for _ in range(12)]
        web.wait_for(lambda: all(client.state(job) == "completed" for job in jobs))
        workers[0].send(signal.SIGKILL)
        workers[0].wait()
        more = [client.ask() for _ in range(4)]
        web.wait_for(lambda: all(client.state(job) == "completed" for job in more))
        assert workers[1].stop() == 0


def guard_of(running) -> str:
    return str(next(p.cmdline()[-1] for p in running.parent.children() if p.cmdline()[-1].endswith("guard.py")))


def test_a_cluster_that_loses_a_process_begins_anew_and_nothing_is_left_when_up_is_killed(tmp_path, ready_database):
    environment = {"HIRING_WORKER_MEMORY": "600", **ready_database(tmp_path / "data")}
    with product(tmp_path / "data", "--workers", "2", **environment) as running:
        running.wait_until_served()
        client = Client(running)
        for victim in ("idle worker", "monitor", "pusher", "sentinel", "all"):
            running.wait_for(lambda: len(family_of(running)) == 6)
            before, sentinel, *workers, monitor, pusher = family_of(running)
            limits = {process.rlimit(psutil.RLIMIT_DATA)[0] for process in (*workers, monitor, pusher)}
            assert limits == {600 << 20}, "no process of the cluster may allocate more"
            if victim == "all":
                os.killpg(before.pid, signal.SIGKILL)
            else:
                {"idle worker": workers[0], "monitor": monitor, "pusher": pusher, "sentinel": sentinel}[victim].kill()
            job = client.ask()
            running.wait_for(lambda before=before: family_of(running)[:1] not in ([], [before]))
            running.wait_for(lambda job=job: client.state(job) == "completed")
        assert sum("the cluster ended with code" in line for line in running.lines) == 5
        processes = running.descendants()
        running.send(signal.SIGKILL)
        running.wait()
        psutil.wait_procs(processes, timeout=20)
    assert gone(processes)


def test_a_stop_gives_unfinished_jobs_back_and_a_start_goes_on_with_them(tmp_path, ready_database):
    """The job is held by a worker that is stopped while it works, as a deploy does."""
    database = ready_database(tmp_path / "data")
    with product(tmp_path / "data", "--workers", "1", **database) as running:
        running.wait_until_served()
        client = Client(running)
        jobs = [client.ask() for _ in range(6)]
        running.wait_for(lambda: client.state(jobs[0]) != "pending")
        processes = running.descendants()
        running.send(signal.SIGTERM)
        assert running.wait() == 0
        assert gone(processes)
        assert value_of(HELD, tmp_path / "data", database) == 0
    with product(tmp_path / "data", "--workers", "1", **database) as running:
        running.wait_until_served()
        client.url = running.url
        running.wait_for(lambda: all(client.state(job) == "completed" for job in jobs))
