"""A DNS server on a loopback port, and a `getaddrinfo` that asks it instead of the system's resolver."""

import ipaddress
import socket
import struct
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

A, AAAA = 1, 28
NAME_ERROR = 3
Record = tuple[Any, ...]


class Resolver:
    """Answers A and AAAA questions from `names`, always with a time to live of 0.

    A name leads to its addresses; to a list of such lists, given one after the other and the last one repeated; or to
    None: then nothing ever comes. Any other name does not exist."""

    def __init__(self) -> None:
        self.names: dict[str, Sequence[str] | Sequence[Sequence[str]] | None] = {}
        self.asked: Counter[tuple[str, int]] = Counter()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stops answering; whoever still waits for an answer is told to try again."""
        self._closed.set()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", self._socket.getsockname())
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while True:
            question, sender = self._socket.recvfrom(512)
            if self._closed.is_set():
                return
            answer = self._answer(question)
            if answer is not None:
                self._socket.sendto(answer, sender)

    def _answer(self, question: bytes) -> bytes | None:
        name, end = _read_name(question, 12)
        (kind,) = struct.unpack_from("!H", question, end)
        asked = question[12 : end + 4]
        turn = self.asked[name, kind]
        self.asked[name, kind] += 1
        if name not in self.names:
            return question[:2] + struct.pack("!HHHHH", 0x8180 | NAME_ERROR, 1, 0, 0, 0) + asked
        told = self.names[name]
        if told is None:
            return None
        if told and not isinstance(told[0], str):
            told = told[min(turn, len(told) - 1)]
        version = 4 if kind == A else 6
        found = [address for address in map(ipaddress.ip_address, told) if address.version == version]
        records = [struct.pack("!HHHIH", 0xC00C, kind, 1, 0, len(one.packed)) + one.packed for one in found]
        return question[:2] + struct.pack("!HHHHH", 0x8180, 1, len(records), 0, 0) + asked + b"".join(records)

    def getaddrinfo(self, host: str, port: int, *_: Any, **__: Any) -> list[Record]:
        """As `socket.getaddrinfo` for a stream, asking this server over UDP."""
        with suppress(ValueError):
            return [_record(ipaddress.ip_address(host), port)]
        found = [address for kind in (A, AAAA) for address in self._ask(host, kind)]
        if not found:
            raise socket.gaierror(socket.EAI_NODATA, "No address associated with hostname")
        return [_record(address, port) for address in found]

    def _ask(self, host: str, kind: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
        labels = [bytes([len(label)]) + label for label in host.encode("ascii").split(b".")]
        question = struct.pack("!HHHHHH", 7, 0x0100, 1, 0, 0, 0) + b"".join(labels) + struct.pack("!BHH", 0, kind, 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(0.05)
            asking.sendto(question, self._socket.getsockname())
            while not self._closed.is_set():
                with suppress(TimeoutError):
                    return _addresses(asking.recv(4096), len(question))
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def _read_name(message: bytes, start: int) -> tuple[str, int]:
    labels = []
    while length := message[start]:
        labels.append(message[start + 1 : start + 1 + length].decode("ascii"))
        start += 1 + length
    return ".".join(labels).lower(), start + 1


def _addresses(answer: bytes, start: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    _, flags, _, count, _, _ = struct.unpack_from("!HHHHHH", answer)
    if flags & 0xF == NAME_ERROR:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from("!H", answer, start + 10)
        found.append(ipaddress.ip_address(answer[start + 12 : start + 12 + length]))
        start += 12 + length
    return found


def _record(address: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int) -> Record:
    if address.version == 4:
        return (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (str(address), port))
    return (socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (str(address), port, 0, 0))
