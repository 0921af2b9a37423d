"""An answer, read to a limit whatever lengths it claims."""

import http.client
import io
import socket
from typing import Any

from interviews.notify.posts import current


class Response(http.client.HTTPResponse):
    """An answer of which no more is read than its post allows, head and body together."""

    def __init__(self, sock: socket.socket, *options: Any, **named: Any) -> None:
        super().__init__(sock, *options, **named)
        self.fp = io.BufferedReader(_Limited(self.fp.detach()))


class _Limited(io.RawIOBase):
    def __init__(self, endless: io.RawIOBase) -> None:
        self._endless = endless
        self._post = current()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if not self._post.bytes_left:
            return 0
        count: int | None = self._endless.readinto(memoryview(buffer)[: self._post.bytes_left])
        self._post.bytes_left -= count or 0
        return count

    def close(self) -> None:
        # The answer is over: another post may have the connection before this one ends, and must not be cut by it.
        self._post.let_go()
        self._endless.close()
        super().close()
