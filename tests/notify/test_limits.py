"""What a receiver may take of a post: ten seconds and 64 KB, whatever it claims and however slowly it speaks."""

import gzip
import socket

import pytest

from tests.notify.late import LATE, error_in_time

pytestmark = pytest.mark.usefixtures("loopback_allowed")


def test_a_trickling_answer_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 200 OK\r\nX-Slow: "
        yield from server.trickle()

    server = raw(talk)
    assert error_in_time(hasty_sender, server.url) == LATE


@pytest.mark.parametrize("head", [b"Content-Length: 500\r\n", b"Transfer-Encoding: chunked\r\n", b""])
def test_a_trickling_body_ends_at_the_deadline(head, raw, hasty_sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 200 OK\r\n" + head + b"\r\n" + (b"500\r\n" if b"chunked" in head else b"")
        yield from server.trickle()

    server = raw(talk)
    assert error_in_time(hasty_sender, server.url) == LATE


def test_a_silent_receiver_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield None
        server.ended.wait()

    server = raw(talk)
    assert error_in_time(hasty_sender, server.url) == LATE


def test_a_trickling_tls_handshake_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield b"\x16\x03\x03\x3f\xff"
        yield from server.trickle()

    server = raw(talk)
    assert error_in_time(hasty_sender, server.url.replace("http:", "https:")) == LATE


def test_a_receiver_that_takes_no_body_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        server.ended.wait()
        yield b""

    server = raw(talk)
    assert error_in_time(hasty_sender, server.url, "x" * 50_000_000) == LATE


def test_endless_early_answers_end_at_the_deadline_or_the_limit(raw, hasty_sender):
    def talk(_):
        yield None
        while True:
            yield b"HTTP/1.1 100 Continue\r\n\r\n"

    outcome = hasty_sender.post(raw(talk).url, "{}", {})
    assert outcome.error == "What it answered is not valid HTTP."


def test_a_resolver_that_hangs_ends_at_the_deadline(resolver, hasty_sender):
    resolver.names["silent.example"] = None
    assert error_in_time(hasty_sender, "http://silent.example/") == LATE


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: 1000000000\r\n", b"Transfer-Encoding: chunked\r\n", b"", b"Content-Encoding: gzip\r\n"],
)
def test_of_a_long_answer_the_beginning_is_read(head, raw, sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 500 Bad\r\n" + head + b"\r\n" + (b"3b9aca00\r\n" if b"chunked" in head else b"")
        for _ in range(1000):
            yield b"x" * 1_000_000

    server = raw(talk)
    outcome = sender.post(server.url, "{}", {})
    assert (outcome.status, outcome.excerpt, outcome.error) == (500, "x" * 500, "It answered 500.")
    # What the kernel takes in before anybody reads is all that can go beyond the limit.
    assert server.sent < 30_000_000


@pytest.mark.parametrize("encoding", ["gzip", ", ".join(["gzip"] * 50)])
@pytest.mark.parametrize("status", [200, 302])
def test_nothing_is_unpacked(status, encoding, receiver, sender):
    packed = gzip.compress(b"x" * 10_000_000)
    receiver.script = [(status, {"Content-Encoding": encoding, "Location": receiver.url}, packed)]
    outcomes = [sender.post(receiver.url, "{}", {}) for _ in range(2)]
    assert [outcome.status for outcome in outcomes] == [status] * 2
    assert outcomes[0].excerpt == packed[:500].decode("utf-8", "replace").replace("\x00", "")
    assert receiver.connections == 1


@pytest.mark.parametrize("length", [b"-1", b"-9999", b"f" * 40, b"0x7fffffff", b"1_0000000"])
def test_a_chunk_of_a_strange_length_does_not_read_more(length, raw, sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + length + b"\r\n"
        for _ in range(1000):
            yield b"x" * 1_000_000

    server = raw(talk)
    sender.post(server.url, "{}", {})
    assert server.sent < 30_000_000


def test_what_is_read_ends_at_the_limit(raw, sender, monkeypatch):
    read = []
    receive = socket.socket.recv_into

    def counted(self, *args):
        read.append(receive(self, *args))
        return read[-1]

    server = raw(lambda _: iter([None, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + b"x" * 1_000_000]))
    monkeypatch.setattr(socket.socket, "recv_into", counted)
    assert sender.post(server.url, "{}", {}).delivered is True
    assert sum(read) == 64 * 1024
