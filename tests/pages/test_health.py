"""The probes of load balancers."""

import json
import logging
import socket
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from interviews.models import Cluster
from interviews.pages import health
from tests.product import free_port, manage

pytestmark = pytest.mark.xdist_group("health")


@pytest.fixture
def cluster():
    now = timezone.now()
    return Cluster.objects.create(
        cluster_id="5f2c1a3e-3b57-4d0e-8a5c-1d2b3c4d5e6f",
        host="here",
        run="here/1",
        pid=1,
        sentinel_pid=2,
        started_at=now,
        seen_at=now,
    )


def ask(path, **more):
    return Client().get(path, headers={"host": "10.2.3.4:8000"}, **more)


def test_the_process_answers_under_any_host_and_asks_no_database():
    answer = ask("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_behind_a_proxy_the_probes_are_not_sent_to_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert ask("/healthz").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_it_is_ready_with_a_database_migrations_and_a_living_cluster(cluster):
    answer = ask("/readyz")
    assert answer.json() == {"status": "ready", "checks": {"database": "ok", "migrations": "ok", "cluster": "ok"}}
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [{"seen_at": timedelta(seconds=-31)}, {"stopped_at": timedelta(0)}])
def test_it_is_not_ready_without_a_living_cluster(cluster, change):
    Cluster.objects.update(**{name: timezone.now() + span for name, span in change.items()})
    answer = ask("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": "ok", "migrations": "ok", "cluster": health.NO_CLUSTER}


@pytest.mark.django_db(transaction=True)
def test_it_is_not_ready_before_it_is_migrated(cluster, monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET name = name || 'x' WHERE app = 'interviews'")
    try:
        answer = ask("/readyz")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET name = rtrim(name, 'x') WHERE app = 'interviews'")
    assert answer.status_code == 503
    assert answer.json()["checks"]["migrations"] == health.NOT_MIGRATED


@pytest.mark.django_db(transaction=True)
def test_a_probe_costs_one_question_once_the_migrations_are_known(cluster):
    ask("/readyz")
    before = health._newest.cache_info().misses
    assert ask("/readyz").status_code == 200
    assert health._newest.cache_info().misses == before
    assert health._migrated


@pytest.mark.django_db(transaction=True)
def test_a_change_is_logged_once_and_not_each_second(caplog, monkeypatch):
    monkeypatch.setattr(health, "_look", health._Look())
    with caplog.at_level(logging.INFO):
        answers = [ask("/readyz").status_code for _ in range(3)]
    assert answers == [503] * 3
    assert [record.message for record in caplog.records] == [f"cluster: {health.NO_CLUSTER}"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_only_asks(path):
    assert Client().post(path).status_code == 405


ASK_TWICE = """
import json, time
from django.test import Client
for _ in range(2):
    began = time.monotonic()
    answer = Client().get("/readyz")
    print(json.dumps([answer.status_code, answer.json()["checks"]["database"], time.monotonic() - began]))
"""


def asked_twice(folder, url, pool):
    done = manage(folder, "shell", "-v", "0", "-c", ASK_TWICE, DATABASE_URL=url, HIRING_DB_POOL=pool)
    assert "Traceback" not in done.stdout + done.stderr
    assert "verysecret" not in done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("pool", ["0", "1"])
def test_a_database_that_hangs_is_told_within_seconds(tmp_path, pool):
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"postgresql://me:verysecret@127.0.0.1:{mute.getsockname()[1]}/hiring"
        answers = asked_twice(tmp_path, url, pool)
    assert [status for status, _, _ in answers] == [503, 503]
    assert answers[0][1] == health.LATE
    assert max(seconds for _, _, seconds in answers) < 3 * health.SECONDS


def test_a_database_that_is_down_is_told(tmp_path):
    answers = asked_twice(tmp_path, f"postgresql://me:verysecret@127.0.0.1:{free_port()}/hiring", "0")
    assert [answer[:2] for answer in answers] == [[503, health.NO_DATABASE]] * 2
