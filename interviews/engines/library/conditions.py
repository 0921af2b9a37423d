"""The rules by which a clause names a licence, a degree or another condition that no interview question settles."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from interviews.engines.library.reading import Clause

_HERE = Path(__file__).parent
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def rules() -> dict[str, list[tuple[str, re.Pattern[str], str]]]:
    raw = yaml.load((_HERE / "screening.yaml").read_text("utf-8"), Loader=_Loader)
    return {name: [_rule(line) for line in str(lines).splitlines()] for name, lines in raw.items()}


def _rule(line: str) -> tuple[str, re.Pattern[str], str]:
    label, rest = line.split(" | ", 1)
    pattern, action = rest.rsplit(" | ", 1)
    return label, re.compile(pattern), action


def plain(clause: Clause) -> str:
    return clause.text.lower().replace("’", "'")


def unnegated(clause: Clause, start: int) -> bool:
    return not any(low <= clause.start + start < high for low, high in clause.negated)


def is_screening(clause: Clause) -> bool:
    """Whether a clause is only about a licence, a degree or another condition, and shows no skill."""
    text = plain(clause)
    return any(pattern.search(text) for every in rules().values() for _, pattern, _ in every)
