"""The table of a run, and the same as JSON."""

from dataclasses import asdict
from typing import Any

from tests.chaos.counts import Count, counts
from tests.chaos.run import Seen
from tests.chaos.times import Recovery, Times, times

RATIO_GOAL = 1.6
WEDGE_GOAL = 15.0
MOST_SHOWN = 12


class Report:
    """A run with its counts and times; `calm` is the same load without kills, if it was run."""

    def __init__(self, seen: Seen, calm: Seen | None = None) -> None:
        self.seen, self.calm = seen, calm
        self.counts: list[Count] = counts(seen)
        self.times: Times = times(seen)

    @property
    def faults(self) -> list[Count]:
        """The counts that should be zero and are not."""
        return [count for count in self.counts if not count.is_sound]

    @property
    def ratio(self) -> float | None:
        """How many times as long as the calm run this one took."""
        return self.seen.seconds / self.calm.seconds if self.calm is not None else None

    def table(self) -> str:
        """What is printed at the end."""
        lines = [_row(count.name, count.number, "0" if count.fault else "", count.is_sound) for count in self.counts]
        lines += [
            _row(name, _said(value), f"<= {goal:g}" if goal else "", goal is None or value is None or value <= goal)
            for name, value, goal in self._measures()
        ]
        tally = ", ".join(f"{kind} {times}" for kind, times in self.seen.killer.tally().items())
        return "\n".join([*lines, f"killed: {tally or 'nothing'}", *self._evidence()])

    def _measures(self) -> list[tuple[str, float | None, float | None]]:
        quiet = times(self.calm) if self.calm is not None else self.times
        longest, wedge = self.times.longest_recovery, self.times.longest_unwedging
        return [
            ("seconds for the whole run", self.times.whole, None),
            ("times as long as without kills", self.ratio, RATIO_GOAL),
            (f"longest recovery, s{_of(longest)}", longest.progress if longest else None, None),
            (f"longest recovery of a wedge, s{_of(wedge)}", wedge.claim if wedge else None, WEDGE_GOAL),
            ("longest time that jobs waited and none was claimed, s", self.times.longest_wait, None),
            ("asking to start with an idle worker, p50 s", quiet.start_of_an_idle_one, None),
        ]

    def _evidence(self) -> list[str]:
        lines = []
        for count in self.counts:
            shown = count.evidence[:MOST_SHOWN]
            lines += [f"{count.name}: {one}" for one in shown]
            if len(count.evidence) > len(shown):
                lines.append(f"{count.name}: and {len(count.evidence) - len(shown)} more")
        return lines

    def as_json(self) -> dict[str, Any]:
        """The same for machines, with every kill and what came after it."""
        return {
            "plan": asdict(self.seen.plan),
            "sound": not self.faults,
            "counts": {count.name: {"number": count.number, "evidence": count.evidence} for count in self.counts},
            "measures": {name: value for name, value, _ in self._measures()},
            "kills": [asdict(one) for one in self.times.recoveries],
            "trouble": dict(self.seen.load.trouble),
            "ends": [asdict(end) for end in self.seen.ends],
            "calm": Report(self.calm).as_json() if self.calm is not None else None,
        }


def _of(recovery: Recovery | None) -> str:
    return f" ({recovery.kill.kind})" if recovery else ""


def _said(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _row(name: str, value: object, goal: str, sound: bool) -> str:
    return f"{name:<58}{value!s:>10}  {goal:<8}{'' if sound else 'MISSED'}".rstrip()
