"""How questions on protected topics sound in the other languages that a plan can be written in: one file each.

A file maps topics to expressions. `parts` are fragments that expressions, and later parts, take up as <NAME>."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from interviews.drafts import Language

_HERE = Path(__file__).parent
_PART = re.compile(r"<([A-Z][A-Z0-9]*)>")


@cache
def abroad(language: Language) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """The ways in which each topic is asked, by its code; none for English, whose ways of asking stand in the code beside."""
    if language == "English":
        return {}
    lists = yaml.safe_load((_HERE / f"{language.lower()}.yaml").read_text("utf-8"))
    parts: dict[str, str] = {}
    for name, part in lists.pop("parts", {}).items():
        parts[name] = _whole(part, parts)
    return {topic: tuple(re.compile(_whole(way, parts), re.I) for way in ways) for topic, ways in lists.items()}


def _whole(expression: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda match: parts[match[1]], expression)
