"""The built-in library to look through: one small card a question, the whole of it only when somebody opens it.

A process that never asks for it pays nothing; the engine reads the families themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from interviews.drafts import LibraryEntry, QuestionType, Seniority
from interviews.library.folding import folded
from interviews.library.shelf import Family, each_family, entries
from interviews.library.slots import filled

Standing = Literal["built_in", "draft", "approved", "retired"]


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a question of the library, and by what it is filtered.

    `family` is empty for a team's question on something that no built-in competency is about. `said` holds its texts,
    folded, a line each: skill, prompt, family and the words by which postings ask for it, criteria, everything else."""

    id: str
    skill: str
    competency: str
    family: str
    prompt: str
    type: QuestionType
    levels: tuple[Seniority, ...]
    minutes: int
    standing: Standing
    said: str


def card_of(entry: LibraryEntry, standing: Standing, family: str = "", about: Iterable[str] = ()) -> Card:
    """The card of an entry, its slot reading its default. `about`: other words for what it is about."""
    return Card(
        id=entry.id,
        skill=entry.competency_name,
        competency=entry.competency,
        family=family,
        prompt=filled(entry.prompt),
        type=entry.type,
        levels=tuple(entry.levels),
        minutes=entry.minutes,
        standing=standing,
        said="\n".join(_said(entry, about)),
    )


def _said(entry: LibraryEntry, about: Iterable[str]) -> Iterator[str]:
    yield _line([entry.competency_name])
    yield _line([filled(entry.prompt)])
    yield _line([*about, *entry.cues])
    yield _line(entry.evaluation_criteria)
    probes = [probe.text for probe in entry.follow_ups]
    anchors = [anchor.anchor for anchor in entry.rating_scale]
    samples = [sample.answer for sample in entry.samples]
    yield _line([filled(entry.alternate), entry.why, *probes, *anchors, *entry.red_flags, *samples])


def _line(texts: Iterable[str]) -> str:
    return folded(" ".join(" ".join(texts).split()))


class Catalogue:
    """All built-in questions as cards, with the names of families and competencies."""

    def __init__(self, families: Iterable[Family]) -> None:
        self.families: dict[str, str] = {}
        self.competencies: dict[str, tuple[str, str]] = {}
        self._cards: dict[str, Card] = {}
        self._bodies: dict[str, bytes] = {}
        for family in families:
            self._take_in(family)

    def _take_in(self, family: Family) -> None:
        self.families[family.family] = family.name
        for competency in family.competencies:
            about = [family.name, *competency.cues]
            self.competencies[competency.id] = competency.name, family.family
            for entry in entries(family, competency):
                self._cards[entry.id] = card_of(entry, "built_in", family.family, about)
                self._bodies[entry.id] = entry.model_dump_json(exclude_defaults=True).encode()

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every question, by family and competency."""
        return tuple(self._cards.values())

    def entry(self, identifier: str) -> LibraryEntry | None:
        """The whole of a question, None if there is no such one."""
        body = self._bodies.get(identifier)
        return LibraryEntry.model_validate_json(body) if body else None

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {folded(name): identifier for identifier, (name, _family) in reversed(self.competencies.items())}

    def competency_named(self, name: str) -> str:
        """The id of the competency that is called so, whatever the case; empty if none is."""
        return self._by_name.get(folded(" ".join(name.split())), "")

    def family_of(self, competency: str) -> tuple[str, str]:
        """Id and name of a competency's family, both empty where it is none of the library's."""
        family = self.competencies.get(competency, ("", ""))[1]
        return family, self.families.get(family, "")


@cache
def catalogue() -> Catalogue:
    """The built-in library, read when it is first asked for. Raises `ShelfError`."""
    return Catalogue(each_family())
