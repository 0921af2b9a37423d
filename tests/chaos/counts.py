"""Judges a run: each count with what was found, and whether a single one of it is a fault."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.chaos.receiver import ENDED, Arrival
from tests.chaos.run import Seen

Row = dict[str, Any]


@dataclass(frozen=True)
class Count:
    """A count by name. `evidence` names what was counted; a `fault` has to be zero."""

    name: str
    evidence: list[str]
    fault: bool = True
    of: int | None = None

    @property
    def number(self) -> int:
        """How many were counted."""
        return len(self.evidence) if self.of is None else self.of

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.fault or self.number == 0


def counts(seen: Seen) -> list[Count]:
    """Every count of a run."""
    accepted = seen.load.jobs
    jobs = {row["id"]: row for row in seen.rows["jobs"]}
    known = [jobs[job] for job in accepted if job in jobs]
    completed = [row for row in known if row["status"] == "completed"]
    reasons = [row["error"] for row in known if row["status"] == "failed" and row["error"]]
    arrivals = seen.receiver.arrivals
    return [
        Count("accepted", [], fault=False, of=len(accepted)),
        Count("completed", [], fault=False, of=len(completed)),
        Count("failed with a reason", reasons, fault=False),
        Count("lost", list(_lost(accepted, jobs))),
        Count("steps committed twice", list(_twice(seen.rows, jobs))),
        Count("model answers paid twice", list(_paid_twice(seen.rows["answers"]))),
        Count("final notifications missing", list(_missing(known, seen.rows["deliveries"], arrivals))),
        Count("status changes given up", list(_given_up(seen.rows["deliveries"]))),
        Count("notifications out of order", list(_out_of_order(seen.rows["deliveries"], arrivals))),
        Count("processes left", seen.left + ([] if seen.code is not None else ["`up` did not end and was killed"])),
        Count("jobs made twice for one request", list(_made_twice(seen.rows["jobs"]))),
        Count("model calls asked again", [], fault=False, of=seen.model.asked_again),
        Count("model calls", [], fault=False, of=len(seen.model.asked)),
        Count(
            "notifications that came again", [], fault=False, of=len(arrivals) - len({one.event for one in arrivals})
        ),
        Count("requests tried again", [], fault=False, of=seen.load.trouble.total()),
        Count("ends of `up` by itself", [f"exit code {end.code}" for end in seen.ends if end.code != -9], fault=False),
        Count("unclean last end of `up`", [f"exit code {seen.code}"] if seen.code else [], fault=False),
    ]


def _lost(accepted: set[str], jobs: dict[str, Row]) -> Iterator[str]:
    for job in sorted(accepted):
        row = jobs.get(job)
        if row is None:
            yield f"{job}: not in the database"
        elif row["status"] not in ENDED:
            yield f"{job}: still {row['status']} after {row['attempt']} attempts"
        elif row["status"] == "failed" and not row["error"]:
            yield f"{job}: failed without a reason"


def _twice(rows: dict[str, list[Row]], jobs: dict[str, Row]) -> Iterator[str]:
    units = Counter((row["job_id"], row["step"], row["key"]) for row in rows["units"])
    yield from (f"unit {unit}" for unit, times in units.items() if times > 1)
    lines = Counter((row["job_id"], row["message"]) for row in rows["log"])
    yield from (f"{job}: said twice: {line}" for (job, line), times in lines.items() if times > 1)
    made = Counter(row["interview_id"] for row in jobs.values() if row["status"] == "completed")
    yield from (f"interview {number} of {times} jobs" for number, times in made.items() if times > 1)
    yield from (f"interview {row['id']} of no job" for row in rows["interviews"] if row["id"] not in made)


def _paid_twice(answers: list[Row]) -> Iterator[str]:
    kept = Counter((row["job_id"], row["step"], row["unit_key"], row["request_digest"]) for row in answers)
    yield from (f"answer {answer}" for answer, times in kept.items() if times > 1)


def _missing(known: list[Row], deliveries: list[Row], arrivals: list[Arrival]) -> Iterator[str]:
    last = {row["job_id"]: row for row in deliveries if row["kind"] == "status"}
    taken = {one.event for one in arrivals if one.taken}
    for job in known:
        row = last.get(job["id"])
        if row is None or row["body"]["status"] != job["status"]:
            yield f"{job['id']}: {job['status']}, and no notification was written of it"
        elif row["event_id"] not in taken:
            yield f"{job['id']}: {row['status']} after {row['attempts']} attempts. {row['error']}"


def _given_up(deliveries: list[Row]) -> Iterator[str]:
    for row in deliveries:
        if row["kind"] == "status" and row["status"] not in {"delivered", "pending"}:
            yield f"{row['job_id']}: {row['body']['message']}: {row['status']} ({row['error']})"


def _out_of_order(deliveries: list[Row], arrivals: Iterable[Arrival]) -> Iterator[str]:
    """Each first arrival that came after a later event of its job, and each event that was never written."""
    written = {row["event_id"]: row for row in deliveries}
    latest: dict[str, Row] = {}
    come: set[str] = set()
    for one in sorted(arrivals, key=lambda arrival: arrival.at):
        if one.event in come:
            continue
        come.add(one.event)
        row = written.get(one.event)
        if row is None:
            yield f"{one.body['job_id']}: an event that is in no row: {one.body['message']}"
            continue
        before = latest.setdefault(row["job_id"], row)
        if before["id"] > row["id"]:
            yield f"{row['job_id']}: {row['body']['message']!r} came after {before['body']['message']!r}"
        else:
            latest[row["job_id"]] = row


def _made_twice(jobs: list[Row]) -> Iterator[str]:
    made: dict[str, list[str]] = defaultdict(list)
    for row in jobs:
        made[row["notification_url"]].append(row["id"])
    yield from (f"{url}: {', '.join(ids)}" for url, ids in made.items() if len(ids) > 1)
