"""Where a notification may go, as far as a URL says it: names are resolved and judged when they are connected to."""

import ipaddress
import re
import socket
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from interviews.notify.ranges import Network
from interviews.notify.ranges import may_reach as may_reach

LOW_PORTS = frozenset({80, 443})
MOST_URL = 2000

_NOT_VALID = "notification_url is not a valid URL"
_UNREACHABLE = "notification_url points to an address that this service may not reach"
_PLAIN = (
    "notification_url must write its host plainly, as a name or an ordinary IP address: "
    "no trailing dot, no % and no number or letter in another form"
)
_PORT = "notification_url must use port 80, 443 or one from 1024 up"

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_NAME = re.compile(r"(?!.{254})[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
# The last part decides whether a host is read as a number, whatever stands before it (WHATWG URL, "ends in a number").
_ENDS_IN_A_NUMBER = re.compile(r"(.*\.)?([0-9]+|0x[0-9a-f]*)\.?")


class AddressError(ValueError):
    """A notification URL that is refused; the message says why and what to do."""


def check_url(url: str, allowed: Sequence[Network]) -> SplitResult:
    """The parts of a usable notification URL, with scheme, host and port in plain writing. Raises AddressError.

    Names are not resolved here."""
    parts = _plain(url)
    host = parts.hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        if host != "localhost" and not host.endswith(".localhost"):
            return parts
        address = ipaddress.ip_address("127.0.0.1")
    if not may_reach(address, allowed):
        raise AddressError(_UNREACHABLE)
    return parts


def _plain(url: str) -> SplitResult:
    """The parts of a URL that can be read in one way only; `netloc` becomes the ASCII host and the port."""
    if len(url) > MOST_URL or any(letter in " \\" or not letter.isprintable() for letter in url):
        raise AddressError(_NOT_VALID)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressError(_NOT_VALID) from None
    if parts.scheme not in {"http", "https"}:
        raise AddressError("notification_url must begin with https:// or http://")
    if "@" in parts.netloc:
        raise AddressError("notification_url must not carry a user name or password")
    if port is None:
        port = 443 if parts.scheme == "https" else 80
    if port < 1024 and port not in LOW_PORTS:
        raise AddressError(_PORT)
    return parts._replace(netloc=f"{_host(parts.netloc)}:{port}")


def _host(netloc: str) -> str:
    """The host before the port, in ASCII and lower case, an IPv6 address in brackets."""
    bracketed = _BRACKETED.match(netloc)
    host, colon, rest = (bracketed[0], netloc[bracketed.end() :][:1], "") if bracketed else netloc.partition(":")
    if not host or host == "[]":
        raise AddressError("notification_url names no host")
    if ":" in rest or colon not in ("", ":"):
        raise AddressError(_NOT_VALID)
    if bracketed:
        return f"[{_ipv6(host[1:-1])}]"
    host = _ascii(host)
    if _ENDS_IN_A_NUMBER.fullmatch(host):
        return _ipv4(host)
    if not _NAME.fullmatch(host):
        raise AddressError(_PLAIN)
    return host


def _ipv6(text: str) -> str:
    if "%" in text:
        raise AddressError(_PLAIN)
    try:
        return ipaddress.IPv6Address(text).compressed
    except ValueError:
        raise AddressError(_NOT_VALID) from None


def _ipv4(text: str) -> str:
    with suppress(ValueError):
        return ipaddress.IPv4Address(text).compressed
    with suppress(OSError):
        if not may_reach(ipaddress.IPv4Address(socket.inet_aton(text.rstrip("."))), []):
            raise AddressError(_UNREACHABLE)
    raise AddressError(_PLAIN)


def _ascii(host: str) -> str:
    """The name that would be looked up; refused when another writing of it would lead to the same one."""
    if host.isascii():
        return host.lower()
    with suppress(UnicodeError):
        lower = host.lower()
        encoded = lower.encode("idna")
        if unicodedata.normalize("NFKC", host) == host and encoded.decode("idna") == lower:
            return encoded.decode("ascii")
    raise AddressError(_PLAIN)
