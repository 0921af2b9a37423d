"""What is refused is never connected to: every case through a whole post, by address and by name."""

import ipaddress

import pytest

from interviews.notify.sender import Sender
from tests.notify import places
from tests.notify.receiver import Receiver
from tests.notify.resolver import A

LITERAL = "notification_url points to an address that this service may not reach"
BY_NAME = "The name leads to an address that this service may not reach."


@pytest.fixture
def post(settings, resolver, attempts):
    """Posts with an allow-list, by a sender of its own; gives the outcome and what was connected to meanwhile."""

    def post_with(url, allowed=""):
        settings.NOTIFY_ALLOW = places.networks(allowed)
        sender = Sender()
        attempts.clear()
        outcome = sender.post(url, "{}", {})
        sender.close()
        return outcome, list(attempts)

    return post_with


@pytest.mark.parametrize("case", places.CASES, ids=places.title)
def test_an_address_in_the_url(case, post):
    allowed, address, reached = case
    outcome, connected = post(f"http://{places.host(address)}:8080/hook", allowed)
    assert connected == ([str(ipaddress.ip_address(address))] if reached else [])
    assert (outcome.permanent, outcome.error == LITERAL) == (not reached, not reached)


@pytest.mark.parametrize("case", places.CASES, ids=places.title)
def test_a_name_that_leads_to_the_address(case, post, resolver):
    allowed, address, reached = case
    resolver.names["receiver.example"] = [address]
    outcome, connected = post("http://receiver.example:8080/hook", allowed)
    assert connected == ([str(ipaddress.ip_address(address))] if reached else [])
    assert (outcome.permanent, outcome.error == BY_NAME) == (not reached, not reached)


@pytest.mark.parametrize("url", [f"http://{host}:8080/" for host in places.ODD_HOSTS] + places.ODD_URLS)
def test_an_odd_url_is_neither_resolved_nor_connected_to(url, post, resolver):
    outcome, connected = post(url, "127.0.0.0/32")
    assert (outcome.permanent, outcome.status, connected, resolver.asked) == (True, None, [], {})
    assert outcome.error.startswith("notification_url ")


@pytest.mark.parametrize(
    "addresses",
    [
        ["8.8.8.8", "127.0.0.1"],
        ["127.0.0.1", "8.8.8.8"],
        ["8.8.8.8", "1.1.1.1", "10.0.0.1"],
        ["8.8.8.8", "::1"],
        ["2606:4700:4700::1111", "169.254.169.254"],
        ["2606:4700:4700::1111", "::ffff:127.0.0.1"],
        ["8.8.8.8", "fd00:ec2::254"],
    ],
    ids=" and ".join,
)
def test_one_refused_address_among_several_is_enough(addresses, post, resolver):
    resolver.names["mixed.example"] = addresses
    outcome, connected = post("http://mixed.example:8080/")
    assert (outcome.error, outcome.permanent, connected) == (BY_NAME, True, [])


def test_every_public_address_of_a_name_is_tried(post, resolver):
    resolver.names["two.example"] = ["8.8.8.8", "2606:4700:4700::1111"]
    outcome, connected = post("http://two.example:8080/")
    assert connected == ["8.8.8.8", "2606:4700:4700::1111"]
    assert (outcome.error, outcome.permanent) == (
        "The connection was refused: nothing listens at this host and port.",
        False,
    )


def test_the_next_address_of_a_name_is_used_when_the_first_refuses(post, resolver):
    server = Receiver("127.0.0.2")
    resolver.names["two.example"] = ["127.0.0.1", "127.0.0.2"]
    outcome, connected = post(f"http://two.example:{server.server.server_port}/", "127.0.0.0/8")
    server.close()
    assert (outcome.delivered, connected) == (True, ["127.0.0.1", "127.0.0.2"])


def test_a_name_is_resolved_once_for_a_connection(post, resolver, receiver):
    resolver.names["once.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    outcome, connected = post(f"http://once.example:{receiver.server.server_port}/hook", "127.0.0.1/32")
    assert (outcome.delivered, connected, resolver.asked["once.example", A]) == (True, ["127.0.0.1"], 1)
    assert receiver.requests[0][1]["Host"] == f"once.example:{receiver.server.server_port}"


@pytest.mark.parametrize(
    "inside", ["127.0.0.2", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.2", "64:ff9b::1"]
)
def test_a_name_that_leads_elsewhere_the_second_time_is_refused(inside, settings, resolver, attempts, receiver, sender):
    settings.NOTIFY_ALLOW = places.networks("127.0.0.1/32")
    resolver.names["rebinding.example"] = [["127.0.0.1"], [inside]]
    url = f"http://rebinding.example:{receiver.server.server_port}/hook"
    assert sender.post(url, "{}", {}).delivered is True
    receiver.hang_up()
    attempts.clear()
    outcome = sender.post(url, "{}", {})
    assert (outcome.error, outcome.permanent, attempts, len(receiver.requests)) == (BY_NAME, True, [], 1)


def test_a_connection_that_is_kept_needs_no_second_look(settings, resolver, attempts, receiver, sender):
    settings.NOTIFY_ALLOW = places.networks("127.0.0.1/32")
    resolver.names["rebinding.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    url = f"http://rebinding.example:{receiver.server.server_port}/hook"
    assert [sender.post(url, "{}", {}).delivered for _ in range(2)] == [True, True]
    assert (attempts, resolver.asked["rebinding.example", A]) == (["127.0.0.1"], 1)


def test_an_ipv6_receiver_on_loopback_sees_nothing_until_it_is_allowed(post, resolver):
    server = Receiver("::1")
    resolver.names["six.example"] = ["::1"]
    url = server.url.replace("[::1]", "six.example")
    refused = [post(server.url), post(url), post(server.url, "127.0.0.0/8")]
    assert ([(outcome.permanent, connected) for outcome, connected in refused], server.connections) == (
        [(True, [])] * 3,
        0,
    )
    assert [post(server.url, "::1/128")[0].delivered, post(url, "::1/128")[0].delivered] == [True, True]
    server.close()
