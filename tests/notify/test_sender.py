"""One POST: to checked addresses only, bounded in time and size, without redirects."""

import logging
import socket

import pytest

from tests.notify.receiver import Receiver

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
