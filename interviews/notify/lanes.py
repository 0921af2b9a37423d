"""How many notifications may be on their way at once: altogether, to one receiver, and to those that are slow."""

from collections import Counter

MOST = 32
EACH = 4
# Receivers that fail or take their time share these, so that the others always find room.
SLOW_SHARE = 8
SLOW_SECONDS = 3.0
MOST_REMEMBERED = 1000


class Lanes:
    """Kept by one thread. A receiver (`scheme://host:port`) that failed or was slow last time gets one at a time."""

    def __init__(self) -> None:
        self._under_way: Counter[str] = Counter()
        self._slow: dict[str, None] = {}

    @property
    def room(self) -> int:
        """How many more may start."""
        return MOST - self._under_way.total()

    def full(self) -> list[str]:
        """The receivers that none may start for now."""
        return [receiver for receiver in {*self._under_way, *self._slow} if not self._has_room(receiver)]

    def admit(self, receiver: str) -> bool:
        """Takes a place for a receiver; False when it has none left."""
        if self.room <= 0 or not self._has_room(receiver):
            return False
        self._under_way[receiver] += 1
        return True

    def leave(self, receiver: str) -> None:
        """Gives a place back."""
        self._under_way[receiver] -= 1
        if self._under_way[receiver] <= 0:
            del self._under_way[receiver]

    def learn(self, receiver: str, *, delivered: bool, seconds: float) -> None:
        """Notes how a receiver did."""
        self._slow.pop(receiver, None)
        if not delivered or seconds > SLOW_SECONDS:
            self._slow[receiver] = None
            while len(self._slow) > MOST_REMEMBERED:
                del self._slow[next(iter(self._slow))]

    def _has_room(self, receiver: str) -> bool:
        if receiver not in self._slow:
            return self._under_way[receiver] < EACH
        slow = sum(count for name, count in self._under_way.items() if name in self._slow)
        return self._under_way[receiver] < 1 and slow < SLOW_SHARE
