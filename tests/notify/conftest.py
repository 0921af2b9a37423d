import ipaddress
import socket

import pytest

from interviews.notify.sender import Sender
from tests.notify import frontier
from tests.notify.raw import RawReceiver
from tests.notify.receiver import Receiver
from tests.notify.resolver import Resolver


@pytest.fixture
def receiver():
    server = Receiver()
    yield server
    server.close()


@pytest.fixture
def raw():
    """Makes raw receivers, and closes them."""
    made = []

    def make(talk, tls=None):
        made.append(RawReceiver(talk, tls))
        return made[-1]

    yield make
    for server in made:
        server.close()


@pytest.fixture
def sender():
    made = Sender()
    yield made
    made.close()


@pytest.fixture
def hasty_sender():
    """A sender whose posts are over within a second."""
    made = Sender(seconds=1.0)
    yield made
    made.close()


@pytest.fixture
def loopback_allowed(settings):
    """Loopback is refused unless the installation names it."""
    settings.NOTIFY_ALLOW = [ipaddress.ip_network("127.0.0.0/8")]


@pytest.fixture
def resolver(monkeypatch):
    server = Resolver()
    monkeypatch.setattr(socket, "getaddrinfo", server.getaddrinfo)
    yield server
    server.close()


@pytest.fixture
def attempts():
    """Addresses that a connection was begun to; none outside this machine is let through."""
    yield frontier.begin()
    frontier.end()
