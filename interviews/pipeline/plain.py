"""The same steps over plain values: no rows, no queue. For the command line and for measuring."""

from collections.abc import Callable

from interviews.drafts import Brief, Call, PlanDraft
from interviews.pipeline.steps import STEPS
from interviews.pipeline.work import Work


def make_plan(brief: Brief, say: Callable[[str], None] = lambda line: None) -> PlanDraft:
    """A plan for a brief. Raises EngineError."""
    work = Work(brief)
    for number, step in enumerate(STEPS["ai_interview_generation"]):
        say(f"AI Progress: {step.name}...")
        for key in step.keys(work):
            done = step.run(work, key, Call())
            work.done.setdefault(number, {})[key] = done.output
            for line in done.lines:
                say(line)
    return work.plan
