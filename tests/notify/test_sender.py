"""One POST: to checked addresses only, bounded, without redirects."""

import socket
import threading
import time

import pytest

from interviews.notify import sender
from interviews.notify.sender import post


def test_a_post_arrives_as_json(receiver, loopback_allowed):
    outcome = post(receiver.url, '{"a": 1}', {"webhook-id": "7"})
    path, headers, body = receiver.requests[0]
    assert (outcome.delivered, outcome.status, outcome.excerpt) == (True, 200, "ok")
    assert (path, body, headers["Content-Type"], headers["webhook-id"]) == (
        "/hook",
        b'{"a": 1}',
        "application/json",
        "7",
    )


def test_loopback_is_refused_unless_it_is_named(receiver):
    outcome = post(receiver.url, "{}", {})
    assert (outcome.delivered, outcome.permanent, receiver.requests) == (False, True, [])


def test_a_name_that_leads_to_a_refused_address_is_not_connected_to(receiver, monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", receiver.server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    outcome = post(receiver.url.replace("127.0.0.1", "rebound.example.org"), "{}", {})
    assert outcome.error == "The name leads to an address that this service may not reach."
    assert receiver.requests == []


def test_one_refused_address_among_public_ones_is_enough_to_refuse(receiver, monkeypatch):
    port = receiver.server.server_port
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    outcome = post(receiver.url.replace("127.0.0.1", "mixed.example.org"), "{}", {})
    assert outcome.error == "The name leads to an address that this service may not reach."


def test_a_redirect_is_not_followed(receiver, loopback_allowed):
    receiver.script = [(302, {"Location": receiver.url + "/elsewhere"}, b"")]
    outcome = post(receiver.url, "{}", {})
    assert (outcome.delivered, outcome.status, len(receiver.requests)) == (False, 302, 1)
    assert outcome.error == "It answered with a redirect, which is not followed."


def test_an_error_answer_is_told_with_its_beginning(receiver, loopback_allowed):
    receiver.script = [(500, {}, b"x" * 2000)]
    outcome = post(receiver.url, "{}", {})
    assert (outcome.status, outcome.error, len(outcome.excerpt)) == (500, "It answered 500.", 500)


def test_gone_is_permanent(receiver, loopback_allowed):
    receiver.script = [(410, {}, b"")]
    assert post(receiver.url, "{}", {}).permanent is True


def test_a_closed_port_is_told_in_words(loopback_allowed):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = post(f"http://127.0.0.1:{port}/", "{}", {})
    assert outcome.error == "The connection could not be made, or it was closed without an answer."


@pytest.fixture
def trickle():
    """A server that sends one byte of its answer every tenth of a second and never ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def serve():
        connected, _ = listener.accept()
        with connected:
            connected.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not ended.wait(0.1):
                try:
                    connected.sendall(b"x")
                except OSError:
                    return

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    ended.set()
    thread.join()
    listener.close()


def test_a_trickling_answer_ends_at_the_deadline(trickle, loopback_allowed, monkeypatch):
    monkeypatch.setattr(sender, "SECONDS", 1.0)
    began = time.monotonic()
    outcome = post(trickle, "{}", {})
    assert outcome.error == "No complete answer within 10 seconds."
    assert time.monotonic() - began < 8
