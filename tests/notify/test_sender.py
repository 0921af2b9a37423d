"""One POST: to checked addresses only, bounded in time and size, without redirects."""

import logging
import socket
import time

import pytest

from interviews.notify.sender import Sender
from tests.notify import certificates
from tests.notify.receiver import Receiver

LATE = "No complete answer within 1 seconds."
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
pytestmark = pytest.mark.usefixtures("loopback_allowed")


def test_a_post_arrives_as_json(receiver, sender):
    outcome = sender.post(receiver.url + "?a=%20b&ü=[1]#part", '{"a": "ü"}', {"webhook-id": "7"})
    path, headers, body = receiver.requests[0]
    assert (outcome.delivered, outcome.status, outcome.excerpt, outcome.error) == (True, 200, "ok", "")
    assert (path, body) == ("/hook?a=%20b&%C3%BC=[1]", '{"a": "ü"}'.encode())
    assert headers == {
        "Host": f"127.0.0.1:{receiver.server.server_port}",
        "Accept-Encoding": "identity",
        "Content-Length": "11",
        "Content-Type": "application/json",
        "User-Agent": "hiring-notifications/1",
        "webhook-id": "7",
    }


def test_loopback_is_refused_unless_it_is_named(receiver, sender, settings):
    settings.NOTIFY_ALLOW = []
    outcome = sender.post(receiver.url, "{}", {})
    assert (outcome.delivered, outcome.permanent, receiver.connections) == (False, True, 0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver, sender, status):
    receiver.script = [(status, {"Location": receiver.url + "/elsewhere"}, b"")]
    outcome = sender.post(receiver.url, "{}", {})
    assert (outcome.delivered, outcome.status, len(receiver.requests)) == (False, status, 1)
    assert outcome.error == "It answered with a redirect, which is not followed."


def test_an_error_answer_is_told_with_its_beginning(receiver, sender):
    receiver.script = [(500, {}, b"x\x00" * 2000)]
    outcome = sender.post(receiver.url, "{}", {})
    assert (outcome.status, outcome.error, outcome.excerpt) == (500, "It answered 500.", "x" * 250)


def test_gone_is_permanent(receiver, sender):
    receiver.script = [(410, {}, b""), (404, {}, b"")]
    first, second = (sender.post(receiver.url, "{}", {}) for _ in range(2))
    assert (first.gone, first.permanent, second.gone, second.permanent) == (True, True, False, False)


def test_when_to_come_back_is_read_from_the_answer(receiver, sender):
    receiver.script = [(503, {"Retry-After": "120"}, b"")]
    assert sender.post(receiver.url, "{}", {}).retry_after == 120.0


def test_proxies_and_passwords_of_the_environment_are_not_used(receiver, sender, monkeypatch, tmp_path):
    proxy = Receiver()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password something\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert sender.post(receiver.url, "{}", {}).delivered is True
    proxy.close()
    assert (proxy.connections, "Authorization" in receiver.requests[0][1]) == (0, False)


def test_cookies_are_not_kept(receiver, sender):
    receiver.script = [(200, {"Set-Cookie": "a=b; Path=/"}, b"")]
    for _ in range(2):
        sender.post(receiver.url, "{}", {})
    assert ["Cookie" in headers for _, headers, _ in receiver.requests] == [False, False]


def test_no_url_token_or_body_in_a_log_line(receiver, sender, raw, resolver, caplog):
    caplog.set_level(logging.DEBUG)
    bad = raw(lambda _: iter([None, b"HTTP/1.1 200 OK\r\nno header at all\r\n\r\n"]))
    for url in (
        receiver.url,
        bad.url,
        "http://nowhere.example/hook",
        "http://10.0.0.1/hook",
        "http://127.0.0.1:9/hook",
    ):
        sender.post(f"{url}?token=sesame", '{"name": "sesame"}', {"authorization": "sesame"})
    assert [line for line in caplog.messages if "sesame" in line or "hook" in line] == []


# What went wrong, in words.


def test_a_closed_port_is_told_in_words(sender):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    outcome = sender.post(f"http://127.0.0.1:{port}/", "{}", {})
    assert outcome.error == "The connection was refused: nothing listens at this host and port."
    assert outcome.permanent is False


def test_a_name_that_does_not_exist_is_told_in_words(sender, resolver):
    resolver.names["empty.example"] = []
    for name in ("nowhere.example", "empty.example"):
        outcome = sender.post(f"http://{name}/", "{}", {})
        assert (outcome.error, outcome.permanent) == ("The name of the host was not found.", False)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", "The connection was closed without an answer."),
        (b"HTTP/1.1", "What it answered is not valid HTTP."),
        (b"SSH-2.0-OpenSSH\r\n", "What it answered is not valid HTTP."),
        (b"HTTP/1.1 099 x\r\n\r\n", "What it answered is not valid HTTP."),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n", "What it answered is not valid HTTP."),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
            "The connection was closed before the answer was complete.",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            "The connection was closed before the answer was complete.",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab",
            "The connection was closed before the answer was complete.",
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nab", "What it answered is not valid HTTP."),
    ],
)
def test_a_broken_answer_is_told_in_words(said, error, raw, sender):
    server = raw(lambda _: iter([None, said]))
    outcome = sender.post(server.url, "{}", {})
    assert (outcome.error, outcome.permanent, server.requests) == (error, False, 1)


