"""Where a notification may go, as far as the address or the URL says it."""

import ipaddress
import subprocess
import sys

import pytest

from interviews.notify.addresses import AddressError, check_url, may_reach
from tests.notify import places

UNREACHABLE = "notification_url points to an address that this service may not reach"


@pytest.mark.parametrize("case", places.CASES, ids=places.title)
def test_an_address_is_reached_or_not(case):
    allowed, address, reached = case
    assert may_reach(ipaddress.ip_address(address), places.networks(allowed)) is reached


@pytest.mark.parametrize("case", places.CASES, ids=places.title)
def test_a_url_with_the_address_in_it_is_usable_or_not(case):
    allowed, address, reached = case
    url = f"https://{places.host(address)}/hook"
    if reached:
        assert check_url(url, places.networks(allowed)).hostname is not None
        return
    with pytest.raises(AddressError) as refused:
        check_url(url, places.networks(allowed))
    assert str(refused.value) == UNREACHABLE


def test_nothing_is_reached_that_this_release_of_python_calls_private():
    v4 = [ipaddress.IPv4Address(number) for number in range(1, 2**32, 2**17)]
    v4 += [network[1] for network in ipaddress.ip_network("192.0.0.0/16").subnets(new_prefix=24)]
    v6 = [ipaddress.IPv6Address(number) for number in range(1, 2**128, 2**117)]
    v6 += [network[1] for network in ipaddress.ip_network("2001::/16").subnets(new_prefix=28)]
    every: list[ipaddress.IPv4Address | ipaddress.IPv6Address] = [*v4, *v6]
    reached = [address for address in every if may_reach(address, [])]
    assert [address for address in reached if not address.is_global or address.is_multicast] == []
    assert len(reached) > len(v4) / 2


@pytest.mark.parametrize("url", places.PLAIN_URLS)
def test_an_ordinary_url_is_usable(url):
    check_url(url, [])


@pytest.mark.parametrize("host", places.ODD_HOSTS)
def test_a_host_in_an_odd_notation_is_refused_at_once(host):
    with pytest.raises(AddressError, match=r"^notification_url "):
        check_url(f"http://{host}/hook", [])


@pytest.mark.parametrize("url", places.ODD_URLS)
def test_a_url_that_is_not_usable_is_refused(url):
    with pytest.raises(AddressError, match=r"^notification_url "):
        check_url(url, [])


@pytest.mark.parametrize("host", ["2130706433", "127.1", "127.0.0.1.", "localhost.", "１２７.0.0.1"])
def test_an_odd_notation_is_refused_although_the_address_is_allowed(host):
    with pytest.raises(AddressError):
        check_url(f"http://{host}/", places.networks("127.0.0.0/8 ::1/128"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://2130706433/", UNREACHABLE),
        (
            "http://134744072/",
            "notification_url must write its host plainly, as a name or an ordinary IP address: "
            "no trailing dot, no % and no number or letter in another form",
        ),
        ("http://a@example.org/", "notification_url must not carry a user name or password"),
        ("http://example.org:22/", "notification_url must use port 80, 443 or one from 1024 up"),
        ("http:///", "notification_url names no host"),
        ("ftp://example.org/", "notification_url must begin with https:// or http://"),
        ("http://exa mple.org/", "notification_url is not a valid URL"),
    ],
)
def test_a_refusal_says_what_to_do(url, said):
    with pytest.raises(AddressError) as refused:
        check_url(url, [])
    assert str(refused.value) == said


def test_this_machine_may_be_named_when_loopback_is_allowed():
    assert check_url("http://localhost:9000/", places.networks("127.0.0.0/8")).port == 9000


def test_the_web_process_takes_no_http_client_and_no_django_with_it():
    code = "import sys, interviews.notify.addresses; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert {"requests", "urllib3", "http.client", "ssl", "django"} & set(loaded.stdout.split()) == set()
