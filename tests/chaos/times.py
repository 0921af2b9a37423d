"""How long a run took to go on after each kill, read from the moments in the database."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from tests.chaos.kills import Kill
from tests.chaos.run import Seen

WEDGING = {"idle worker", "pusher", "monitor", "sentinel"}

Row = dict[str, Any]


@dataclass(frozen=True)
class Recovery:
    """Seconds from a kill to the next sign of progress and to the next claim; None when nothing was to be done."""

    kill: Kill
    progress: float | None
    claim: float | None


@dataclass(frozen=True)
class Times:
    """Seconds, None where there was nothing to measure. `longest_wait` is the longest time in which a job waited and
    none was claimed."""

    whole: float
    recoveries: list[Recovery]
    longest_wait: float | None
    start_of_an_idle_one: float | None

    @property
    def longest_recovery(self) -> Recovery | None:
        """The kill after which it took longest until anything moved."""
        return max((one for one in self.recoveries if one.progress is not None), key=_progress, default=None)

    @property
    def longest_unwedging(self) -> Recovery | None:
        """The kill of what takes no part in a job after which it took longest until a job was claimed."""
        wedging = [one for one in self.recoveries if one.kill.kind in WEDGING and one.claim is not None]
        return max(wedging, key=_claim, default=None)


def times(seen: Seen) -> Times:
    """The times of a run."""
    jobs = [row for row in seen.rows["jobs"] if row["finished_at"] is not None]
    claims = sorted(
        {moment for row in seen.rows["jobs"] for moment in (row["started_at"], row["claimed_at"]) if moment}
    )
    units = [row["created_at"] for row in seen.rows["units"]]
    signs = sorted([*claims, *units])
    recoveries = [
        Recovery(kill, _after(kill.at, signs, _under_way(jobs, kill.at)), _after(kill.at, claims, _wait(jobs, kill.at)))
        for kill in seen.killer.kills
    ]
    return Times(seen.seconds, recoveries, _longest_wait(jobs, claims), _start_of_an_idle_one(jobs, seen.plan.workers))


def _progress(recovery: Recovery) -> float:
    return recovery.progress or 0.0


def _claim(recovery: Recovery) -> float:
    return recovery.claim or 0.0


def _after(moment: float, signs: list[float], wanted: bool) -> float | None:
    place = bisect_right(signs, moment)
    return signs[place] - moment if wanted and place < len(signs) else None


def _under_way(jobs: list[Row], moment: float) -> bool:
    return any(row["created_at"] <= moment < row["finished_at"] for row in jobs)


def _wait(jobs: list[Row], moment: float) -> bool:
    return any(row["created_at"] <= moment < row["started_at"] for row in jobs)


def _longest_wait(jobs: list[Row], claims: list[float]) -> float | None:
    """From the later of the last claim and the arrival of a job, to the next claim."""
    waits = []
    for before, after in pairwise(claims):
        waiting = [row["created_at"] for row in jobs if row["created_at"] < after <= row["started_at"]]
        if waiting:
            waits.append(after - max(before, min(waiting)))
    return max(waits, default=None)


def _start_of_an_idle_one(jobs: list[Row], workers: int) -> float | None:
    """The median time from the asking to the start, of the jobs that found fewer jobs than workers."""
    starts = []
    for job in jobs:
        others = [row for row in jobs if row["created_at"] < job["created_at"] < row["finished_at"]]
        if len(others) < workers:
            starts.append(job["started_at"] - job["created_at"])
    return median(starts) if starts else None
