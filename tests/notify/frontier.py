"""Sees every connection that this process begins, and stops those that would leave the machine.

It stands on Python's audit events, so nothing of the product or of `socket` is replaced."""

import ipaddress
import sys
from typing import Any

_attempts: list[str] | None = None


def begin() -> list[str]:
    """The list that addresses are written to from now on, each when a connection to it is begun."""
    global _attempts
    _attempts = []
    return _attempts


def end() -> None:
    """Lets everything pass again."""
    global _attempts
    _attempts = None


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect" or _attempts is None or not isinstance(arguments[1], tuple):
        return
    address = ipaddress.ip_address(arguments[1][0])
    _attempts.append(str(address))
    if not address.is_loopback:
        raise ConnectionRefusedError("no test leaves this machine")


sys.addaudithook(_hook)
