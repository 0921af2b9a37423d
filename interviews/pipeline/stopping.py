"""Tells workers that their cluster is being stopped: they finish the unit they are at and give the job back."""

from multiprocessing.sharedctypes import RawValue

# Shared with the processes that are forked after this is imported; without a lock, which a killed process might keep.
_asked = RawValue("b", 0)


def ask() -> None:
    """From now on."""
    _asked.value = 1


def is_asked() -> bool:
    """Whether this process should come to an end."""
    return bool(_asked.value)
