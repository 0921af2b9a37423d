"""Connections that stay open between posts: reused, given back, dropped, and never a way around the deadline."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from interviews.notify.sender import Sender
from tests.notify.late import LATE, error_in_time
from tests.notify.receiver import Receiver, wait_until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
pytestmark = pytest.mark.usefixtures("loopback_allowed")


def test_five_posts_make_one_connection(receiver, sender):
    outcomes = [sender.post(f"{receiver.url}/{number}", "{}", {}) for number in range(5)]
    assert [outcome.delivered for outcome in outcomes] == [True] * 5
    assert ([path for path, _, _ in receiver.requests], receiver.connections) == (
        [f"/hook/{number}" for number in range(5)],
        1,
    )


@pytest.mark.parametrize("status", [200, 204, 302, 404, 410, 500, 503])
def test_an_answer_of_any_status_leaves_the_connection_open(status, receiver, sender):
    receiver.script = [(status, {}, b"")]
    for _ in range(3):
        sender.post(receiver.url, "{}", {})
    assert receiver.connections == 1


def test_each_receiver_has_connections_of_its_own(receiver, sender):
    other = Receiver()
    for _ in range(3):
        sender.post(receiver.url, "{}", {})
        sender.post(other.url, "{}", {})
    other.close()
    assert (receiver.connections, other.connections) == (1, 1)


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 1_000_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf4240\r\n" + b"x" * 1_000_000 + b"\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".ljust(64 * 1024, b"x"),
        OK + b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged" + b"x" * 1_000_000,
    ],
    ids=["told to close", "HTTP/1.0", "too long", "too long in chunks", "held back", "more than was asked"],
)
def test_a_connection_that_cannot_serve_another_post_is_not_kept(said, raw, sender):
    def talk(_):
        yield None
        yield said
        server.ended.wait(10)

    server = raw(talk)
    outcomes = [sender.post(server.url, "{}", {}) for _ in range(2)]
    assert [outcome.status for outcome in outcomes] == [200, 200]
    assert (server.connections, server.requests, "forged" in outcomes[1].excerpt) == (2, 2, False)


def test_an_answer_in_chunks_leaves_the_connection_open(raw, sender):
    def talk(_):
        for _ in range(3):
            yield None
            yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n1;a=b\r\n!\r\n0\r\nX: y\r\n\r\n"

    server = raw(talk)
    assert [sender.post(server.url, "{}", {}).excerpt for _ in range(3)] == ["ok!"] * 3
    assert server.connections == 1


def test_thirty_two_threads_post_to_two_receivers(receiver, sender):
    other = Receiver()
    urls = [f"{(receiver, other)[number % 2].url}/{number}" for number in range(320)]
    with ThreadPoolExecutor(32) as threads:
        outcomes = list(threads.map(lambda url: sender.post(url, url, {}), urls))
    assert {outcome.status for outcome in outcomes} == {200}
    arrived = [body.decode() for _, _, body in receiver.requests + other.requests]
    assert sorted(arrived) == sorted(urls)
    assert all(body.decode().endswith(path) for path, _, body in receiver.requests + other.requests)
    wait_until(lambda: receiver.open_connections <= 4 and other.open_connections <= 4)
    sender.close()
    wait_until(lambda: receiver.open_connections + other.open_connections == 0)
    other.close()


def test_a_connection_is_used_by_one_thread_at_a_time(receiver, sender):
    receiver.delay = 0.2
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: sender.post(receiver.url, "{}", {}), range(3)))
    assert receiver.connections == 3


def test_at_most_sixty_four_connections_wait():
    receiver, sender = Receiver("0.0.0.0"), Sender()
    for number in range(1, 71):
        assert sender.post(receiver.url.replace("0.0.0.0", f"127.0.0.{number}"), "{}", {}).delivered is True
    wait_until(lambda: receiver.open_connections == 64)
    sender.post(receiver.url.replace("0.0.0.0", "127.0.0.70"), "{}", {})
    assert receiver.connections == 70
    sender.post(receiver.url.replace("0.0.0.0", "127.0.0.1"), "{}", {})
    assert receiver.connections == 71
    sender.close()
    receiver.close()


def test_a_connection_that_waited_too_long_is_dropped(receiver):
    sender = Sender(idle_seconds=0.3)
    sender.post(receiver.url, "{}", {})
    wait_until(lambda: receiver.open_connections == 0)
    assert sender.post(receiver.url, "{}", {}).delivered is True
    assert receiver.connections == 2
    wait_until(lambda: receiver.open_connections == 0)
    sender.close()


def test_after_close_nothing_is_kept(receiver, sender):
    sender.post(receiver.url, "{}", {})
    sender.close()
    wait_until(lambda: receiver.open_connections == 0)
    assert sender.post(receiver.url, "{}", {}).delivered is True
    wait_until(lambda: receiver.open_connections == 0)


def test_a_receiver_that_closes_what_waits_is_asked_on_a_fresh_connection(receiver, sender):
    for _ in range(3):
        assert sender.post(receiver.url, "{}", {}).delivered is True
        receiver.hang_up()
    assert (len(receiver.requests), receiver.connections) == (3, 3)


def test_what_comes_unasked_on_a_kept_connection_answers_nothing(raw, sender):
    kept = threading.Event()

    def talk(number):
        yield None
        yield OK
        kept.wait(10)
        yield b"HTTP/1.1 408 Too slow\r\nContent-Length: 0\r\n\r\n"
        server.ended.wait(10)

    server = raw(talk)
    assert sender.post(server.url, "{}", {}).status == 200
    kept.set()
    wait_until(lambda: server.sent > len(OK))
    assert (sender.post(server.url, "{}", {}).status, server.connections) == (200, 2)


def test_a_kept_connection_closed_without_an_answer_is_tried_once_more(receiver, sender):
    receiver.script = [(200, {}, b"first"), None, (200, {}, b"third")]
    outcomes = [sender.post(receiver.url, "{}", {}) for _ in range(2)]
    assert [outcome.excerpt for outcome in outcomes] == ["first", "third"]
    assert (len(receiver.requests), receiver.connections) == (3, 2)


def test_it_is_tried_no_more_than_once_more(receiver, sender):
    receiver.script = [(200, {}, b"first"), None]
    sender.post(receiver.url, "{}", {})
    outcome = sender.post(receiver.url, "{}", {})
    assert outcome.error == "The connection was closed without an answer."
    assert (len(receiver.requests), receiver.connections) == (3, 2)


def test_it_is_tried_once_more_on_a_fresh_connection_and_not_on_another_that_waits(receiver, sender):
    receiver.delay = 0.3
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: sender.post(receiver.url, "{}", {}), range(3)))
    receiver.delay, receiver.script = 0.0, [(200, {}, b"")] * 3 + [None, (200, {}, b"fresh")]
    assert (sender.post(receiver.url, "{}", {}).excerpt, receiver.connections) == ("fresh", 4)


def test_a_fresh_connection_closed_without_an_answer_is_not_tried_again(receiver, sender):
    receiver.script = [None]
    outcome = sender.post(receiver.url, "{}", {})
    assert outcome.error == "The connection was closed without an answer."
    assert (len(receiver.requests), receiver.connections) == (1, 1)


@pytest.mark.parametrize("said", [b"H", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"])
def test_a_kept_connection_that_broke_off_its_answer_is_not_tried_again(said, raw, sender):
    server = raw(lambda _: iter([None, OK, None, said]))
    assert sender.post(server.url, "{}", {}).delivered is True
    assert sender.post(server.url, "{}", {}).delivered is False
    assert (server.requests, server.connections) == (2, 1)


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"]
)
def test_a_kept_connection_that_trickles_ends_at_the_deadline(said, raw, hasty_sender):
    def talk(_):
        yield None
        yield OK
        yield None
        yield said
        yield from server.trickle()

    server = raw(talk)
    assert hasty_sender.post(server.url, "{}", {}).delivered is True
    assert error_in_time(hasty_sender, server.url) == LATE
    assert (server.requests, server.connections) == (2, 1)


def test_a_kept_connection_that_says_nothing_is_not_tried_again_at_the_deadline(raw, hasty_sender):
    def talk(_):
        yield None
        yield OK
        yield None
        server.ended.wait()

    server = raw(talk)
    hasty_sender.post(server.url, "{}", {})
    assert error_in_time(hasty_sender, server.url) == LATE
    assert (server.requests, server.connections) == (2, 1)


def test_a_deadline_cuts_no_later_post(raw):
    def talk(_):
        while True:
            yield None
            yield OK

    server, sender = raw(talk), Sender(seconds=0.5)
    end = time.monotonic() + 1.2
    while time.monotonic() < end:
        assert sender.post(server.url, "{}", {}).delivered is True
    sender.close()
    assert server.connections == 1