# Time.


def test_a_trickling_answer_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 200 OK\r\nX-Slow: "
        yield from server.trickle()

    server = raw(talk)
    assert _in_time(hasty_sender, server.url) == LATE


@pytest.mark.parametrize("head", [b"Content-Length: 500\r\n", b"Transfer-Encoding: chunked\r\n", b""])
def test_a_trickling_body_ends_at_the_deadline(head, raw, hasty_sender):
    def talk(_):
        yield None
        yield b"HTTP/1.1 200 OK\r\n" + head + b"\r\n" + (b"500\r\n" if b"chunked" in head else b"")
        yield from server.trickle()

    server = raw(talk)
    assert _in_time(hasty_sender, server.url) == LATE


def test_a_silent_receiver_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield None
        server.ended.wait()

    server = raw(talk)
    assert _in_time(hasty_sender, server.url) == LATE


def test_a_trickling_tls_handshake_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield b"\x16\x03\x03\x3f\xff"
        yield from server.trickle()

    server = raw(talk)
    assert _in_time(hasty_sender, server.url.replace("http:", "https:")) == LATE


def test_a_receiver_that_takes_no_body_ends_at_the_deadline(raw, hasty_sender):
    def talk(_):
        server.ended.wait()
        yield b""

    server = raw(talk)
    assert _in_time(hasty_sender, server.url, "x" * 50_000_000) == LATE


def test_endless_early_answers_end_at_the_deadline_or_the_limit(raw, hasty_sender):
    def talk(_):
        yield None
        while True:
            yield b"HTTP/1.1 100 Continue\r\n\r\n"

    outcome = hasty_sender.post(raw(talk).url, "{}", {})
    assert outcome.error == "What it answered is not valid HTTP."


def test_a_resolver_that_hangs_ends_at_the_deadline(resolver, hasty_sender):
    resolver.names["silent.example"] = None
    assert _in_time(hasty_sender, "http://silent.example/") == LATE


def _in_time(sender: Sender, url: str, body: str = "{}") -> str:
    began = time.monotonic()
    outcome = sender.post(url, body, {})
    assert time.monotonic() - began < 8
    assert outcome.status is None
    return outcome.error


# Size.


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


# TLS.


@pytest.fixture
def secure(tmp_path, monkeypatch):
    """A receiver that speaks HTTPS, and the certificate to trust for it."""
    context, certificate = certificates.self_signed(tmp_path)
    server = Receiver(tls=context)
    yield server, certificate
    server.close()


def test_a_certificate_of_unknown_origin_is_refused(secure, sender):
    server, _ = secure
    outcome = sender.post(server.url, "{}", {})
    assert (outcome.error, outcome.permanent, server.requests) == (
        "The secure connection could not be made: the certificate is not valid for this address.",
        False,
        [],
    )


def test_a_certificate_that_the_system_trusts_is_good(secure, sender, monkeypatch):
    server, certificate = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    outcomes = [sender.post(server.url, "{}", {}) for _ in range(5)]
    assert [outcome.delivered for outcome in outcomes] == [True] * 5
    assert (server.connections, server.requests[0][1]["Host"]) == (1, f"127.0.0.1:{server.server.server_port}")


def test_a_trusted_certificate_of_another_host_is_refused(secure, sender, monkeypatch, resolver):
    server, certificate = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    resolver.names["other.example"] = ["127.0.0.1"]
    outcome = sender.post(server.url.replace("127.0.0.1", "other.example"), "{}", {})
    assert outcome.error == "The secure connection could not be made: the certificate is not valid for this address."


def test_a_receiver_without_tls_is_told_in_words(receiver, sender):
    outcome = sender.post(receiver.url.replace("http:", "https:"), "{}", {})
    assert outcome.error == "The secure connection could not be made: the other side does not speak TLS 1.2 or newer."


def test_a_trickling_answer_over_tls_ends_at_the_deadline_on_a_kept_connection(
    raw, hasty_sender, tmp_path, monkeypatch
):
    context, certificate = certificates.self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    def talk(_):
        yield None
        yield OK
        yield None
        yield from server.trickle()

    server = raw(talk, context)
    assert hasty_sender.post(server.url, "{}", {}).delivered is True
    assert _in_time(hasty_sender, server.url) == LATE
    assert (server.connections, server.requests) == (1, 2)
