"""Ends the process groups of `manage.py up` when `up` itself dies.

Runs as a process of its own in a session of its own, deaf to the signals that end the others. It reads lines from
standard input: `+GROUP` to guard a process group, `-GROUP` when that group has ended. `bye` ends the guard; the end of
the input without it means that the parent died. Imports nothing of the product."""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress

GRACE_SECONDS = 5.0


def alive(group: int) -> bool:
    """Whether a process group still has a member that is not dead; one that waits to be buried is."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return any(state not in "ZX" for state in _states(group))


def _states(group: int) -> Iterator[str]:
    """The states of a group's members, as Linux tells them; elsewhere one that counts as alive."""
    try:
        found = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        yield "?"
        return
    for name in found:
        with suppress(OSError, IndexError):
            with open(f"/proc/{name}/stat") as file:
                state, _, member_of = file.read().rpartition(")")[2].split()[:3]
            if int(member_of) == group:
                yield state


def end(groups: Iterable[int]) -> None:
    """Asks the leader of each group to stop, waits a little, then kills what is left of the groups."""
    left = [group for group in groups if alive(group)]
    for group in left:
        with suppress(ProcessLookupError):
            os.kill(group, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    while left and time.monotonic() < deadline:
        time.sleep(0.1)
        left = [group for group in left if alive(group)]
    for group in left:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def main() -> None:
    """Guards until the parent says bye or dies."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    groups: set[int] = set()
    for line in sys.stdin:
        word = line.strip()
        if word == "bye":
            return
        (groups.add if word[0] == "+" else groups.discard)(int(word[1:]))
    end(sorted(groups))


if __name__ == "__main__":
    main()
