"""The skills of a plan: competencies of the library, named tools and duties, weighed and spread."""

import math
from dataclasses import dataclass, field

from interviews.drafts import SkillDraft
from interviews.engines.library.fields import known_title
from interviews.engines.library.index import GENERAL, Index
from interviews.engines.library.lexicon import Term
from interviews.engines.library.names import duty_name, grounded, sounds_alike
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.quoting import evidence
from interviews.engines.library.words import stems

STRENGTH = {"requirement": 1.0, "duty": 0.9, "nice": 0.5}
FAMILY_SHARE = (1.0, 0.75, 0.6)
GENERAL_SHARE = 0.5
STRANGE_SHARE = 0.3
BEHAVIOUR = frozenset(
    ["general.planning", "general.departments", "general.accuracy", "general.learning", "general.improving"]
)
NAMED_TOOL, SUBJECT = "general.named_tool", "general.subject"


@dataclass
class Candidate:
    """A skill that may be chosen: what speaks for it, and where."""

    name: str
    kind: str
    reference: str
    strength: float = 0.0
    lines: list[tuple[float, Line]] = field(default_factory=list)
    term: Term | None = None

    @property
    def must(self) -> bool:
        """Whether any line asks for it otherwise than as a wish."""
        return any(line.clause.kind != "nice" for _, line in self.lines)

    @property
    def best_lines(self) -> list[Line]:
        """The lines that show it, the most telling first."""
        return [line for _, line in sorted(self.lines, key=lambda item: (-item[0], item[1].clause.start))]


def choose(posting: Posting, library: Index, most: int) -> list[SkillDraft]:
    """At most `most` distinct skills, the most important first, without weights."""
    pool = [*_competencies(posting, library), *_terms(posting, library)]
    pool.sort(key=lambda candidate: (-candidate.strength, candidate.reference, candidate.name))
    chosen: list[Candidate] = []
    covered: dict[int, int] = {}
    while pool and len(chosen) < most:
        best = max(pool, key=lambda c: (_gain(c, covered, chosen, most), c.name))
        pool.remove(best)
        if _gain(best, covered, chosen, most) <= 0:
            break
        if _repeats(best, chosen):
            continue
        chosen.append(best)
        for _, line in best.lines:
            covered[line.clause.start] = covered.get(line.clause.start, 0) + 1
    chosen.sort(key=lambda c: (not c.must, -c.strength, c.name))
    return [_draft(candidate, posting) for candidate in chosen]


def _competencies(posting: Posting, library: Index) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for line in posting.lines:
        for identifier, score in line.matches.items():
            share = _share(identifier, posting, library)
            value = share * score * STRENGTH[line.clause.kind] * _early(line, posting)
            if value <= 0:
                continue
            shelved = library.competencies[identifier]
            kind = "behaviour" if identifier in BEHAVIOUR else "duty"
            candidate = found.setdefault(identifier, Candidate(shelved.competency.name, kind, identifier))
            candidate.lines.append((value, line))
    for candidate in found.values():
        values = sorted((value for value, _ in candidate.lines), reverse=True)
        candidate.strength = sum(value / (1 + place) for place, value in enumerate(values[:6]))
        candidate.name = _name(candidate, posting)
    return [candidate for candidate in found.values() if candidate.reference not in (NAMED_TOOL, SUBJECT)]


def _share(identifier: str, posting: Posting, library: Index) -> float:
    family = library.competencies[identifier].family.family
    if family == GENERAL:
        return GENERAL_SHARE
    if family in posting.families:
        return FAMILY_SHARE[posting.families.index(family)]
    return STRANGE_SHARE if posting.unsure else 0.0


def _early(line: Line, posting: Posting) -> float:
    return 1.15 - 0.3 * line.clause.start / max(1, posting.length)


def _name(candidate: Candidate, posting: Posting) -> str:
    if grounded(candidate.name, posting.stems):
        return candidate.name
    for line in candidate.best_lines[:3]:
        name = duty_name(line, candidate.reference)
        if name:
            return name
    return candidate.name


