"""The search step: which questions of the built-in and the team's library fit a skill of a plan."""

from collections.abc import Sequence
from functools import lru_cache

from interviews.drafts import Analysis, Brief, LibraryEntry, Seniority, SkillDraft
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import GENERAL, Index, index
from interviews.engines.library.posting import Posting, open_posting

MOST, FEWER = 6, 3


@lru_cache(maxsize=4)
def _opened(role: str, description: str) -> Posting:
    return open_posting(Brief(role=role, description=description), index())


def opened(brief: Brief) -> Posting:
    """The posting of a brief, read once and remembered: search and writing ask for it once a skill."""
    return _opened(brief.role, brief.description)


def sought_for(brief: Brief, skill: SkillDraft, seniority: Seniority, families: list[str]) -> Sought:
    """What to seek for a skill of an analysis: its lines are those that its evidence quotes."""
    posting = opened(brief)
    spans = [(quote.start, quote.end) for quote in skill.evidence]
    lines = [
        line
        for line in posting.lines
        if any(start < line.clause.end and line.clause.start < end for start, end in spans)
    ]
    return Sought(posting, skill.reference, skill.kind, seniority, tuple(families), tuple(lines))


def find(
    brief: Brief, analysis: Analysis, skill: SkillDraft, team: list[LibraryEntry], taken: set[str]
) -> list[LibraryEntry]:
    """The entries that fit a skill, best first, at most six; `taken` ids were given to other skills of the plan."""
    sought = sought_for(brief, skill, analysis.seniority, analysis.families)
    library = index()
    others = {other.reference for other in analysis.skills if other.reference != skill.reference}
    near = [entry for entry in pool(sought, library) if entry.competency not in others]
    ranked = sorted(
        (entry for entry in [*near, *team] if entry.id not in taken and entry.status != "retired"),
        key=lambda entry: (-fitness(entry, sought, library), entry.id),
    )
    sharing = sum(other.reference == skill.reference for other in analysis.skills)
    return ranked[: MOST if sharing < 2 else FEWER]


def pool(sought: Sought, library: Index) -> list[LibraryEntry]:
    """The entries that might be asked for a skill: its competency's, those whose own cues its lines hold, and those
    of its families' and any trade's competencies that the lines speak for."""
    asked = {identifier for line in sought.lines for identifier in line.asked}
    matched = {key for line in sought.lines for key in line.matches}
    found = []
    for key, shelved in library.competencies.items():
        own = key == sought.reference
        near = shelved.family.family in (*sought.families, GENERAL)
        for entry in library.entries[key] if own or near else ():
            if own or entry.id in asked or key in matched:
                found.append(entry)
    return found or _of_any_trade(library, sought.families)


def _of_any_trade(library: Index, families: Sequence[str]) -> list[LibraryEntry]:
    wanted = (*families[:1], GENERAL)
    return [
        entry
        for key, shelved in library.competencies.items()
        if shelved.family.family in wanted
        for entry in library.entries[key]
    ]
