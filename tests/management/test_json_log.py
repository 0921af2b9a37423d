"""A real product that logs in JSON: each line is one object, and none holds a secret or what people typed."""

import json
import re

import pytest
import requests

from tests.engines.openai.scripted import fails, serving
from tests.management.databases import a_database_of_its_own
from tests.notify.receiver import Receiver
from tests.product import manage, product

pytestmark = pytest.mark.xdist_group("product")

MARKER = "Quokkaberry"
DESCRIPTION = f"You load trailers with a forklift, count stock weekly and report it to {MARKER}."
# A job whose row cannot be read: pydantic's error quotes it.
BREAK = f"""
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("UPDATE interviews_job SET brief = %s WHERE status = 'failed'", ['{{"role": ["{MARKER}"]}}'])
from interviews.models import Job
[job] = Job.objects.defer("brief").filter(status="failed")
print(job.retry())
"""


@pytest.fixture
def receiver():
    server = Receiver()
    server.script = [(500, {}, MARKER.encode())]
    yield server
    server.close()


def objects(lines):
    """The lines as objects; fails at the first that is none."""
    found = [json.loads(line) for line in lines]
    assert all(list(one)[:5] == ["time", "level", "logger", "message", "process"] for one in found)
    return found


def test_every_line_is_an_object_and_none_tells_what_it_should_not(tmp_path, receiver, ready_database):
    secrets = ["sk-a-key-for-a-model-server", "whsec_", "hp_"]
    environment = {
        "HIRING_LOG_FORMAT": "json",
        "HIRING_LOG_LEVEL": "DEBUG",
        "HIRING_NOTIFY_ALLOW": "127.0.0.0/8",
        "OPENAI_API_KEY": secrets[0],
        "OPENAI_LOG": "debug",
        "OPENAI_MODEL": "scripted",
        **ready_database(tmp_path / "data"),
    }
    with (
        serving(then=fails(400, f"cannot read {MARKER}")) as server,
        product(tmp_path / "data", "--workers", "2", OPENAI_BASE_URL=server.url, **environment) as running,
    ):
        running.wait_until_served()
        secret = running.manage("create_api_key", "Test").stdout.split()[-1]
        session = requests.Session()
        session.headers["apiKey"] = secret
        api = f"{running.url}/api/v2"

        def start(**more):
            body = {"job_role": f"Warehouse operative {MARKER}", "job_description": DESCRIPTION}
            body |= {"notification_url": f"{receiver.url}?token={MARKER}"} | more
            return session.post(f"{api}/ai-interviews/generate-interview", json=body, timeout=20)

        def status(job):
            return session.get(f"{api}/task-executions/status/{job}", timeout=20).json()["status"]

        failing = start().json()["job_id"]
        running.wait_for(lambda: status(failing) == "failed")
        broken = running.manage("shell", "-v", "0", "-c", BREAK)
        assert broken.stdout.strip() == "True", broken.stderr
        running.wait_for(
            lambda: any("the rows of the job cannot be read" in line for line in running.lines), seconds=60
        )
        running.wait_for(lambda: bool(receiver.requests))

        assert start(job_role=["no", MARKER]).status_code in {400, 422}
        headers = {"Content-Type": "application/json"}
        session.post(f"{api}/ai-interviews/generate-interview", data="{" + MARKER, headers=headers, timeout=20)
        requests.get(f"{api}/task-executions/status/{MARKER}", headers={"apiKey": f"hp_{MARKER * 4}"}, timeout=20)
        requests.get(f"{running.url}/{MARKER}?q={MARKER}", timeout=20)
        requests.post(f"{running.url}/first-run/{MARKER}/", data={"email": MARKER}, timeout=20)
        with requests.Session() as person:
            person.get(f"{running.url}/accounts/login/", timeout=20)
            form = {"csrfmiddlewaretoken": person.cookies["csrftoken"], "login": f"{MARKER}@example.org"}
            person.post(f"{running.url}/accounts/login/", data={**form, "password": MARKER}, timeout=20)
            link = running.first_run_link
            person.get(link, timeout=20)
            form["csrfmiddlewaretoken"] = person.cookies["csrftoken"]
            refused = person.post(link, data={**form, "email": MARKER, "password": "x"}, timeout=20)
            assert refused.status_code == 422
        session.close()
        assert running.stop() == 0

    found = objects(running.lines)
    whole = "\n".join(running.lines)
    assert MARKER not in whole
    key = (tmp_path / "data" / "secret_key").read_text()
    assert not [one for one in [*secrets, secret, key] if one in whole]
    assert len(re.findall(re.escape(link.rpartition("/first-run/")[2]), whole)) == 1, "told once, to the owner"
    of_job = [one for one in found if one.get("job") == failing]
    assert {one.get("team") for one in of_job if one["logger"].endswith("runner")} == {"hiring-team"}
    said = [one["message"] for one in of_job]
    assert any(line.startswith("failed at “") and line.endswith("the job says why") for line in said)
    [unreadable] = [one for one in of_job if "cannot be read" in one["message"]][:1]
    assert unreadable["exception"]["type"].endswith("ValidationError")
    assert [one for one in found if one["message"] == "POST /first-run/<str:secret>/ was answered with 422"]


@pytest.mark.parametrize(
    "words", [["up", "--no-web", "--no-worker"], ["up", "--port", "0"], ["up", "--host", "203.0.113.9"]]
)
def test_what_stops_the_start_is_an_object_too(tmp_path, words):
    done = manage(tmp_path, *words, HIRING_LOG_FORMAT="json")
    assert done.returncode != 0
    [line] = objects(done.stderr.splitlines())
    assert line["level"] == "ERROR"


def test_a_malformed_value_is_an_object_too(tmp_path):
    done = manage(tmp_path, "up", HIRING_LOG_FORMAT="json", HIRING_WORKERS="many")
    [line] = objects(done.stderr.splitlines())
    assert line["message"] == "HIRING_WORKERS is not usable: it should be a whole number from 1 to 64."


def test_a_command_that_ends_by_an_error_tells_it_by_the_log(tmp_path):
    done = manage(tmp_path, "create_team", "Clinic", HIRING_LOG_FORMAT="json", **a_database_of_its_own())
    [line] = objects(done.stderr.splitlines())
    assert line["message"].startswith("the database does not answer as it should")
    assert "migrated, as manage.py up does" in line["message"]
    assert done.returncode == 1
