"""A few sentences of our own in the form of SkillSpan, to train a small tagger on."""

import json
from pathlib import Path

# A word with "_" is knowledge, one with "^" a skill; a second one in a row goes on with the span.
SENTENCES = [
    "Experience with Python_ and Kubernetes_ .",
    "Knowledge of soil_ mechanics_ is a plus .",
    "You lead^ small^ teams^ of fitters ( night shift ) .",
    "We are a bakery in the old harbour .",
    "Experience with forklifts_ and stock_ control_ .",
    "You clean^ the^ ovens^ every evening .",
]


def write(path: Path, copies: int = 4) -> Path:
    """Writes the sentences as postings of six sentences each."""
    with path.open("w") as out:
        for idx in range(copies):
            for sentence in SENTENCES:
                out.write(json.dumps(_line(sentence, idx)) + "\n")
    return path


def _line(sentence: str, idx: int) -> dict[str, object]:
    words = sentence.split()
    line: dict[str, object] = {"idx": idx, "source": "own", "tokens": [word.strip("_^") for word in words]}
    for key, mark in (("tags_knowledge", "_"), ("tags_skill", "^")):
        inside = [word.endswith(mark) for word in words]
        line[key] = [("I" if i and inside[i - 1] else "B") if inside[i] else "O" for i in range(len(words))]
    return line
