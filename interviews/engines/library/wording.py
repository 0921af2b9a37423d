"""A phrase in the number and with the article that its place in a sentence asks for."""

from interviews.engines.library.grammar import article, is_mass, is_plural, plural, singular
from interviews.engines.library.phrases import Phrase
from interviews.library.slots import Slot


def worded(phrase: Phrase, slot: Slot) -> str:
    """The phrase in the number and with the article that the slot's default shows."""
    first = slot.default.split()[0].lower()
    text, head = phrase.text, phrase.words[-1].text
    before = text[: len(text) - len(head)]
    if first in ("a", "an"):
        text = before + singular(head.lower()) if is_plural(head) else text
        text = text if is_mass(text.split()[-1]) else f"{article(text)} {text}"
    elif first in ("the", "your", "our", "my", "this", "their"):
        text = f"{first} {text}"
    elif not is_plural(head) and not is_mass(head) and slot.kind not in ("activity", "subject", "tool"):
        text = before + plural(head.lower())
    return text[:1].upper() + text[1:] if slot.default[0].isupper() else text
