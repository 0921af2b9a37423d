"""The beginning of an answer, read to a limit whatever lengths it claims."""

import http.client
import io
import socket
import ssl
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 64 * 1024
_PIECE = 4096
# What a socket raises once the other side has gone.
BROKEN = (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError, ssl.SSLZeroReturnError)


class Unanswered(ConnectionError):
    """The other side closed the connection before any byte of an answer came."""


@dataclass(frozen=True)
class Answer:
    """An answer's status, its headers, and what of its body lay within its first `MOST_BYTES`, as it came.

    `whole` says whether it was read to its end."""

    status: int
    headers: http.client.HTTPMessage
    beginning: bytes
    whole: bool


class Response(http.client.HTTPResponse):
    """An answer of which no more than `MOST_BYTES` are read, head and body together."""

    def __init__(self, sock: socket.socket, *options: Any, **named: Any) -> None:
        super().__init__(sock, *options, **named)
        self._limited = _Limited(self.fp.detach())
        self.fp = io.BufferedReader(self._limited)

    def begin(self) -> None:
        """Reads the head. Raises Unanswered when nothing came."""
        try:
            first = self.fp.peek(1)
        except BROKEN:
            first = b""
        if not first:
            raise Unanswered
        super().begin()

    def answer(self) -> Answer:
        """Reads the body. Raises HTTPException when the other side broke it off."""
        body, whole = bytearray(), True
        try:
            while piece := self.read(_PIECE):
                body += piece
            if self.length:
                raise http.client.IncompleteRead(bytes(body), self.length)
        except http.client.IncompleteRead:
            if self._limited.left:
                raise
            whole = False
        except ValueError as error:
            raise http.client.HTTPException("a chunk of negative length") from error
        return Answer(self.status, self.headers, bytes(body), whole)


class _Limited(io.RawIOBase):
    def __init__(self, endless: io.RawIOBase) -> None:
        self._endless = endless
        self.left = MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if not self.left:
            return 0
        count: int | None = self._endless.readinto(memoryview(buffer)[: self.left])
        self.left -= count or 0
        return count

    def close(self) -> None:
        self._endless.close()
        super().close()
