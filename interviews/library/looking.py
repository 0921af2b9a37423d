"""Looks for words in the library: which questions hold them, and where they tell most."""

import math
import re
from collections.abc import Iterable, Sequence

from interviews.library.catalogue import Card

# What a word tells by the line of `Card.said` that holds it, and by how it stands there.
_LINES = (6.0, 4.0, 2.0, 2.0, 1.0)
_WHOLE, _BEGINNING, _INSIDE = 1.0, 0.8, 0.4
# A shorter word than this is not sought inside others: "art" is not about carts.
LEAST_INSIDE = 4


class _Word:
    """A word that is looked for, folded."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._begins = re.compile(rf"(?<!\w){re.escape(text)}(?P<whole>(?!\w))?")
        self._inside = _INSIDE if len(text) >= LEAST_INSIDE or not text.isascii() else 0.0

    def begins_in(self, card: Card) -> bool:
        """Whether some word of a card is this one or begins with it."""
        return self.text in card.said and self._begins.search(card.said) is not None

    def score(self, card: Card) -> float:
        """What it tells in the line where it tells most; 0 if the card does not hold it."""
        if self.text not in card.said:
            return 0.0
        best = 0.0
        for weight, line in zip(_LINES, card.said.split("\n"), strict=True):
            if best >= weight:
                break
            best = max(best, weight * self._stands(line))
        return best

    def _stands(self, line: str) -> float:
        if self.text not in line:
            return 0.0
        found = self._inside
        for match in self._begins.finditer(line):
            if match.group("whole") is not None:
                return _WHOLE
            found = _BEGINNING
        return found


def holding_all(cards: Iterable[Card], words: Sequence[str]) -> list[Card]:
    """The cards that hold every word somewhere, those first where the words stand in the skill or in the prompt.

    `words` are folded (`folding.sought_words`). Without any, all cards in their order."""
    sought = [_Word(word) for word in words]
    found = []
    for card in cards:
        scores = [word.score(card) for word in sought]
        if all(scores):
            found.append((sum(scores), card))
    return [card for _score, card in sorted(found, key=lambda item: -item[0])]


def holding_some(cards: Sequence[Card], words: Sequence[str]) -> list[Card]:
    """The cards that hold a word that not most of them hold, those first that hold the most and the rarest."""
    worth = dict.fromkeys(range(len(cards)), 0.0)
    for word in (_Word(text) for text in words):
        rarity = _rarity(sum(word.begins_in(card) for card in cards), len(cards))
        for place, card in enumerate(cards if rarity else ()):
            worth[place] += rarity * word.score(card)
    found = [place for place, value in worth.items() if value > 0]
    return [cards[place] for place in sorted(found, key=lambda place: -worth[place])]


def _rarity(holders: int, every: int) -> float:
    """How telling a word is: nothing if half of the cards hold it."""
    return max(0.0, math.log(every / (2 * max(1, holders)))) if every else 0.0
