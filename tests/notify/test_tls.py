"""Receivers that speak HTTPS, or should."""

import pytest

from tests.notify import certificates
from tests.notify.late import LATE, error_in_time
from tests.notify.receiver import Receiver

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
pytestmark = pytest.mark.usefixtures("loopback_allowed")


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


def test_a_receiver_of_many_names_is_told_which_one_is_meant(secure, sender, resolver):
    server, _ = secure
    names = []
    server.server.tls.sni_callback = lambda _, name, __: names.append(name)
    resolver.names["other.example"] = ["127.0.0.1"]
    sender.post(server.url.replace("127.0.0.1", "other.example"), "{}", {})
    assert names == ["other.example"]


def test_a_kept_connection_closed_without_an_answer_is_tried_once_more(secure, sender, monkeypatch):
    server, certificate = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server.script = [(200, {}, b"first"), None, (200, {}, b"third")]
    outcomes = [sender.post(server.url, "{}", {}) for _ in range(2)]
    assert ([outcome.excerpt for outcome in outcomes], server.connections) == (["first", "third"], 2)


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
    assert error_in_time(hasty_sender, server.url) == LATE
    assert (server.connections, server.requests) == (1, 2)
