"""What a plan might probe: competencies that the lines speak for, duties themselves, and the names in them."""

import math
from dataclasses import dataclass, field
from typing import Literal

from interviews.drafts import LibraryEntry, Seniority
from interviews.engines.library.index import GENERAL, NAMED_DUTY, NAMED_TOOL, SUBJECT, Index
from interviews.engines.library.lexicon import Term
from interviews.engines.library.names import GROUNDED, duty_names, grounded, sounds_alike
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.words import common, stems

STRENGTH = {"requirement": 1.0, "duty": 1.0, "nice": 0.5}
FAMILY_SHARE = (1.0, 0.7, 0.5)
GENERAL_SHARE = 0.55
STRANGE_SHARE, ASKED_SHARE = 0.15, 0.6
CLEARLY_ASKED = 4.0
WEAK_MATCH = 2.6
TELLING = 1.0
TELLING_DUTY = 7.0
CLEAR = 6.0
SPEAKS_OF, KEPT, NEARLY = 1.0, 0.3, 0.8
DUTY, UNTAGGED = 0.4, 0.8
TECHNICAL = 5
LEADING: dict[Seniority, float] = {"entry": 0.0, "mid": 0.15, "senior": 0.8, "lead": 1.6}
TITLED, NAMED_IN_TITLE = 1.25, 1.5
ORDINARY = 0.2
TECHNICAL_NAME, PLAIN_NAME = 0.8, 0.55
BEHAVIOUR = frozenset(
    ["general.planning", "general.departments", "general.accuracy", "general.learning", "general.improving"]
)


@dataclass
class Candidate:
    """A skill that may be chosen: what speaks for it, and where."""

    name: str
    kind: Literal["hard", "duty", "behaviour"]
    reference: str
    strength: float = 0.0
    lines: list[tuple[float, Line]] = field(default_factory=list)
    term: Term | None = None
    namesake: Line | None = None
    planned: list[str] = field(default_factory=list)

    @property
    def must(self) -> bool:
        """Whether any line asks for it otherwise than as a wish."""
        return any(line.clause.kind != "nice" for _, line in self.lines)

    @property
    def best_lines(self) -> list[Line]:
        """The lines that show it: first the one it is named after, then the most telling."""
        ranked = [line for _, line in sorted(self.lines, key=lambda item: (-item[0], item[1].clause.start))]
        return sorted(ranked, key=lambda line: line is not self.namesake)

    def weigh(self, most: int) -> None:
        """The strength of its lines: the best counts whole, each further one less."""
        values = sorted((value for value, _ in self.lines), reverse=True)
        self.strength = sum(value / (1 + place) for place, value in enumerate(values[:most]))


def candidates(posting: Posting, library: Index, level: Seniority) -> list[Candidate]:
    """Every skill that the lines speak for."""
    by_line = _competencies(posting, library)
    for candidate in by_line:
        candidate.strength *= _for_level(candidate.reference, level, library)
    by_line += _duties(posting, library, by_line)
    named = _terms(posting, library)
    technical = sum(candidate.term is not None and candidate.term.kind == "tool" for candidate in named) >= TECHNICAL
    _scale(by_line, 1.0)
    for candidate in named:
        candidate.strength *= TECHNICAL_NAME if technical else PLAIN_NAME
    return [*by_line, *named]


def _for_level(identifier: str, level: Seniority, library: Index) -> float:
    """Leading people is asked of those who lead, and hardly of others."""
    leads = stems(library.competencies[identifier].competency.name)[:1] in (["lead"], ["superv"])
    return LEADING[level] if leads else 1.0


def _scale(found: list[Candidate], top: float) -> None:
    most = max((candidate.strength for candidate in found), default=0.0) or 1.0
    for candidate in found:
        candidate.strength *= top / most


def _competencies(posting: Posting, library: Index) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for line in posting.lines:
        for identifier, score in line.matches.items():
            share = _share(identifier, posting, library) or ASKED_SHARE * _is_asked(identifier, line, posting, library)
            value = share * score * _line_weight(line, posting) * (1.0 if score >= WEAK_MATCH else 0.3)
            if value <= 0 or identifier in (NAMED_TOOL, SUBJECT, NAMED_DUTY):
                continue
            kind: Literal["duty", "behaviour"] = "behaviour" if identifier in BEHAVIOUR else "duty"
            name = library.competencies[identifier].competency.name
            candidate = found.setdefault(identifier, Candidate(name, kind, identifier))
            candidate.lines.append((value, line))
    titled = library.matches(stems(posting.role))[0]
    for candidate in found.values():
        candidate.weigh(6)
        candidate.strength *= TITLED if candidate.reference in titled else 1.0
        _rename(candidate, posting, library)
    return list(found.values())


def _is_asked(identifier: str, line: Line, posting: Posting, library: Index) -> bool:
    """Whether a line asks for a question of a competency by the question's own cues, in a scene that is at home."""
    return any(
        line.asked.get(entry.id, 0.0) >= CLEARLY_ASKED and library.at_home(entry.id, posting.said)
        for entry in library.entries[identifier]
    )


def _share(identifier: str, posting: Posting, library: Index) -> float:
    family = library.competencies[identifier].family.family
    if family == GENERAL:
        return GENERAL_SHARE
    if family in posting.families:
        return FAMILY_SHARE[posting.families.index(family)]
    return STRANGE_SHARE if posting.unsure else 0.0


def _line_weight(line: Line, posting: Posting) -> float:
    early = 1.15 - 0.3 * line.clause.start / max(1, posting.lines[-1].clause.start)
    return STRENGTH[line.clause.kind] * early * (0.15 if line.screening else 1.0)


