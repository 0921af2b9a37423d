"""Asks for the jobs over REST, as a patient client does: the same request with the same key until it is accepted."""

import random
import threading
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import requests

from tests.chaos import posting
from tests.chaos.plan import Plan

SIDE_BY_SIDE = 8
ANSWER_SECONDS = 15.0
AGAIN_SECONDS = 0.5


@dataclass(frozen=True)
class Accepted:
    """A job that got its 202. Moments are seconds since 1970."""

    number: int
    job: str
    asked_at: float
    accepted_at: float


@dataclass
class Load:
    """The jobs of a run: asked for in the first quarter of its time."""

    plan: Plan
    url: str
    api_key: str
    receiver_url: str
    accepted: dict[int, Accepted] = field(default_factory=dict)
    trouble: Counter[str] = field(default_factory=Counter)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def jobs(self) -> set[str]:
        """The ids of the jobs that were accepted so far."""
        return {one.job for one in list(self.accepted.values())}

    def send(self) -> None:
        """Returns when every job is accepted, or `ended` is set."""
        chance = random.Random(f"load {self.plan.seed}")
        moments = sorted(chance.uniform(0, self.plan.seconds / 4) for _ in range(self.plan.jobs))
        began = time.monotonic()
        with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="client") as pool:
            for number, moment in enumerate(moments):
                if self.ended.wait(max(0.0, began + moment - time.monotonic())):
                    break
                pool.submit(self._ask, number)

    def _ask(self, number: int) -> None:
        headers = {"apiKey": self.api_key, "Idempotency-Key": str(uuid.uuid4())}
        body = {
            "job_role": posting.ROLE,
            "job_description": posting.description(number),
            "notification_url": f"{self.receiver_url}/jobs/{number}",
        }
        asked_at = time.time()
        while not self.ended.is_set():
            job = self._job_of(headers, body)
            if job:
                self.accepted[number] = Accepted(number, job, asked_at, time.time())
                return
            self.ended.wait(AGAIN_SECONDS)

    def _job_of(self, headers: dict[str, str], body: dict[str, str]) -> str | None:
        url = f"{self.url}/api/v2/ai-interviews/generate-interview"
        try:
            answer = requests.post(url, json=body, headers=headers, timeout=ANSWER_SECONDS)
            if answer.status_code == 202:
                return str(answer.json()["job_id"])
        except requests.RequestException as error:
            self.trouble[type(error).__name__] += 1
            return None
        self.trouble[f"answer {answer.status_code}"] += 1
        return None
