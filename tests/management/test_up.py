"""`manage.py up`: a real product in processes of its own."""

import os
import socket
import stat

import pytest
import requests

from tests.management.databases import a_database_of_its_own
from tests.product import free_port, gone, manage, product

pytestmark = pytest.mark.xdist_group("product")
BODY = {
    "job_role": "Warehouse operative",
    "job_description": "You load trailers with a forklift and count stock weekly.",
}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


def test_forty_jobs_are_finished_and_nothing_is_left_after_ctrl_c(folder):
    with product(folder, "--workers", "4", **a_database_of_its_own()) as running:
        running.wait_until_served()
        assert running.first_run_link.startswith(running.url)
        session = requests.Session()
        session.headers["apiKey"] = running.manage("create_api_key", "Test").stdout.split()[-1]
        generate = running.url + "/api/v2/ai-interviews/generate-interview"
        jobs = [session.post(generate, json=BODY, timeout=20).json()["job_id"] for _ in range(40)]

        def state(job):
            return session.get(f"{running.url}/api/v2/task-executions/status/{job}", timeout=20).json()

        waiting = list(jobs)

        def all_completed():
            while waiting and state(waiting[-1])["status"] == "completed":
                waiting.pop()
            return not waiting

        running.wait_for(all_completed)
        numbers = {state(job)["result"]["ai_interview_id"] for job in jobs}
        assert len(numbers) == 40
        details = running.url + "/api/v2/ai-interviews/details/"
        plans = [session.get(details + str(number), timeout=20).json() for number in numbers]
        shapes = {tuple((s["skill_name"], len(s["questions"])) for s in plan["skills"]) for plan in plans}
        assert len(shapes) == 1, "the same posting gives the same plan, with no row missing"
        assert {plan["created_by"] for plan in plans} == {"API key Test"}
        logs = {len(state(job)["recent_logs"]) for job in jobs}
        assert len(logs) == 1, "nothing is logged twice"
        session.close()
        processes = running.descendants()
        groups = {os.getpgid(process.pid) for process in processes}
        assert len(groups) == 4, "web server, cluster, sender of notifications and guard have a group each"
        assert running.stop() == 0
    assert gone(processes)


def test_the_secret_key_is_made_once_and_kept_to_its_owner(folder):
    show = ("shell", "-v", "0", "-c", "from django.conf import settings; print(str(settings.SECRET_KEY))")
    first, second = (manage(folder, *show).stdout for _ in range(2))
    assert first == second
    assert len(first) > 60
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600


def test_a_taken_port_is_told(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = manage(folder, "up", "--port", str(port))
    assert done.returncode != 0
    assert done.stderr.strip().endswith(
        f"Port {port} on 127.0.0.1 is taken by another program. Stop it, or choose another with --port."
    )
    assert "Traceback" not in done.stderr


def test_an_unwritable_data_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder")
    done = manage(tmp_path / "file" / "data", "up", "--port", "1")
    assert done.returncode != 0
    assert "cannot be written: Not a directory. Set HIRING_DATA_DIR to a folder that can." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreachable_database_is_told_without_the_password(folder):
    url = "postgresql://hiring:verysecret@127.0.0.1:1/hiring"
    done = manage(folder, "up", "--port", "0", DATABASE_URL=url)
    assert done.returncode != 0
    done = manage(folder, "up", "--port", str(free_port()), DATABASE_URL=url)
    assert done.returncode != 0
    assert "The database cannot be reached" in done.stderr
    assert "verysecret" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--no-web", "--no-worker"], "Nothing is left to run: use --no-web or --no-worker, not both."),
        (["--workers", "0"], "--workers should be a whole number from 1 to 64."),
        (["--port", "70000"], "--port should be a whole number from 1 to 65535."),
        (
            ["--host", "203.0.113.9"],
            "The host 203.0.113.9 is not an address of this machine. Choose another with --host.",
        ),
    ],
)
def test_what_cannot_be_is_told(folder, words, sentence):
    done = manage(folder, "up", *words)
    assert done.returncode != 0
    assert done.stderr.strip().endswith(sentence)


def test_machines_that_share_a_database_must_share_the_secret_key(folder):
    done = manage(folder, "up", "--no-web", DATABASE_URL="postgresql://127.0.0.1:1/hiring")
    assert done.returncode != 0
    assert "HIRING_SECRET_KEY must be set with --no-web or --no-worker" in done.stderr
