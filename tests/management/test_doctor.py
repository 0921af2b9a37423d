"""`manage.py doctor`: what is wrong and how to mend it."""

import ipaddress
import json
import re
import socket
import sqlite3
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from interviews.management.doctor import clock, configured, database, machine, queue, variables
from interviews.models import Delivery, Job
from interviews.services.generation import Order, start_generation
from tests import samples
from tests.engines.openai.scripted import fails, says, serving
from tests.management.databases import a_database_of_its_own
from tests.product import ROOT, manage

pytestmark = pytest.mark.xdist_group("doctor")


def doctor(folder, *words, **environment):
    done = manage(folder, "doctor", "--json", *words, **environment)
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert done.returncode == (0 if told["ok"] else 1)
    return {(one["subject"], one["level"]): f"{one['says']} {one['mend']}" for one in told["findings"]}


def levels(findings):
    return [finding.level for finding in findings]


def test_before_anything_was_set_up_nothing_is_wrong_and_nothing_is_made(tmp_path):
    folder = tmp_path / "data"
    done = manage(folder, "doctor")
    assert done.returncode == 0
    assert all(re.match(r"(ok|warning) +\w[\w ]*: ", line) for line in done.stdout.splitlines())
    if not a_database_of_its_own():
        assert "warning  database: nothing has been set up here yet. Run manage.py up." in done.stdout
    assert not folder.exists()


def test_once_it_is_set_up_the_database_is_whole(tmp_path, ready_database):
    environment = ready_database(tmp_path)
    found = doctor(tmp_path, **environment)
    assert found["migrations", "ok"].strip() == "all are applied"
    assert found["queue", "warning"].startswith("no cluster of workers is alive.")
    assert not [one for one in found if one[1] == "wrong"]


def test_a_database_that_is_not_migrated_is_wrong(tmp_path):
    environment = a_database_of_its_own()
    if not environment:
        sqlite3.connect(tmp_path / "db.sqlite3").close()
        (tmp_path / "db.sqlite3").touch()
    found = doctor(tmp_path, **environment)
    assert "Run manage.py up" in found["migrations", "wrong"]
    assert ("queue", "warning") in found


def test_without_a_database_the_rest_is_looked_at_and_no_password_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    found = doctor(tmp_path, DATABASE_URL=f"postgresql://me:verysecret@127.0.0.1:{port}/hiring")
    assert found["database", "wrong"].endswith("and that this machine may reach it.")
    assert "verysecret" not in str(found)
    assert ("disk", "ok") in found or ("disk", "warning") in found


def test_a_damaged_file_is_wrong(tmp_path, ready_database):
    if ready_database(tmp_path):
        manage(tmp_path, "migrate", "-v", "0")
    path = tmp_path / "db.sqlite3"
    whole = bytearray(path.read_bytes())
    whole[4096 * 20 : 4096 * 60] = b"\x55" * (4096 * 40)
    path.write_bytes(whole)
    (tmp_path / "db.sqlite3-wal").unlink(missing_ok=True)
    assert "restore a backup" in doctor(tmp_path)["database", "wrong"]


def test_a_model_server_that_does_not_answer_is_wrong_and_says_how_to_mend_it(tmp_path):
    with serving(then=fails(401, "no")) as server:
        named = {"OPENAI_BASE_URL": server.url, "OPENAI_MODEL": "scripted", "OPENAI_API_KEY": "sk-verysecret"}
        found = doctor(tmp_path, **named)
        assert "refused the key. Check OPENAI_API_KEY" in found["model server", "wrong"]
        asked = len(server.requests)
        assert "was not asked" in doctor(tmp_path, "--no-network", **named)["model server", "ok"]
        assert len(server.requests) == asked


def test_a_model_server_that_answers_is_ok(tmp_path):
    with serving(then=says({"colour": "green"})) as server:
        found = doctor(tmp_path, OPENAI_BASE_URL=server.url, OPENAI_MODEL="scripted")
    assert "answered in" in found["model server", "ok"]
    assert ("clock", "ok") in found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HIRING_WORKER", "Did you mean HIRING_WORKERS?"),
        ("OPENAI_API_BASE_URL", "Did you mean OPENAI_BASE_URL?"),
        ("HIRNG_URL", "Did you mean HIRING_URL?"),
        ("HIRING_COLOUR_OF_GRASS", "Unset it; README.md lists them all."),
    ],
)
def test_a_misspelt_variable_is_told_with_the_name_that_is_near(name, said):
    (finding,) = variables.check_variables([name, "PATH", "HIRING_URL", "OPENAI_ORG_ID"])
    assert (finding.level, finding.mend) == ("warning", said)


