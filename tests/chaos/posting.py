"""The posting of each job, which bears the job's number, and what the stand-in of a language model makes of it."""

import re
from typing import Any

from tests import samples
from tests.engines.openai.answers import analysis, question, skill, written
from tests.engines.openai.scenes import asked_skill

ROLE = samples.ROLE
_NUMBER = re.compile(r"Reference of this posting: (\d+)\b")
_FOUND = (
    skill("Loading with a forklift", "Load and unload trailers with a counterbalance forklift"),
    skill("Receiving goods", "Check delivery notes against the pallets"),
    skill("Counting stock", "Count stock in the racking every week"),
    skill("SAP", "Experience with SAP is a plus", importance="nice_to_have", kind="hard"),
)
_SCENES = {
    "Loading with a forklift": (
        "Walk me through the last trailer you had to load in a hurry and what you did about the straps.",
        "Show me aloud how you would check the forklift at the beginning of a shift.",
        "Two drivers want the same dock at six in the morning. What do you do?",
    ),
    "Receiving goods": (
        "A delivery note lists nine cartons and you count seven. What do you do?",
        "A pallet arrives with wet cartons at the bottom. What do you do first?",
        "The driver has no papers for half of the load. What do you do?",
    ),
    "Counting stock": (
        "Tell me about a stock count that did not add up and how it ended.",
        "You count twelve drums in a bay that should hold ten. What do you do?",
        "Somebody takes a carton from the bay that you are counting. What do you do?",
    ),
    "SAP": (
        "The racking label and the pallet in your hands do not agree. What do you do first?",
        "SAP shows a pallet in a bay that is empty. What do you do?",
        "The scanner will not book a pallet into SAP before your break. What do you do?",
    ),
}


def description(number: int) -> str:
    """The posting of a job."""
    return f"{samples.DESCRIPTION}\n\nReference of this posting: {number}"


def number_in(prompt: str) -> int | None:
    """Which job a prompt belongs to."""
    found = _NUMBER.search(prompt)
    return int(found[1]) if found else None


def answer(prompt: str) -> Any:
    """The same answer to the same prompt: the skills of the posting, or as many questions as are asked for."""
    name = asked_skill(prompt)
    if not name:
        return analysis(*_FOUND)
    asked = re.findall(r"^Write exactly (\d+|one)", prompt, re.M)[0]
    count = 1 if asked == "one" else int(asked)
    free = [scene for scene in _SCENES[name] if f"- {scene}" not in prompt]
    return written(*[question(scene) for scene in free[:count]])
