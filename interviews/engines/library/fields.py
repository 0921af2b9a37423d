"""Which job families a posting belongs to: by its title, by words typical of each, and by what its lines speak for."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from interviews.engines.library.index import Index
from interviews.engines.library.words import parts, stem, stems, words
from interviews.library.shelf import GENERAL

BY_TITLE, BY_WORDS, BY_LINES = 2.0, 1.0, 1.0
FEW_WORDS, FEW_LINES = 4.0, 12.0
KNOWN = 0.5


def rank_families(
    role: str, text_stems: list[str], matches: Sequence[dict[str, float]], library: Index
) -> list[tuple[str, float]]:
    """The families that fit, best first, with a score in which an exact title alone is worth 2.

    `matches`: for each line the competencies that it speaks for."""
    title = _title_stems(role)
    by_words, by_lines = _by_words(text_stems, library), _by_lines(matches, library)
    scores = {
        family: BY_TITLE * _by_title(title, found.titles, library)
        + BY_WORDS * by_words[family]
        + BY_LINES * by_lines.get(family, 0.0)
        for family, found in library.families.items()
        if family != GENERAL
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def known_title(role: str, library: Index) -> bool:
    """Whether a role's title is a job that the library knows."""
    title = _title_stems(role)
    named = (_by_title(title, family.titles, library) for key, family in library.families.items() if key != GENERAL)
    return any(likeness >= KNOWN for likeness in named)


@cache
def _title_stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part) for word in words(text) for part in parts(word.lower))


@cache
def _rarity(library: Index) -> dict[str, float]:
    """How telling a word of a title is, from 0 to 1: "assistant" stands in many families, "librarian" in one."""
    within = {
        name: {word for title in family.titles for word in _title_stems(title)}
        for name, family in library.families.items()
    }
    spread = Counter(word for found in within.values() for word in found)
    return {word: 1 / count**0.7 for word, count in spread.items()}


def _by_title(title: tuple[str, ...], names: list[str], library: Index) -> float:
    rarity = _rarity(library)
    return max((_likeness(title, _title_stems(name), rarity) for name in names), default=0.0)


def _likeness(title: tuple[str, ...], name: tuple[str, ...], rarity: dict[str, float]) -> float:
    """1 for the title itself; one that ends in the name ("senior buyer") is better than one that merely holds it;
    where only some words are shared, those count that few families have."""
    shared = [word for word in name if word in title]
    if not shared:
        return 0.0
    if len(shared) == len(name):
        ends = title[-len(name) :] == name
        return (0.75 if ends else 0.6) + 0.25 * len(name) / len(title) + 0.05 * (len(name) - 1)
    telling = sum(rarity.get(word, 0.0) for word in shared) / sum(rarity.get(word, 0.0) for word in name)
    return 0.5 * telling * max(rarity.get(word, 0.0) for word in shared)


def _by_lines(matches: Sequence[dict[str, float]], library: Index) -> dict[str, float]:
    """How much of a posting each family's competencies serve: each line counts for the family that serves it best."""
    raw: defaultdict[str, float] = defaultdict(float)
    for line in matches:
        best: dict[str, float] = {}
        for key, score in line.items():
            family = library.competencies[key].family.family
            if family != GENERAL:
                best[family] = max(best.get(family, 0.0), score)
        most = max(best.values(), default=0.0)
        for family, score in best.items():
            raw[family] += min(score, 10.0) * (score / most) ** 2
    top = max(raw.values(), default=0.0) or 1.0
    return {family: value / top * min(1.0, top / FEW_LINES) for family, value in raw.items()}


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
    return {name: value / most * min(1.0, most / FEW_WORDS) for name, value in raw.items()}


def _word(parts: tuple[str, ...], counts: dict[str, int], joined: str, library: Index) -> float:
    if not parts or (len(parts) > 1 and f" {' '.join(parts)} " not in joined) or parts[0] not in counts:
        return 0.0
    return min(library.idf(part) for part in parts) * (1 + math.log(counts[parts[0]]))
