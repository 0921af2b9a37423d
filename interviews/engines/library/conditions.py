"""The rules by which a clause names a licence, a degree or another condition that no interview question settles."""

import re
from functools import cache

from interviews.engines.library.data import lines
from interviews.engines.library.reading import Clause


@cache
def rules() -> dict[str, list[tuple[str, re.Pattern[str], str]]]:
    return {name: [_rule(line) for line in block] for name, block in lines("screening.yaml").items()}


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
