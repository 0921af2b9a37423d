"""A loopback language model that takes its time, and remembers what it was asked."""

import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.chaos import posting
from tests.chaos.flight import Flight
from tests.engines.openai.scripted import Exchange, Scripted, says, serving

FASTEST, SLOWEST = 0.6, 1.0


@dataclass
class Model:
    """The running server. `asked` holds for each request its moment, the number of its job and a digest of it."""

    seed: int
    flight: Flight = field(default_factory=Flight)
    asked: list[tuple[float, int | None, str]] = field(default_factory=list)
    url: str = ""

    @property
    def asked_again(self) -> int:
        """How many requests said what an earlier one had said."""
        return sum(times - 1 for times in Counter(digest for *_, digest in self.asked).values())

    def answer(self, exchange: Exchange, server: Scripted) -> None:
        """Answers a request after a while that depends on the request and the seed only."""
        prompt = "\n".join(message["content"] for message in exchange.asked["messages"])
        digest = hashlib.sha256(json.dumps(exchange.asked, sort_keys=True).encode()).hexdigest()
        self.asked.append((time.time(), posting.number_in(prompt), digest))
        with self.flight.waiting(exchange.client_address[1]):
            server.released.wait(random.Random(f"{self.seed} {digest}").uniform(FASTEST, SLOWEST))
            says(posting.answer(prompt))(exchange)


@contextmanager
def answering(seed: int) -> Iterator[Model]:
    """A model for the length of a `with`."""
    model = Model(seed)
    with serving(then=lambda exchange: model.answer(exchange, exchange.server.scripted)) as server:
        model.url = server.url
        yield model
