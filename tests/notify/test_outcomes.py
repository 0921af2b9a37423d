"""What a receiver asked for, and what went wrong, in words."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from interviews.notify.outcomes import of_error, retry_after


@pytest.mark.parametrize(("value", "seconds"), [("0", 0), ("120", 120), (" 7 ", 7), ("9" * 30, float("9" * 30))])
def test_a_number_is_taken_as_seconds(value, seconds):
    assert retry_after(value) == seconds


@pytest.mark.parametrize(
    "form",
    ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y", "%d %b %Y %H:%M:%S +0000"],
)
def test_a_date_is_taken_as_the_time_until_then(form):
    moment = datetime.now(UTC) + timedelta(hours=1)
    assert retry_after(moment.strftime(form)) == pytest.approx(3600, abs=30)


def test_a_date_of_another_zone_is_the_same_moment():
    moment = datetime.now(UTC) + timedelta(days=400)
    assert retry_after(format_datetime(moment)) == pytest.approx(400 * 86400, abs=30)


@pytest.mark.parametrize(
    "value",
    ["", " ", "-1", "-0", "+5", "1.5", "1e3", "1_0", "0x10", "soon", "1, 2", "٣", "9" * 400, "9" * 5000, "inf", "nan",
     "Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 31 Feb 2099 07:28:00 GMT", "Wed, 21 Oct 99999 07:28:00 GMT",
     "21 Oct 2099 07:28:00 +99999999999", "21 Oct 2099", "\x00"],
)  # fmt: skip
def test_nonsense_and_what_is_past_is_nothing(value):
    assert retry_after(value) is None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TimeoutError(), "No complete answer within 10 seconds."),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "The name of the host was not found."),
        (
            ssl.SSLError(1, "x"),
            "The secure connection could not be made: the other side does not speak TLS 1.2 or newer.",
        ),
        (ConnectionResetError(), "The connection was closed before the answer was complete."),
        (OSError(113, "No route to host"), "The host could not be reached from here."),
    ],
)
def test_an_error_is_told_in_words(error, words):
    outcome = of_error(error, 10.0)
    assert (outcome.error, outcome.status, outcome.permanent, outcome.retry_after) == (words, None, False, None)
