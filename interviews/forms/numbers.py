"""Numbers that a page sends back as it was told them: ids, versions and places in a text."""

from typing import Any


def whole(text: Any) -> int:
    """A whole number from 0 on with fewer than 18 digits; 0 for anything else."""
    return _read(text) or 0


def place(start: Any, end: Any) -> tuple[int, int] | None:
    """Where a part of a text starts and ends, in code points; None unless both are numbers and the end comes later."""
    first, last = _read(start), _read(end)
    return (first, last) if first is not None and last is not None and first < last else None


def _read(text: Any) -> int | None:
    word = str("" if text is None else text)
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 18 else None
