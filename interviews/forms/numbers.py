"""Numbers that a page sends back as it was told them: ids and versions."""

from typing import Any


def whole(text: Any) -> int:
    """A whole number from 0 on with fewer than 18 digits; 0 for anything else."""
    word = str(text or "")
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 18 else 0
