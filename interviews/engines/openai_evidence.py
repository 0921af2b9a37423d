"""Evidence that a model quotes: found in the description or not evidence at all."""

import re

from interviews.drafts import Evidence, normalise

MOST_WORDS = 40
FEWEST_LETTERS = 3
_EDGES = " \t\n\"'“”‘’«»„`*•-–—.,;:…"
_ALIKE = ("-‐‑‒–—", "'‘’‚`´\"“”„«»")
# Between two words of a quote: white space, and a bullet where a quote runs over two lines.
_GAP = r"\s+(?:[-*•–·]\s+)?"


def located(quote: str, description: str) -> Evidence | None:
    """The slice of the description that a quote stands for, or None when it is not there.

    Forgives what models change in copying: white space, case, typographic dashes and quotes, an ellipsis."""
    for part in sorted(re.split(r"\.{3}|…", normalise(quote)), key=len, reverse=True)[:2]:
        tokens = part.strip(_EDGES).split()[:MOST_WORDS]
        if sum(character.isalnum() for token in tokens for character in token) < FEWEST_LETTERS:
            continue
        pattern = rf"(?<!\w){_GAP.join(_tolerant(token) for token in tokens)}(?!\w)"
        match = re.search(pattern, description) or re.search(pattern, description, re.I)
        if match:
            return Evidence(quote=match.group(), start=match.start(), end=match.end())
    return None


def named(name: str, description: str) -> Evidence | None:
    """Where the description names a skill, however short its name (C, Go, R), or None."""
    tokens = normalise(name).split()
    if not tokens:
        return None
    flags = re.NOFLAG if len(name) < FEWEST_LETTERS else re.I
    match = re.search(rf"(?<![\w#+]){_GAP.join(_tolerant(token) for token in tokens)}(?![\w#+])", description, flags)
    return Evidence(quote=match.group(), start=match.start(), end=match.end()) if match else None


def _tolerant(token: str) -> str:
    """A token as a pattern in which look-alike characters stand for each other."""
    return "".join(_one(character) for character in token)


def _one(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(character)
