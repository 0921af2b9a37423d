"""What a model would answer for the posting of tests/samples.py, and what is asked of the engine."""

from typing import Any

from interviews.drafts import Answered, Brief, Call, LanguageModel, SkillDraft, Usage, Wanted, nothing_used
from interviews.engines.openai_engine import OpenAIEngine
from interviews.engines.openai_patience import Pace
from tests import samples

BRIEF = Brief(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai")
SKILL = SkillDraft(name="Receiving goods", evidence=[samples.evidence("Check delivery notes against the pallets")])
WANTED = Wanted(count=1, types=["situational"], seniority="entry")

PROMPT = "A trailer arrives two pallets short and the driver wants your signature. What do you do?"


def skill(name: str, *evidence: str, importance: str = "must_have", kind: str = "duty") -> dict[str, Any]:
    return {"evidence": list(evidence), "name": name, "importance": importance, "kind": kind}


def analysis(*skills: dict[str, Any], **changes: Any) -> dict[str, Any]:
    found = skills or (
        skill("Loading with a forklift", "Load and unload trailers with a counterbalance forklift"),
        skill("Receiving goods", "Check delivery notes against the pallets"),
        skill("SAP", "Experience with SAP is a plus", importance="nice_to_have", kind="hard"),
    )
    return {
        "seniority": "entry",
        "summary": "Moves and counts goods.",
        "families": ["warehouse"],
        "skills": list(found),
        "screen_first": ["Holds a valid forklift licence"],
        "assess_elsewhere": [],
    } | changes


def question(prompt: str = PROMPT, **changes: Any) -> dict[str, Any]:
    return {
        "serves": "Check delivery notes against the pallets and report differences",
        "why": "Goods that were signed for and never came are paid for by the house.",
        "type": "situational",
        "minutes": 5,
        "prompt": prompt,
        "probe_all": "What would you do next?",
        "probe_if_needed": "Whom would you talk to?",
        "criteria": [
            "Counts the pallets before signing the note",
            "Writes the difference on the note",
            "Tells the dispatcher before the driver leaves",
        ],
        "one": "Signs because the driver is in a hurry, and tells nobody about the difference.",
        "three": "Counts the pallets and writes the difference on the note before signing it.",
        "five": "Counts, writes the difference on the note and tells the dispatcher while the driver is still there.",
        "red_flags": ["Signs for goods that were never seen"],
        "alternate": "Think of a delivery at home that was not complete. What did you do about it?",
        "material": "",
    } | changes


def written(*questions: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "questions": list(questions) or [question()],
        "sample_two": "I would look at the note and probably sign it.",
        "sample_four": "I count first, write what is missing on the note, and ring dispatch.",
    } | changes


class Memory:
    """Keeps answers as a job does."""

    def __init__(self) -> None:
        self.bodies: dict[str, str] = {}
        self.usages: list[Usage] = []
        self.answers: list[Answered] = []

    def keep(self, answer: Answered) -> None:
        self.bodies[answer.key] = answer.body
        self.usages.append(answer.usage)
        self.answers.append(answer)

    def spent(self) -> Usage:
        return sum(self.usages, nothing_used())

    def call(self, **changes: Any) -> Call:
        return Call(**({"kept": self.bodies.get, "keep": self.keep, "spent": self.spent} | changes))


class Slept(list[float]):
    """A pace without waiting: pauses are noted, the chance is always the longest."""

    def pace(self, attempts: int = 5) -> Pace:
        return Pace(sleep=self.append, chance=lambda low, high: high, attempts=attempts)


def engine(url: str, slept: Slept | None = None, **settings: Any) -> OpenAIEngine:
    """The engine for a scripted server, with the model `scripted`."""
    values = {"api_key": "sk-test-secret", "base_url": url, "model": "scripted"} | settings
    return OpenAIEngine(LanguageModel(**values), pace=(slept if slept is not None else Slept()).pace())
