"""A loopback server that speaks bytes: what it says to a connection is a generator's business."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

Talk = Callable[[int], Iterator[bytes | None]]


class RawReceiver:
    """For each connection, counted from 0, `talk(number)` yields what to send; None waits for a whole request first.

    When the generator ends, the connection is closed. `sent` is the number of bytes that went out altogether."""

    def __init__(self, talk: Talk, tls: ssl.SSLContext | None = None) -> None:
        self.requests = 0
        self.connections = 0
        self.sent = 0
        self.ended = threading.Event()
        self._talk = talk
        self._tls = tls
        self._connected: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.02)
        self.port = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/hook"
        self._threads.append(threading.Thread(target=self._accept))
        self._threads[0].start()

    def close(self) -> None:
        """Stops listening, and waits for the talks to end."""
        self.ended.set()
        for connected in self._connected:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)
            connected.close()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self.ended.is_set():
            with suppress(TimeoutError):
                connected, _ = self._listener.accept()
                self._connected.append(connected.dup())
                thread = threading.Thread(target=self._serve, args=(connected, self.connections))
                self.connections += 1
                self._threads.append(thread)
                thread.start()

    def _serve(self, connected: socket.socket, number: int) -> None:
        twin = self._connected[number]
        with suppress(OSError), connected:
            connected.settimeout(10)
            speaking = self._tls.wrap_socket(connected, server_side=True) if self._tls else connected
            with speaking:
                self._speak(speaking, number)
        with suppress(OSError):
            twin.shutdown(socket.SHUT_RDWR)

    def _speak(self, connected: socket.socket, number: int) -> None:
        for said in self._talk(number):
            if self.ended.is_set():
                return
            if said is None:
                self._read(connected)
            else:
                connected.sendall(said)
                self.sent += len(said)

    def _read(self, connected: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connected.recv(4096)
            if not piece:
                raise ConnectionError
            request += piece
        head, _, body = request.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        while len(body) < length:
            body += connected.recv(4096)
        self.requests += 1

    def trickle(self) -> Iterator[bytes]:
        """A byte every twentieth of a second until the server is closed."""
        while not self.ended.wait(0.05):
            yield b"x"