def _rename(candidate: Candidate, posting: Posting, library: Index) -> None:
    """The posting's own words for a competency, where they say more than its name; without either it counts less."""
    share = grounded(candidate.name, posting.stems)
    own = sum(library.idf(word) for word in stems(candidate.name) if word in posting.stems)
    best, most, namesake = "", 0.0, None
    for place, line in enumerate(candidate.best_lines[:4]):
        name, worth = _best_name(line, posting, library, line.cues.get(candidate.reference, frozenset()) - common())
        if worth * 0.8**place > most and _speaks_for(name, candidate.reference, posting, library):
            best, most, namesake = name, worth * 0.8**place, line
    if best and (share < GROUNDED or most > TELLING * own):
        candidate.name, candidate.namesake = best, namesake
    elif share < 0.5:
        candidate.strength *= 0.45


def _speaks_for(name: str, reference: str, posting: Posting, library: Index) -> bool:
    """Whether a name says a competency rather than another that the posting might mean."""
    matched = library.matches(stems(name))[0]
    near = [score for key, score in matched.items() if _share(key, posting, library) >= GENERAL_SHARE]
    return matched.get(reference, 0.0) >= NEARLY * max(near, default=0.0)


def fitting_name(candidate: Candidate, entry: LibraryEntry, others: list[str], posting: Posting, library: Index) -> str:
    """The name under which a candidate and its question belong together: one that the question speaks of and the
    posting grounds; its own, its competency's, or another of its lines', but none like the `others` of the plan.
    A tool or a field keeps its name."""
    if candidate.term or entry.competency == NAMED_DUTY:
        return candidate.name
    names = [candidate.name, entry.competency_name]
    for line in candidate.best_lines[:2]:
        names += [name for name, _, tagged in duty_names(line, posting) if tagged and not line.screening]
    asked = library.worded(entry)

    def worth(name: str) -> float:
        own = frozenset(stems(name))
        return SPEAKS_OF * library.share(own, asked) + grounded(name, posting.stems) + KEPT * (name == candidate.name)

    free = [
        name
        for name in names[1:]
        if not any(sounds_alike(name, other) for other in others)
        and (name == entry.competency_name or _speaks_for(name, entry.competency, posting, library))
    ]
    return max(dict.fromkeys([candidate.name, *free]), key=worth)


def _best_name(line: Line, posting: Posting, library: Index, cues: frozenset[str] | None) -> tuple[str, float]:
    """The most telling name that a line suggests, among those that hold a cue (any, if None)."""
    best, most = "", 0.0
    for name, own, tagged in duty_names(line, posting) if not line.screening else ():
        worth = sum(min(5.0, library.idf(word)) for word in sorted(own)[:5]) * (1.0 if tagged else UNTAGGED)
        if (cues is None or cues & own) and worth > most:
            best, most = name, worth
    return best, most


def _duties(posting: Posting, library: Index, served: list[Candidate]) -> list[Candidate]:
    """The duties themselves: a verb and its object are the skill where no competency speaks for the line clearly."""
    clear = {line.clause.start for candidate in served for value, line in candidate.lines if value >= CLEAR}
    found = []
    for line in posting.lines:
        name, worth = _best_name(line, posting, library, None)
        if line.clause.start in clear or worth < TELLING_DUTY:
            continue
        reference = _nearest(line, posting, library)
        found.append(Candidate(name, "duty", reference, lines=[(worth * DUTY * _line_weight(line, posting), line)]))
    for candidate in found:
        candidate.weigh(1)
    return found


def _nearest(line: Line, posting: Posting, library: Index) -> str:
    shares = {key: _share(key, posting, library) for key in line.matches}
    allowed = {key: share * line.matches[key] for key, share in shares.items() if share >= GENERAL_SHARE}
    best = max(sorted(allowed), key=lambda key: allowed[key], default="")
    return best if best and allowed[best] > 0 and best not in (NAMED_TOOL, SUBJECT, NAMED_DUTY) else ""


def _terms(posting: Posting, library: Index) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    title = set(stems(posting.role))
    for line in posting.lines:
        for place, mention in enumerate(line.mentions):
            if mention.term.kind in ("certificate", "field") or (
                mention.term.kind == "equipment" and mention.term.name.islower()
            ):
                continue
            if set(stems(mention.term.name)) == title:
                continue
            candidate = found.setdefault(mention.term.name, Candidate(mention.term.name, "hard", "", term=mention.term))
            if line not in [known for _, known in candidate.lines]:
                candidate.lines.append((_line_weight(line, posting) / math.sqrt(1 + 0.25 * place), line))
    for candidate in found.values():
        candidate.weigh(4)
        candidate.strength *= ORDINARY if candidate.term and candidate.term.kind == "office" else 1.0
        candidate.strength *= NAMED_IN_TITLE if set(stems(candidate.name)) <= title else 1.0
        candidate.reference = _reference(candidate, posting, library)
        candidate.name = candidate.name[:1].upper() + candidate.name[1:] if candidate.name.islower() else candidate.name
    return list(found.values())


def _reference(candidate: Candidate, posting: Posting, library: Index) -> str:
    matched, cues = library.matches(stems(candidate.name))
    own = set(stems(candidate.name))
    least = 1.0 if candidate.term and candidate.term.kind in ("tool", "office") else 0.5
    named = [key for key in matched if len(cues[key] & own) >= least * len(own)]
    allowed = {key: _share(key, posting, library) * matched[key] for key in named}
    best = max(sorted(allowed), key=lambda key: allowed[key], default="")
    if best and allowed[best] > 1.2:
        return best
    return NAMED_TOOL if candidate.term and candidate.term.kind in ("tool", "office", "equipment") else SUBJECT
