"""Which nouns can be the head of a phrase of each slot kind, as they stand in heads.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def heads() -> dict[str, frozenset[str]]:
    """The head nouns by slot kind, singular."""
    raw = yaml.load((Path(__file__).parent / "heads.yaml").read_text("utf-8"), Loader=_Loader)
    return {kind: frozenset(str(line).split()) for kind, line in raw.items()}


def generic_heads() -> frozenset[str]:
    """Heads that say too little alone: they need a word before them."""
    return heads()["generic"]
