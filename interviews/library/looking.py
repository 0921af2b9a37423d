"""Looks for words in the library: which questions hold them, and where they tell most."""

import math
import re
from collections.abc import Iterable, Sequence

from interviews.library.catalogue import Card

# What a word tells by the line of `Card.said` that holds it, and by how it stands there.
_LINES = (6.0, 4.0, 2.0, 2.0, 1.0)
_WHOLE, _ALIKE, _BEGINNING, _INSIDE = 1.0, 0.9, 0.8, 0.4
# A shorter word than this is not sought inside others: "art" is not about carts.
LEAST_INSIDE = 4
# Of what holds some words, all that is worth this share of the best.
NEARLY = 0.4


class _Word:
    """A word that is looked for, folded; "pallets" is found in "pallet" too."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.base = text[:-1] if len(text) > 3 and text.endswith("s") and not text.endswith("ss") else text
        word, base = re.escape(text), re.escape(self.base)
        self._begins = re.compile(rf"(?<!\w)(?:(?P<whole>{word}(?!\w))|(?P<alike>{base}(?:e?s)?(?!\w))|{word})")
        self._stands_alone = re.compile(rf"(?<!\w){base}(?:e?s)?(?!\w)")
        self._inside = _INSIDE if len(text) >= LEAST_INSIDE or not text.isascii() else 0.0

    def is_said(self, said: str) -> bool:
        """Whether a text has it as a word of its own."""
        return self.base in said and self._stands_alone.search(said) is not None

    def score(self, card: Card) -> float:
        """What it tells in the line where it tells most; 0 if the card does not hold it."""
        if self.base not in card.said:
            return 0.0
        best = 0.0
        for weight, line in zip(_LINES, card.said.split("\n"), strict=True):
            if best >= weight:
                break
            best = max(best, weight * self._stands(line))
        return best

    def _stands(self, line: str) -> float:
        if self.base not in line:
            return 0.0
        found = self._inside if self.text in line else 0.0
        for match in self._begins.finditer(line):
            if match.group("whole"):
                return _WHOLE
            found = max(found, _ALIKE if match.group("alike") else _BEGINNING)
        return found

    def worth(self, card: Card) -> float:
        """What it tells as a word of its own in the line where it tells most."""
        if not self.is_said(card.said):
            return 0.0
        lines = zip(_LINES, card.said.split("\n"), strict=True)
        return next((weight for weight, line in lines if self.is_said(line)), 0.0)


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
    """The cards that say the rarest of the words or the most of them, best first, as words of their own.

    Left out is what tells far less than the best, and a word that half of the cards say."""
    worth = dict.fromkeys(range(len(cards)), 0.0)
    for word in (_Word(text) for text in words):
        rarity = _rarity(sum(word.is_said(card.said) for card in cards), len(cards))
        for place, card in enumerate(cards if rarity else ()):
            worth[place] += rarity * word.worth(card)
    least = max(NEARLY * max(worth.values(), default=0.0), 1e-9)
    found = [place for place, value in worth.items() if value >= least]
    return [cards[place] for place in sorted(found, key=lambda place: -worth[place])]


def _rarity(holders: int, every: int) -> float:
    """How telling a word is: nothing if half of the cards hold it."""
    return max(0.0, math.log(every / (2 * max(1, holders)))) if every else 0.0
