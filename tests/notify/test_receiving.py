"""The receivers that README.md and the team's page show: they take what this product signs, and nothing else."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from interviews.models import Delivery, SigningSecret
from interviews.notify.outbox import Outbox
from tests.product import ROOT, free_port

SAMPLES = ROOT / "static" / "samples"
pytestmark = pytest.mark.usefixtures("loopback_allowed")


def python_words(folder: Path) -> list[str]:
    """What starts the Python receiver."""
    return [sys.executable, str(SAMPLES / "receive.py")]


def node_words(folder: Path) -> list[str]:
    """What starts the Node receiver. HIRING_TEST_NODE_MODULES names a folder with its two packages."""
    modules, node = os.environ.get("HIRING_TEST_NODE_MODULES"), shutil.which("node")
    if not modules or not node:
        pytest.skip("no Node, or no HIRING_TEST_NODE_MODULES with standardwebhooks and express")
    (folder / "node_modules").symlink_to(modules)
    shutil.copy(SAMPLES / "receive.mjs", folder)
    return [node, str(folder / "receive.mjs")]


@contextmanager
def receiving(words, secret):
    """A receiver that knows a secret; gives its URL and, at the end, a list of what it took."""
    port = free_port()
    taken: list[str] = []
    environment = os.environ | {"WEBHOOK_SECRET": secret, "PORT": str(port)}
    process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        wait_for_door(port, process)
        yield f"http://127.0.0.1:{port}/notifications", taken
    finally:
        process.terminate()
        taken.extend(process.communicate(timeout=20)[0].splitlines())


def wait_for_door(port, process):
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 5).close()
            return
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)


def sent(delivery) -> tuple[str, int | None]:
    """What became of it."""
    Outbox().empty()
    delivery.refresh_from_db()
    return delivery.status, delivery.answer_status


@pytest.mark.parametrize("start", [python_words, node_words])
def test_a_signed_notification_is_taken_once_and_a_repeat_is_known(team, tmp_path, start):
    with receiving(start(tmp_path), SigningSecret.of(team)[0].secret) as (url, taken):
        delivery = Delivery.test(team, url)
        assert sent(delivery) == ("delivered", 204)
        assert delivery.redeliver()
        assert sent(delivery) == ("delivered", 204)
        assert delivery.attempts == 2
    assert taken == [f"{delivery.body['job_id']} processing Test notification: nothing has happened"]


@pytest.mark.parametrize("start", [python_words, node_words])
def test_both_secrets_are_good_while_they_overlap_and_the_old_one_ends(team, tmp_path, start):
    old = SigningSecret.of(team)[0].secret
    SigningSecret.rotate(team)
    with receiving(start(tmp_path), old) as (url, _taken):
        assert sent(Delivery.test(team, url)) == ("delivered", 204)
        SigningSecret.end_old(team)
        assert sent(Delivery.test(team, url)) == ("failed", 401)


@pytest.mark.parametrize("start", [python_words, node_words])
def test_what_another_secret_signed_is_refused(team, other_team, tmp_path, start):
    with receiving(start(tmp_path), SigningSecret.of(other_team)[0].secret) as (url, taken):
        assert sent(Delivery.test(team, url)) == ("failed", 401)
    assert taken == []


@pytest.mark.parametrize("name", ["receive.py", "receive.mjs"])
def test_the_readme_shows_the_same_receivers(name):
    assert (SAMPLES / name).read_text() in (ROOT / "README.md").read_text()
