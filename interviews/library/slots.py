"""The slots of a library text: `{kind|default phrase}`, one noun phrase that may come from the posting."""

import re
from dataclasses import dataclass
from functools import lru_cache

KINDS = frozenset(
    [
        "tool",
        "equipment",
        "vehicle",
        "material",
        "product",
        "document",
        "system",
        "activity",
        "people",
        "group",
        "place",
        "rules",
        "subject",
        "duty",
    ]
)
_SLOT = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@dataclass(frozen=True)
class Slot:
    """A slot: its kind and the phrase it reads without a posting."""

    kind: str
    default: str


@lru_cache(maxsize=4096)
def slots(text: str) -> tuple[Slot, ...]:
    """The slots of a text, in order."""
    return tuple(Slot(kind, default) for kind, default in _SLOT.findall(text))


def filled(text: str, phrase: str | None = None) -> str:
    """The text with its first slot reading `phrase` (its default if None) and every other its default."""
    if phrase is not None:
        text = _SLOT.sub(lambda _: phrase, text, count=1)
    text = _SLOT.sub(lambda match: match.group(2), text)
    return text[:1].upper() + text[1:]
