"""A post that must end at its deadline."""

import time

from interviews.notify.sender import Sender

LATE = "No complete answer within 1 seconds."


def error_in_time(sender: Sender, url: str, body: str = "{}") -> str:
    """What went wrong with a post that must not take long beyond the second that its sender allows."""
    began = time.monotonic()
    outcome = sender.post(url, body, {})
    assert time.monotonic() - began < 8
    assert outcome.status is None
    return outcome.error
