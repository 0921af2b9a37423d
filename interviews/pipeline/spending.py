"""What a job has used of the language model so far, counted by several threads."""

import threading
from collections.abc import Callable, Iterable

from interviews.drafts import Answered, Usage, nothing_used


class Spending:
    """The sum of a job's answers: those that earlier attempts kept, and each new one as it arrives.

    What requests under way will probably use is held beside it, so that threads do not pass a budget together."""

    def __init__(self, before: Iterable[Usage] = ()) -> None:
        self._lock = threading.Lock()
        self._total = sum(before, nothing_used())
        self._held: list[Usage] = []

    def total(self) -> Usage:
        """Everything that was answered so far."""
        with self._lock:
            return self._total

    def count(self, answer: Answered) -> None:
        """Adds an answer."""
        with self._lock:
            self._total = self._total + answer.usage

    def admit(self, expected: Usage, fits: Callable[[Usage], bool]) -> bool:
        """Holds what a request will probably use, if what is used and held before it leaves room for one."""
        with self._lock:
            if not fits(sum(self._held, self._total)):
                return False
            self._held.append(expected)
            return True

    def release(self, expected: Usage) -> None:
        """Lets go of what was held for a request that has ended."""
        with self._lock:
            self._held.remove(expected)