def test_every_variable_that_is_read_is_known_and_in_the_readme():
    files = [*(ROOT / "hiring").glob("*.py"), ROOT / "interviews/drafts/language_model.py"]
    read = {name for file in files for name in re.findall(r'"((?:HIRING|OPENAI)_[A-Z_]+)"', file.read_text())}
    assert (read | {"DATABASE_URL"}) - variables.ALSO_KNOWN == variables.READ
    table = set(re.findall(r"`((?:HIRING|OPENAI|DATABASE)_[A-Z_]+)`", (ROOT / "README.md").read_text()))
    assert table >= variables.READ


@pytest.mark.parametrize(
    ("url", "proxy", "level"),
    [
        (None, False, "ok"),
        (None, True, "wrong"),
        ("http://hiring.example.org", True, "warning"),
        ("http://localhost:8000", False, "ok"),
        ("https://hiring.example.org", True, "ok"),
        ("https://hiring.example.org", False, "warning"),
    ],
)
def test_the_public_address_and_the_proxy_have_to_fit(settings, url, proxy, level):
    settings.PUBLIC_URL, settings.BEHIND_PROXY = url and urlsplit(url), proxy
    assert levels(configured.check_public_address()) == [level]


@pytest.mark.parametrize(("network", "level"), [("10.0.0.0/8", "ok"), ("0.0.0.0/0", "warning"), ("::/0", "warning")])
def test_a_network_that_is_everything_is_told(settings, network, level):
    settings.NOTIFY_ALLOW = [ipaddress.ip_network(network)]
    assert levels(configured.check_notifications()) == [level]


@pytest.mark.parametrize(("mode", "level"), [(0o600, "ok"), (0o640, "wrong"), (0o602, "wrong")])
def test_a_secret_key_that_others_may_read_is_wrong(settings, tmp_path, monkeypatch, mode, level):
    monkeypatch.delenv("HIRING_SECRET_KEY", raising=False)
    settings.DATA_DIR = tmp_path
    (tmp_path / "secret_key").write_text("x")
    (tmp_path / "secret_key").chmod(mode)
    assert levels(configured.check_secret_key()) == [level]


def test_the_kind_of_file_system_is_read_from_the_mounts(tmp_path):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        f"21 1 0:20 / / rw - ext4 /dev/root rw\n22 21 0:21 / {tmp_path}/far\\040away rw shared:1 - nfs4 server:/x rw\n"
    )
    (tmp_path / "far away").mkdir()
    assert database.file_system(tmp_path / "far away" / "db.sqlite3", mounts) == "nfs4"
    assert database.file_system(tmp_path / "db.sqlite3", mounts) == "ext4"
    assert database.file_system(tmp_path, Path("/nowhere")) == ""


def test_more_workers_than_memory_are_told(settings, tmp_path, monkeypatch):
    limit = tmp_path / "memory.max"
    limit.write_text("400000000\n")
    monkeypatch.setattr(machine, "LIMITS", (limit,))
    (finding,) = machine.check_memory()
    assert finding.line() == (
        "warning  memory: 4 workers may take 600 MB, and there are 400 MB. "
        "Set HIRING_WORKERS to 2, or give this machine or container more memory."
    )
    limit.write_text("max\n")
    assert levels(machine.check_memory()) == ["ok"]


@pytest.mark.parametrize(
    ("seconds", "level"), [(0.4, "ok"), (-4, "ok"), (6, "warning"), (-59, "warning"), (61, "wrong"), (-3600, "wrong")]
)
def test_a_clock_that_is_wrong_is_told(seconds, level):
    finding = clock.told("database", seconds)
    assert finding.level == level
    assert ("behind" in finding.says) == (seconds < -5)


@pytest.mark.django_db
def test_what_waits_for_long_is_told(team):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))
    assert levels(queue.check_queue()) == ["wrong", "ok", "ok", "ok"]
    long_ago = timezone.now() - timedelta(hours=4)
    Job.objects.update(created_at=long_ago)
    Delivery.objects.create(
        team=team, job=job, kind="status", url="https://example.org", body={}, next_attempt_at=long_ago
    )
    found = [finding.says for finding in queue.check_queue() if finding.level == "warning"]
    assert found == ["1 job waits, the oldest for 4 hours.", "1 is overdue, the oldest by 4 hours."]
    Job.objects.update(status="processing", lease_owner="gone", lease_until=long_ago)
    assert "1 job belongs to workers that are gone." in [finding.says for finding in queue.check_queue()]
