"""The queue's broker: a message is taken once, a database that is away ends nothing, clusters are noted."""

import threading
import uuid
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from django_q.brokers import get_broker
from django_q.conf import Conf
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from interviews.models import Cluster, broker, wake
from interviews.models.broker import Broker


@pytest.fixture
def queue(db, monkeypatch):
    monkeypatch.setattr(broker, "sleep", lambda seconds: None)
    found = get_broker()
    assert isinstance(found, Broker)
    return found


def test_messages_come_in_order_and_are_gone_when_they_are_read(queue):
    for identifier in ("first", "second"):
        wake("job", identifier)
    read = [SignedPackage.loads(queue.dequeue()[0][1])["args"] for _ in range(2)]
    assert read == [("first",), ("second",)]
    assert OrmQ.objects.count() == 0
    assert queue.dequeue() is None


@pytest.mark.django_db(transaction=True)
def test_no_message_is_read_twice(monkeypatch):
    monkeypatch.setattr(broker, "sleep", lambda seconds: None)
    for number in range(40):
        wake("job", str(number))
    read: list[str] = []

    def take():
        mine = get_broker()
        try:
            while OrmQ.objects.exists():
                read.extend(SignedPackage.loads(message)["args"][0] for _, message in mine.dequeue() or [])
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(read, key=int) == [str(number) for number in range(40)]


def test_a_database_that_is_away_is_waited_for(queue, monkeypatch, caplog):
    def away(*args):
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(connection, "close", lambda: None)
    with monkeypatch.context() as patch:
        patch.setattr(queue, "get_connection", away)
        assert queue.dequeue() is None
    assert "did not answer" in caplog.text
    wake("job", "7")
    assert queue.dequeue() is not None


def stat(**changes):
    values = {
        "cluster_id": uuid.UUID(int=7), "pid": 10, "sentinel": 11, "monitor": 12, "pusher": 13, "workers": [14, 15],
        "reincarnations": 0, "tob": timezone.now(), "status": Conf.IDLE,
    }  # fmt: skip
    return SignedPackage.dumps(SimpleNamespace(**(values | changes)), True)


def test_a_cluster_is_noted_now_and_then_and_when_its_state_changes(queue):
    queue.set_stat("key", stat(), 3)
    row = Cluster.objects.get()
    assert (row.pid, row.worker_pids, row.is_alive) == (10, [14, 15], True)
    queue.set_stat("key", stat(reincarnations=3), 3)
    assert Cluster.objects.get().replaced == 0, "not every half second"
    queue.set_stat("key", stat(reincarnations=3, status=Conf.WORKING), 3)
    assert Cluster.objects.get().replaced == 3
    queue.set_stat("key", stat(status=Conf.STOPPED), 3)
    assert Cluster.objects.get().is_alive is False
    assert not Cluster.objects.alive().exists()