def _terms(posting: Posting, library: Index) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for line in posting.lines:
        for mention in line.mentions:
            if mention.term.kind == "certificate":
                continue
            kind = "hard"
            candidate = found.setdefault(mention.term.name, Candidate(mention.term.name, kind, "", term=mention.term))
            rank = 1.0 / math.sqrt(1 + 0.25 * line.mentions.index(mention))
            candidate.lines.append((5.0 * rank * STRENGTH[line.clause.kind] * _early(line, posting), line))
    for candidate in found.values():
        values = sorted((value for value, _ in candidate.lines), reverse=True)
        candidate.strength = sum(value / (1 + place) for place, value in enumerate(values[:4]))
        candidate.strength *= 1.3 if candidate.name.lower() in posting.role.lower() else 1.0
        candidate.reference = _reference(candidate, posting, library)
        candidate.name = candidate.name[:1].upper() + candidate.name[1:] if candidate.name.islower() else candidate.name
    return list(found.values())


def _reference(candidate: Candidate, posting: Posting, library: Index) -> str:
    matched, _ = library.matches(posting.stems_of(candidate.name))
    allowed = {key: _share(key, posting, library) * score for key, score in matched.items()}
    best = max(sorted(allowed), key=lambda key: allowed[key], default="")
    if best and allowed[best] > 1.2:
        return best
    return NAMED_TOOL if candidate.term and candidate.term.kind in ("tool", "equipment") else SUBJECT


def _gain(candidate: Candidate, covered: dict[int, int], chosen: list[Candidate], most: int) -> float:
    """What a candidate adds: its strength where nothing chosen covers the lines yet, less for a kind already well served."""
    fresh = sum(value / (1 + 1.5 * covered.get(line.clause.start, 0)) for value, line in candidate.lines)
    whole = sum(value for value, _ in candidate.lines) or 1.0
    gain = candidate.strength * (0.25 + 0.75 * fresh / whole)
    same_kind = sum(other.kind == candidate.kind for other in chosen)
    limit = {"hard": (most + 1) // 2, "duty": most, "behaviour": 1}[candidate.kind]
    if same_kind >= limit:
        gain *= 0.25
    same_reference = sum(other.reference == candidate.reference for other in chosen)
    return gain * (0.35**same_reference) * (1.0 if candidate.must else 0.7)


def _repeats(candidate: Candidate, chosen: list[Candidate]) -> bool:
    return any(sounds_alike(candidate.name, other.name) for other in chosen) or (
        candidate.kind != "hard"
        and any(other.reference == candidate.reference and other.kind != "hard" for other in chosen)
    )


def _draft(candidate: Candidate, posting: Posting) -> SkillDraft:
    return SkillDraft(
        name=candidate.name,
        importance="must_have" if candidate.must else "nice_to_have",
        kind=candidate.kind,  # type: ignore[arg-type]
        evidence=[
            evidence(line.clause, posting.description, _focus(candidate, line)) for line in candidate.best_lines[:3]
        ],
        reference=candidate.reference,
    )


def _focus(candidate: Candidate, line: Line) -> int:
    if candidate.term:
        return next(mention.start for mention in line.mentions if mention.term == candidate.term)
    return line.focus(candidate.reference)


def from_title(role: str, posting: Posting, library: Index, most: int) -> list[SkillDraft]:
    """What a role of this title usually asks for: competencies of its family, for a description that says too little."""
    if not known_title(role, library) or not posting.families:
        return []
    family = library.families[posting.families[0]]
    title = set(stems(role))
    ranked = sorted(
        enumerate(family.competencies),
        key=lambda item: (-len(title & {word for cue in item[1].cues for word in stems(cue)}), item[0]),
    )
    plain = [competency for _, competency in ranked if not stems(competency.name)[:1] == ["lead"]]
    return [SkillDraft(name=competency.name, kind="duty", reference=competency.id) for competency in plain[:most]]
