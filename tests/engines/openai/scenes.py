"""A model that plans the posting of tests/samples.py: it reads it well and has another scene for each skill."""

import re
from typing import Any

from tests.engines.openai.answers import analysis, question, written

SCENES = (
    "Walk me through the last trailer you had to load in a hurry and what you did about the straps.",
    "A delivery note lists nine cartons and you count seven. What do you do?",
    "The racking label and the pallet in your hands do not agree. What do you do first?",
    "Show me aloud how you would check the forklift at the beginning of a shift.",
    "Two drivers want the same dock at six in the morning. What do you do?",
    "Tell me about a stock count that did not add up and how it ended.",
)

KNOWN = ("Loading with a forklift", "Receiving goods", "SAP")


def asked_skill(prompt: str) -> str:
    """The skill that a prompt asks questions for; empty if it is no such prompt."""
    found = re.search(r"^Skill: (.*) \(", prompt, re.M)
    return found[1] if found else ""


def author(prompt: str) -> Any:
    """Answers as a model would that knows its scenes; never one that the prompt says is in the plan already."""
    skill = asked_skill(prompt)
    if not skill:
        return analysis()
    asked = re.findall(r"^Write exactly (\d+|one)", prompt, re.M)[0]
    count = 1 if asked == "one" else int(asked)
    first = 2 * KNOWN.index(skill) if skill in KNOWN else 0
    left = [
        scene for place in range(len(SCENES)) if f"- {(scene := SCENES[(first + place) % len(SCENES)])}" not in prompt
    ]
    return written(*[question(scene) for scene in left[:count]])


def author_failing(*skills: str) -> Any:
    """The same, but for some skills it only talks."""
    return lambda prompt: "I would rather not." if asked_skill(prompt) in skills else author(prompt)
