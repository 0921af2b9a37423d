"""The same steps over plain values: no rows, no queue. For the command line and for measuring."""

import time
from collections.abc import Callable

from interviews.drafts import Brief, Call, PlanDraft
from interviews.engines.base import EngineError, Stopped
from interviews.pipeline.spending import Spending
from interviews.pipeline.steps import STEPS
from interviews.pipeline.work import Step, Work


def make_plan(
    brief: Brief, say: Callable[[str], None] = lambda line: None, spending: Spending | None = None
) -> PlanDraft:
    """A plan for a brief; `spending` counts what it uses of a language model. Raises EngineError."""
    spending = spending or Spending()
    call = Call(began=time.monotonic(), keep=spending.count, spent=spending.total, say=say, announce=say)
    work = Work(brief, STEPS["ai_interview_generation"])
    for number, step in enumerate(work.steps):
        say(f"AI Progress: {step.name}...")
        work.done[number] = _finished(work, step, call, say)
    return work.plan


def _finished(work: Work, step: Step, call: Call, say: Callable[[str], None]) -> dict[str, object]:
    done: dict[str, object] = {}
    failures: list[EngineError] = []
    for key in step.keys(work):
        try:
            unit = step.run(work, key, call)
        except Stopped:
            raise
        except EngineError as error:
            if not step.spares:
                raise
            failures.append(error)
            say(step.spared(work, key, str(error)))
            continue
        done[key] = unit.output
        for line in unit.lines:
            say(line)
    if failures and not done:
        raise failures[0]
    return done
