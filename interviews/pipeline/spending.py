"""What a job has used of the language model so far, counted by several threads."""

import threading
from collections.abc import Iterable

from interviews.drafts import Answered, Usage, nothing_used


class Spending:
    """The sum of a job's answers: those that earlier attempts kept, and each new one as it arrives."""

    def __init__(self, before: Iterable[Usage] = ()) -> None:
        self._lock = threading.Lock()
        self._total = sum(before, nothing_used())

    def total(self) -> Usage:
        """Everything so far."""
        with self._lock:
            return self._total

    def count(self, answer: Answered) -> None:
        """Adds an answer."""
        with self._lock:
            self._total = self._total + answer.usage
