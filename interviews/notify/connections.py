"""Connections to receivers, made to checked addresses only."""

import ipaddress
import socket
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from interviews.notify.addresses import AddressError, may_reach
from interviews.notify.posts import Post
from interviews.notify.ranges import Network


def connect(host: str, port: int, allowed: Sequence[Network], post: Post) -> socket.socket:
    """A socket to one of the host's addresses, after *every* one of them was found reachable.

    The socket goes to the very address that was checked. Raises AddressError, or OSError when nothing answers."""
    found = _look_up(host, port, post.left())
    if not all(may_reach(ipaddress.ip_address(address.partition("%")[0]), allowed) for address in found):
        raise AddressError("The name leads to an address that this service may not reach.")
    last: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
    for tried, address in enumerate(found):
        try:
            connected = socket.create_connection((address, port), post.left() / (len(found) - tried))
        except OSError as error:
            last = error
        else:
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connected.settimeout(post.left())
            return connected
    raise last


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """The host's addresses; a resolver that hangs is left behind in a thread of its own, which ends when it does."""
    answer: Future[list[Any]] = Future()

    def ask() -> None:
        try:
            answer.set_result(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answer.set_exception(error)

    threading.Thread(target=ask, name="notify-lookup", daemon=True).start()
    return [str(address[0]) for *_, address in answer.result(seconds)]
