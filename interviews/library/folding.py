"""Texts as they are compared when somebody looks for words: without case and accents."""

import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_AROUND = "\"'“”„‘’«»()[]{}<>,;:!?…"
MOST_WORDS = 12


def folded(text: str) -> str:
    """The text in small letters without accents: "Crème Brûlée" and "creme brulee" are the same."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def sought_words(text: str) -> list[str]:
    """The words that somebody looks for, folded, each once and at most twelve: "C++" stays whole, quotes go."""
    words = (word.strip(_AROUND).rstrip(".") for word in re.split(r"[\s/]+", folded(text)))
    return list(dict.fromkeys(word for word in words if word))[:MOST_WORDS]
