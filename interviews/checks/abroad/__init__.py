"""How questions on protected topics sound in the other languages that a plan can be written in: one file each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from interviews.drafts import Language

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Phrases:
    """The ways in which a topic is asked in one language."""

    pattern: re.Pattern[str]

    def found(self, words: str) -> str:
        """The words by which a text puts the topic to the candidate; empty if it does not."""
        match = self.pattern.search(words)
        return match.group(0).strip() if match else ""


@cache
def abroad(language: Language) -> Mapping[str, Phrases]:
    """The topics by their code; none for English, whose ways of asking stand in the code beside."""
    if language == "English":
        return {}
    lists = yaml.safe_load((_HERE / f"{language.lower()}.yaml").read_text("utf-8"))
    return {topic: Phrases(re.compile("|".join(f"(?:{one})" for one in ways), re.I)) for topic, ways in lists.items()}
