"""Which nouns can be the head of a phrase of each slot kind, as they stand in heads.yaml."""

from interviews.engines.library.data import word_lists


def heads() -> dict[str, frozenset[str]]:
    """The head nouns by slot kind, singular."""
    return word_lists("heads.yaml")


def generic_heads() -> frozenset[str]:
    """Heads that say too little alone: they need a word before them."""
    return heads()["generic"]
