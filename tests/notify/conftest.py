import ipaddress

import pytest

from tests.notify.receiver import Receiver


@pytest.fixture
def receiver():
    server = Receiver()
    yield server
    server.close()


@pytest.fixture
def loopback_allowed(settings):
    """Loopback is refused unless the installation names it."""
    settings.NOTIFY_ALLOW = [ipaddress.ip_network("127.0.0.0/8")]
