"""Where a notification may go: what a URL says unresolved, and what is asked of an address before connecting."""

import ipaddress
import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Ranges whose members reach IPv4 hosts or sites behind a border (RFC 4291, 3879, 6052, 8215, 3056, 4380).
_NEVER = [
    ipaddress.ip_network(range_)
    for range_ in ("::/96", "fec0::/10", "64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96", "2002::/16", "2001::/32")
]
_NUMBERS_ONLY = re.compile(r"^(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*$", re.I)
LOW_PORTS = frozenset({80, 443})


class AddressError(ValueError):
    """A notification URL that is refused; the message says why and what to do."""


def may_reach(address: Address, allowed: Sequence[Network]) -> bool:
    """Whether a resolved address may be connected to: public, or inside a network that the installation allows."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if any(address in network for network in allowed if network.version == address.version):
        return True
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not getattr(address, "is_site_local", False)


def check_url(url: str, allowed: Sequence[Network]) -> SplitResult:
    """The parts of a usable notification URL. Raises AddressError. Names are not resolved here."""
    parts = _split(url)
    if parts.scheme not in {"http", "https"}:
        raise AddressError("notification_url must begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise AddressError("notification_url must not carry a user name or password")
    host = parts.hostname
    if not host:
        raise AddressError("notification_url names no host")
    port = parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80
    if port < 1024 and port not in LOW_PORTS:
        raise AddressError("notification_url must use port 80, 443 or one from 1024 up")
    _check_host(host, allowed)
    return parts


def _split(url: str) -> SplitResult:
    if len(url) > 2000 or any(ord(letter) <= 32 or ord(letter) == 127 or letter == "\\" for letter in url):
        raise AddressError("notification_url is not a valid URL")
    try:
        parts = urlsplit(url)
        if parts.port == 0:
            raise AddressError("notification_url must use port 80, 443 or one from 1024 up")
    except ValueError as error:
        if isinstance(error, AddressError):
            raise
        raise AddressError("notification_url is not a valid URL") from None
    return parts


def _check_host(host: str, allowed: Sequence[Network]) -> None:
    refused = AddressError("notification_url points to an address that this service may not reach")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        bare = host.rstrip(".")
        if _NUMBERS_ONLY.match(bare) or "%" in host:
            raise refused from None
        if not bare or bare.lower() == "localhost" or bare.lower().endswith(".localhost"):
            loopback = ipaddress.ip_address("127.0.0.1")
            if not may_reach(loopback, allowed):
                raise refused from None
        return
    if not may_reach(address, allowed):
        raise refused
