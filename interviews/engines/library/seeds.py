"""Chance that is none: a number that a seed and a name give, the same on every machine."""

import hashlib


def chance(seed: int, identifier: str) -> float:
    """A number from 0 to 1 for a seed and an identifier."""
    digest = hashlib.sha256(f"{seed}:{identifier}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32
