"""The search step: which questions of the built-in and the team's library fit a skill of a plan."""

from dataclasses import dataclass
from functools import lru_cache

from interviews.drafts import Analysis, Brief, LibraryEntry, Seniority, SkillDraft
from interviews.engines.library.index import GENERAL, Index, entry_stems, index
from interviews.engines.library.posting import Posting, open_posting
from interviews.engines.library.slots import slots
from interviews.engines.library.words import stems

MOST, FEWER = 6, 3
EVIDENCE, RELATED, POSTING = 10.0, 5.0, 4.0
SERVES = 3.0
_ORDER: list[Seniority] = ["entry", "mid", "senior", "lead"]


@lru_cache(maxsize=4)
def _opened(role: str, description: str) -> Posting:
    return open_posting(Brief(role=role, description=description), index())


def opened(brief: Brief) -> Posting:
    """The posting of a brief, read once and remembered: search and writing ask for it once a skill."""
    return _opened(brief.role, brief.description)


@dataclass(frozen=True)
class Sought:
    """What a question is sought for: a skill with its clauses, in a posting, for a level."""

    posting: Posting
    skill: SkillDraft
    seniority: Seniority
    families: tuple[str, ...]
    evidence: frozenset[str]
    related: frozenset[str]
    clauses: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, brief: Brief, skill: SkillDraft, seniority: Seniority, families: list[str]) -> "Sought":
        """What to seek for a skill."""
        posting = opened(brief)
        own = frozenset(stems(" ".join([skill.name, *(evidence.quote for evidence in skill.evidence)])))
        related = frozenset(
            found for line in posting.lines if line.matches.get(skill.reference) for found in line.stems
        )
        clauses = tuple(tuple(dict.fromkeys(stems(evidence.quote))) for evidence in skill.evidence)
        return cls(posting, skill, seniority, tuple(families), own, related | own, clauses)


def find(
    brief: Brief, analysis: Analysis, skill: SkillDraft, team: list[LibraryEntry], taken: set[str]
) -> list[LibraryEntry]:
    """The entries that fit a skill, best first, at most six; `taken` ids were given to other skills of the plan."""
    sought = Sought.of(brief, skill, analysis.seniority, analysis.families)
    library = index()
    others = {other.reference for other in analysis.skills if other.reference != skill.reference}
    near = [entry for key in _competencies(sought, library) if key not in others for entry in library.entries[key]]
    ranked = sorted(
        (entry for entry in [*near, *team] if entry.id not in taken and entry.status != "retired"),
        key=lambda entry: (-fitness(entry, sought, library), entry.id),
    )
    sharing = sum(other.reference == skill.reference for other in analysis.skills)
    return ranked[: MOST if sharing < 2 else FEWER]


def _competencies(sought: Sought, library: Index) -> list[str]:
    """The skill's own competency, those of its families and of any trade that its clauses speak for."""
    matched = library.matches(sorted(sought.evidence))[0]
    keys = [sought.skill.reference] if sought.skill.reference in library.competencies else []
    for key, shelved in library.competencies.items():
        family = shelved.family.family
        if key not in keys and (family in sought.families[:2] or (family == GENERAL and matched.get(key, 0) > 0)):
            keys.append(key)
    return keys or [key for key, shelved in library.competencies.items() if shelved.family.family == GENERAL]


def fitness(entry: LibraryEntry, sought: Sought, library: Index) -> float:
    """How well an entry fits: its competency, family and level, its likeness to the clauses, a slot for the tool."""
    about = entry_stems(entry)
    score = 3.0 if entry.competency == sought.skill.reference else 0.0
    score += _of_family(entry.family, sought.families)
    score += _of_level(entry.levels, sought.seniority)
    score += EVIDENCE * _likeness(about, sought.evidence, library) + RELATED * _likeness(about, sought.related, library)
    score += POSTING * _likeness(about, sought.posting.stems, library)
    score += SERVES * _serves(about, sought, library)
    kinds = {slot.kind for slot in slots(entry.prompt)}
    if sought.skill.kind == "hard":
        score += 0.8 * ("tool" in kinds) + 0.3 * ("subject" in kinds)
    return score + (1.0 if entry.status == "approved" else 0.0)


def _of_family(family: str, families: tuple[str, ...]) -> float:
    if family in families:
        return 1.0 - 0.25 * families.index(family)
    return 0.2 if family in (GENERAL, "team") else -0.5


def _of_level(levels: list[Seniority], wanted: Seniority) -> float:
    distance = min(abs(_ORDER.index(level) - _ORDER.index(wanted)) for level in levels)
    return (1.0, -0.8, -2.5, -4.0)[distance]


def _serves(about: frozenset[str], sought: Sought, library: Index) -> float:
    """How much of one clause of the skill an entry speaks of, at best."""
    shares = [0.0]
    for clause in sought.clauses:
        whole = sum(library.idf(word) for word in clause) or 1.0
        shares.append(sum(library.idf(word) for word in clause if word in about) / whole)
    return max(shares)


def _likeness(about: frozenset[str], other: frozenset[str], library: Index) -> float:
    """The share of what an entry is about that another text speaks of, by how telling the words are."""
    whole = sum(library.idf(word) for word in about) or 1.0
    return sum(library.idf(word) for word in sorted(about & other)) / whole
