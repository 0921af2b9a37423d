"""python -m tests.chaos: kills a product at random while it works, and counts what became of its jobs."""

import argparse
import json
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.chaos.plan import Plan
from tests.chaos.report import Report
from tests.chaos.run import run


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--jobs", type=int, default=200, help="how many jobs are asked for (default: 200)")
    parser.add_argument("--seconds", type=float, default=120, help="how long processes are killed (default: 120)")
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1, help="what chance is drawn from (default: 1)")
    parser.add_argument("--workers", type=int, default=4, help="of the product (default: 4)")
    parser.add_argument("--every", type=float, default=5, help="mean seconds between two kills (default: 5)")
    parser.add_argument("--calm", action="store_true", help="the same load without kills, and nothing else")
    parser.add_argument("--no-calm", action="store_true", help="leaves out the calm run that the ratio needs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes the counts to a file as well")
    parser.add_argument("--folder", type=Path, help="keeps data and log of the product in this new folder")
    return parser.parse_args()


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        chosen.mkdir(parents=True)
        yield chosen.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="hiring-chaos-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)  # noqa: T201


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    """Runs what the command line says. 1 when a count that should be zero is not, 130 when interrupted."""
    words = _words()
    plan = Plan(words.jobs, words.seconds, words.database, words.seed, words.workers, words.every)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    try:
        with _folder(words.folder) as folder:
            report = _report(plan, folder, words)
    except KeyboardInterrupt:
        _say("interrupted; everything that was started has been ended")
        return 130
    _say(f"{plan}\n{report.table()}")
    if words.json:
        words.json.write_text(json.dumps(report.as_json(), indent=1))
    return 1 if report.faults else 0


def _report(plan: Plan, folder: Path, words: argparse.Namespace) -> Report:
    if words.calm:
        return Report(run(plan.calm(), folder, _say))
    calm = None if words.no_calm else run(plan.calm(), folder, _say)
    return Report(run(plan, folder, _say), calm)


if __name__ == "__main__":
    sys.exit(main())
