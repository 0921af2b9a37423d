"""The library's competencies, findable by the words of a clause."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from interviews.drafts import LibraryEntry
from interviews.engines.library.grammar import singular
from interviews.engines.library.words import common, plain_stems, stems
from interviews.library.shelf import Competency, Family, WrittenQuestion, entries, families
from interviews.library.slots import filled

LONG_LINE = 6
SINGLE_CUE = 0.5
COMMON_CUE = 0.3
# Whose cue it is, and its stems.
_Cue = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Shelved:
    """A competency with its family and the stems that speak for it."""

    family: Family
    competency: Competency
    cues: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """The competency's id."""
        return self.competency.id


class Index:
    """All competencies by cue, all entries by id, and how telling each stem is within the library."""

    def __init__(self, shelf: dict[str, Family]) -> None:
        self.families = shelf
        self.competencies = {
            competency.id: Shelved(
                family,
                competency,
                tuple(dict.fromkeys(key for cue in competency.cues if (key := tuple(plain_stems(cue))))),
                tuple(dict.fromkeys(stems(competency.name))),
            )
            for family in shelf.values()
            for competency in family.competencies
        }
        self._by_stem: dict[str, list[_Cue]] = {}
        for shelved in self.competencies.values():
            for cue in (*shelved.cues, *((name,) for name in shelved.names)):
                self._by_stem.setdefault(cue[0], []).append((shelved.id, cue))
        self._about: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._asked: dict[str, list[_Cue]] = {}
        self._cued: dict[str, frozenset[str]] = {}
        self._settings: dict[str, list[frozenset[str]]] = {}
        self.makers: set[str] = set()
        for shelved in self.competencies.values():
            for question in shelved.competency.questions:
                self._shelve(question)

    def _shelve(self, question: WrittenQuestion) -> None:
        own = [tuple(plain_stems(cue)) for cue in question.cues]
        for cue in dict.fromkeys(own):
            if cue:
                self._asked.setdefault(cue[0], []).append((question.id, cue))
        self._cued[question.id] = frozenset(part for cue in own for part in cue)
        if question.makers:
            self.makers.add(question.id)
        if question.setting:
            self._settings[question.id] = [
                frozenset(singular(part) for part in word.split()) for word in question.setting
            ]

    def at_home(self, entry: str, said: frozenset[str]) -> bool:
        """Whether the scene of an entry is at home in a posting that says these words (see `grammar.forms`)."""
        return entry not in self._settings or any(word and word <= said for word in self._settings[entry])

    def cued(self, entry: LibraryEntry) -> frozenset[str]:
        """The stems of an entry's own cues."""
        return self._cued[entry.id] if entry.id in self._cued else frozenset(stems(" ".join(entry.cues)))

    def asks(self, entry: LibraryEntry, asked: dict[str, float], found: list[str]) -> float:
        """How much of an entry's own cues a clause tells, by what `asked` said of it; a team's entry is looked up."""
        if entry.id in self._cued or not entry.cues:
            return asked.get(entry.id, 0.0)
        every = {cue for cue in (tuple(stems(cue)) for cue in entry.cues) if cue and set(cue) <= set(found)}
        return sum(self.telling(cue) for cue in sorted(every))

    def asked(self, found: list[str]) -> dict[str, float]:
        """The entries whose own cues the stems of a clause hold, and how much those tell."""
        scores: dict[str, float] = {}
        for identifier, cue in self._told(found, self._asked):
            scores[identifier] = scores.get(identifier, 0.0) + self.telling(cue)
        return scores

    @cached_property
    def _frequency(self) -> Counter[str]:
        every: Counter[str] = Counter()
        for shelved in self.competencies.values():
            every.update({part for cue in shelved.cues for part in cue} | set(shelved.names))
            every.update({part for q in shelved.competency.questions for part in plain_stems(filled(q.prompt).lower())})
        return every

    @cache  # noqa: B019 - one index lives as long as the process
    def idf(self, stem: str) -> float:
        """How telling a stem is: about 0.5 for one that every competency uses, 6 for one that none does."""
        return math.log((2 * len(self.competencies) + 2) / (self._frequency[stem] + 1)) + 0.2

    @cache  # noqa: B019 - one index lives as long as the process
    def weight(self, stem: str) -> int:
        """The same in thousandths: whole numbers add up alike in any order."""
        return round(1000 * self.idf(stem))

    def share(self, whole: frozenset[str], known: frozenset[str]) -> float:
        """How much of the weight of some stems others hold, from 0 to 1."""
        total = sum(map(self.weight, whole))
        return sum(map(self.weight, whole & known)) / total if total else 0.0

    def matches(self, found: list[str]) -> tuple[dict[str, float], dict[str, frozenset[str]]]:
        """The competencies that the stems of a clause speak for: the weight of the cues that match, and their stems."""
        scores: dict[str, float] = {}
        cues: dict[str, frozenset[str]] = {}
        for identifier, cue in self._told(found, self._by_stem):
            scores[identifier] = scores.get(identifier, 0.0) + self._weight(identifier, cue)
            cues[identifier] = cues.get(identifier, frozenset()) | set(cue)
        if len(set(found)) > LONG_LINE:
            scores = {key: score * (SINGLE_CUE if len(cues[key]) == 1 else 1.0) for key, score in scores.items()}
        return scores, cues

    def _told(self, found: list[str], by_stem: dict[str, list[_Cue]]) -> Iterator[_Cue]:
        """What the stems of a clause speak for, each with the cue that they hold close together, and each once."""
        present = set(found)
        seen: set[_Cue] = set()
        for place, word in enumerate(found):
            for told in by_stem.get(word, ()):
                if told not in seen and present.issuperset(told[1]) and self._near(found, place, told[1]):
                    seen.add(told)
                    yield told

    def _weight(self, identifier: str, cue: tuple[str, ...]) -> float:
        named = cue in self.competencies[identifier].cues
        return (1.0 if named else 0.4) * self.telling(cue)

    @cache  # noqa: B019 - one index lives as long as the process
    def telling(self, cue: tuple[str, ...]) -> float:
        """How much a cue tells: a phrase more than its words, a word that any posting may hold little."""
        whole = sum(self.idf(part) for part in cue)
        if len(cue) > 1:
            return whole * (1.25 if any(part not in common() for part in cue) else 0.8)
        return whole * (COMMON_CUE if cue[0] in common() else 1.0)

    @staticmethod
    def _near(found: list[str], place: int, cue: tuple[str, ...]) -> bool:
        return len(cue) == 1 or set(cue) <= set(found[max(0, place - 2) : place + len(cue) + 2])

    @cached_property
    def entries(self) -> dict[str, list[LibraryEntry]]:
        """The library's entries by competency."""
        return {key: self.of(key) for key in self.competencies}

    @cache  # noqa: B019 - one index lives as long as the process
    def of(self, competency: str) -> list[LibraryEntry]:
        """The entries of a competency, made when they are first asked for."""
        return entries(self.competencies[competency].family, self.competencies[competency].competency)

    def about(self, entry: LibraryEntry) -> frozenset[str]:
        """What an entry is about: the stems of its prompt and criteria. Those of the library are remembered."""
        return self._stems(entry)[1]

    def worded(self, entry: LibraryEntry) -> frozenset[str]:
        """The stems of an entry's prompt."""
        return self._stems(entry)[0]

    def _stems(self, entry: LibraryEntry) -> tuple[frozenset[str], frozenset[str]]:
        known = self._about.get(entry.id)
        if known is None:
            prompt = frozenset(stems(filled(entry.prompt)))
            known = prompt, prompt | frozenset(stems(" ".join(entry.evaluation_criteria)))
            if entry.family in self.families:
                self._about[entry.id] = known
        return known


@cache
def index() -> Index:
    """The index of the built-in library."""
    return Index(families())


@cache
def competency_names() -> frozenset[str]:
    """The names of the built-in competencies, in lower case."""
    return frozenset(shelved.competency.name.lower() for shelved in index().competencies.values())
