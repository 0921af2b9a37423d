"""Where a notification may go."""

import ipaddress

import pytest

from interviews.notify.addresses import AddressError, check_url, may_reach

REFUSED = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
    "2002:7f00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "ff0e::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_public_is_not_reached(address):
    assert may_reach(ipaddress.ip_address(address), []) is False


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_reached(address):
    assert may_reach(ipaddress.ip_address(address), []) is True


def test_a_named_network_is_reached_and_nothing_beside_it():
    allowed = [ipaddress.ip_network("10.0.0.0/24")]
    assert may_reach(ipaddress.ip_address("10.0.0.7"), allowed) is True
    assert may_reach(ipaddress.ip_address("::ffff:10.0.0.7"), allowed) is True
    assert may_reach(ipaddress.ip_address("10.0.1.7"), allowed) is False


@pytest.mark.parametrize(
    "url",
    ["https://example.org", "http://example.org:8080/a?b=c", "https://8.8.8.8/x", "https://[2606:4700:4700::1111]/"],
)
def test_an_ordinary_url_is_fine(url):
    check_url(url, [])


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "//example.org", "ftp://example.org", "file:///etc/passwd", "gopher://example.org",
        "javascript:alert(1)", "http://", "http://:80", "http://user@example.org", "http://user:pass@example.org",
        "http://example.org:0", "http://example.org:21", "http://example.org:65536", "http://example.org:x",
        "http://[::1", "http://exam ple.org", "http://example.org\\@127.0.0.1", "http://example.org/\n",
        "http://localhost", "http://LOCALHOST.:9000", "http://a.localhost", "http://127.0.0.1", "http://127.1",
        "http://0x7f000001", "http://0177.0.0.1", "http://2130706433", "http://127.0.0.1.", "http://0",
        "http://[::1]", "http://[::ffff:127.0.0.1]", "http://[fe80::1%25eth0]", "http://10.0.0.1", "http://169.254.169.254",
    ],
)  # fmt: skip
def test_a_url_that_is_not_usable_is_refused(url):
    with pytest.raises(AddressError):
        check_url(url, [])
