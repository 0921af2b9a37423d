"""Which job families a posting belongs to: by its title, and by the words that are typical of each."""

import math

from interviews.engines.library.index import GENERAL, Index
from interviews.engines.library.words import parts, stem, stems, words

TITLE_WEIGHT = 2.0


def rank_families(role: str, text_stems: list[str], library: Index) -> list[tuple[str, float]]:
    """The families that fit, best first, with a score in which an exact title alone is worth 2."""
    title = _title_stems(role)
    by_words = _by_words(text_stems, library)
    scores = {
        family: TITLE_WEIGHT * _by_title(title, found.titles) + by_words[family]
        for family, found in library.families.items()
        if family != GENERAL
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def known_title(role: str, library: Index) -> bool:
    """Whether a role's title is a job that the library knows."""
    title = _title_stems(role)
    return any(_by_title(title, family.titles) >= 0.5 for key, family in library.families.items() if key != GENERAL)


def _title_stems(text: str) -> list[str]:
    return [stem(part) for word in words(text) for part in parts(word.lower)]


def _by_title(title: list[str], names: list[str]) -> float:
    return max((_likeness(title, _title_stems(name)) for name in names), default=0.0)


def _likeness(title: list[str], name: list[str]) -> float:
    """1 for the title itself; one that ends in the name ("senior buyer") is better than one that merely holds it."""
    hit = sum(word in title for word in name)
    if hit == len(name):
        ends = title[-len(name) :] == name
        return (0.75 if ends else 0.6) + 0.25 * len(name) / len(title) + 0.05 * (len(name) - 1)
    same_head = name[-1] in title[-2:]
    return (0.25 if same_head else 0.4) * hit / len(name) if hit else 0.0


def _by_words(text_stems: list[str], library: Index) -> dict[str, float]:
    counts: dict[str, int] = {}
    for word in text_stems:
        counts[word] = counts.get(word, 0) + 1
    joined = " " + " ".join(text_stems) + " "
    raw = {
        name: sum(_word(tuple(stems(word)), counts, joined, library) for word in family.words)
        / math.sqrt(len(family.words))
        for name, family in library.families.items()
    }
    most = max(raw.values(), default=0.0) or 1.0
    return {name: value / most * min(1.0, most / 4) for name, value in raw.items()}


def _word(parts: tuple[str, ...], counts: dict[str, int], joined: str, library: Index) -> float:
    if not parts or (len(parts) > 1 and f" {' '.join(parts)} " not in joined) or parts[0] not in counts:
        return 0.0
    return min(library.idf(part) for part in parts) * (1 + math.log(counts[parts[0]]))
