"""How well a question of a library fits a skill of a posting: what its lines ask, and whether the scene is at home."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from interviews.drafts import LibraryEntry, Seniority
from interviews.engines.library.index import Index, competency_names
from interviews.engines.library.lexicon import terms
from interviews.engines.library.names import spoken_duty
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.subject_names import is_field
from interviews.engines.library.tools import TOOLS, makes_with
from interviews.engines.library.words import stems
from interviews.library.shelf import GENERAL, NAMED_DUTY, NAMED_TOOL, SUBJECT
from interviews.library.slots import Slot, slots

OWN_COMPETENCY, ASKED, MATCHED, SERVED, FAMILIAR = 0.25, 0.5, 0.2, 0.45, 0.4
ENOUGH_ASKED, ENOUGH_MATCHED = 5.0, 10.0
NOT_AT_HOME, STRANGER, OF_ANY_TRADE = 0.15, 0.5, 0.8
BY_LEVEL = (1.0, 0.75, 0.3, 0.1)
BY_NAME = 0.25
STRANGE, STRANGE_TOOL = 0.05, 0.25
APPROVED, TARGETED = 0.1, 0.25
# What the team said asks for an entry, and from which weight of words on it does so plainly.
HEARD, PLAINLY = 0.3, 8.0
_ORDER: list[Seniority] = ["entry", "mid", "senior", "lead"]


@dataclass(frozen=True)
class Sought:
    """What a question is sought for: a skill with the lines that show it, in a posting, for a level."""

    posting: Posting
    called: str
    reference: str
    kind: str
    seniority: Seniority
    families: tuple[str, ...]
    lines: tuple[Line, ...]

    @cached_property
    def written(self) -> tuple[Line, ...]:
        """The lines of the description among its lines."""
        return tuple(line for line in self.lines if not line.said)

    def lines_for(self, entry: LibraryEntry) -> tuple[Line, ...]:
        """The lines by which an entry may be sought: what the team said tells only among its competency's own."""
        return self.lines if entry.competency == self.reference else self.written

    @cached_property
    def name(self) -> frozenset[str]:
        """The stems of the skill's name."""
        return frozenset(stems(self.called))

    @cached_property
    def is_tool(self) -> bool:
        """Whether the skill is a tool that the lexicon knows."""
        term = terms().get(self.called.lower())
        return self.kind == "hard" and term is not None and term.kind in TOOLS

    @cached_property
    def is_field(self) -> bool:
        """Whether the skill is a field of knowledge or a method that can be spoken of by its name."""
        return self.kind == "hard" and is_field(self.called)

    @cached_property
    def is_made_with(self) -> bool:
        """Whether people of this posting make things with the tool that the skill is, or change it."""
        return makes_with(self.called, self.posting)

    @cached_property
    def is_own_duty(self) -> bool:
        """Whether the skill is a duty under the posting's own name for it."""
        own = self.kind == "duty" and self.called.lower() not in competency_names()
        return own and spoken_duty(self.called) is not None


@lru_cache(maxsize=4096)
def default_stems(slot: Slot) -> frozenset[str]:
    """The stems of the phrase that a slot reads without a posting."""
    return frozenset(stems(slot.default))


def fitness(entry: LibraryEntry, sought: Sought, library: Index) -> float:
    """How well an entry fits, from 0 to about 2.3; below 0.35 a candidate would wonder why it is asked."""
    about = library.about(entry)
    lines = sought.lines_for(entry)
    score = OWN_COMPETENCY if entry.competency == sought.reference else 0.0
    score += ASKED * (1 - math.exp(-_asked(entry, lines, library) / ENOUGH_ASKED))
    score += HEARD * _heard(entry, lines)
    score += MATCHED * (1 - math.exp(-_matched(entry.competency, lines) / ENOUGH_MATCHED))
    score += SERVED * _served(about, lines, library)
    score += FAMILIAR * library.share(library.worded(entry), sought.posting.stems)
    score -= _strangeness(entry, sought, library)
    score += BY_NAME * _takes_name(entry, sought)
    score += TARGETED * _targeted(entry, about, sought, library) + (APPROVED if entry.status == "approved" else 0.0)
    at_home = 1.0 if library.at_home(entry.id, sought.posting.said) else NOT_AT_HOME
    return score * at_home * _of_family(entry.family, sought.families) * _of_level(entry.levels, sought.seniority)


def _asked(entry: LibraryEntry, lines: Sequence[Line], library: Index) -> float:
    told = sorted((library.asks(entry, line.asked, line.stems) for line in lines), reverse=True)
    return sum(value / (1 + place) for place, value in enumerate(told))


def _heard(entry: LibraryEntry, lines: Sequence[Line]) -> float:
    """How plainly the team's answers ask for an entry, from 0 to 1."""
    return min(1.0, max((line.asked.get(entry.id, 0.0) for line in lines if line.said), default=0.0) / PLAINLY)


def _matched(competency: str, lines: Sequence[Line]) -> float:
    return max((line.matches.get(competency, 0.0) for line in lines), default=0.0)


def _served(about: frozenset[str], lines: Sequence[Line], library: Index) -> float:
    """How much of one of the lines an entry speaks of, at best."""
    return max((library.share(line.spoken, about) for line in lines), default=0.0)


def _takes_name(entry: LibraryEntry, sought: Sought) -> bool:
    """Whether an entry is one that is asked about a duty, a tool or a field by its name, and the skill is that."""
    if entry.competency == NAMED_DUTY:
        return sought.is_own_duty
    return (entry.competency == NAMED_TOOL and sought.is_tool) or (entry.competency == SUBJECT and sought.is_field)


def _targeted(entry: LibraryEntry, about: frozenset[str], sought: Sought, library: Index) -> float:
    """How much of the skill's name an entry speaks of, or can be filled with where it is a tool or a field."""
    if {slot.kind for slot in slots(entry.prompt)} & _fillable(sought):
        return 1.0
    return library.share(sought.name, about | library.cued(entry))


def _fillable(sought: Sought) -> set[str]:
    """The kinds of slots that the skill's own name fills."""
    kinds = {"tool": sought.is_tool, "subject": sought.is_field, "duty": sought.is_own_duty}
    return {kind for kind, fills in kinds.items() if fills}


def _strangeness(entry: LibraryEntry, sought: Sought, library: Index) -> float:
    """How odd the prompt sounds where its slot keeps a default that the posting does not know."""
    found = slots(entry.prompt)
    if not found or found[0].kind in _fillable(sought):
        return 0.0
    unknown = 1.0 - library.share(default_stems(found[0]), sought.posting.stems)
    return unknown * (STRANGE_TOOL if found[0].kind == "tool" else STRANGE)


def _of_family(family: str, families: Sequence[str]) -> float:
    if family in families:
        return 1.0 - 0.1 * families.index(family)
    if family == "team":
        return 1.0
    return OF_ANY_TRADE if family == GENERAL else STRANGER


def _of_level(levels: list[Seniority], wanted: Seniority) -> float:
    return BY_LEVEL[min(abs(_ORDER.index(level) - _ORDER.index(wanted)) for level in levels)]
