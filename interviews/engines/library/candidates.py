"""What a plan might probe: competencies that the lines speak for, duties themselves, and the names in them."""

import math
from typing import Literal

from interviews.drafts import Seniority
from interviews.engines.library.candidate import Candidate
from interviews.engines.library.grammar import too_wide
from interviews.engines.library.index import Index
from interviews.engines.library.lexicon import Term
from interviews.engines.library.naming import best_name, rename
from interviews.engines.library.nearness import GENERAL_SHARE, nearness
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.subjects import TAGGED
from interviews.engines.library.words import stems
from interviews.library.shelf import NAMED_DUTY, NAMED_TOOL, SUBJECT

STRENGTH = {"requirement": 1.0, "duty": 1.0, "nice": 0.5}
ASKED_SHARE = 0.6
CLEARLY_ASKED = 4.0
WEAK_MATCH = 2.6
TELLING_DUTY = 7.0
CLEAR = 6.0
DUTY = 0.4
TECHNICAL = 5
LEADING: dict[Seniority, float] = {"entry": 0.0, "mid": 0.15, "senior": 0.8, "lead": 1.6}
TITLED, NAMED_IN_TITLE = 1.25, 1.5
ORDINARY = 0.2
TOLD, LEARNED = 1.3, 0.3
AKIN = 0.4
TECHNICAL_NAME, PLAIN_NAME = 0.8, 0.55
BEHAVIOUR = frozenset(
    ["general.planning", "general.departments", "general.accuracy", "general.learning", "general.improving"]
)


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
    every = [*by_line, *named]
    for candidate in every:
        candidate.learned = candidate.reference in posting.learned.competencies or _beside_learned(candidate, posting)
        candidate.strength *= LEARNED if candidate.learned else 1.0
    return every


def _beside_learned(candidate: Candidate, posting: Posting) -> bool:
    """Whether a skill is asked for only in the parts of requirements that name what can be learned on the job; a tool
    is named by itself."""
    if not posting.learned.stretches or (candidate.term and candidate.term.kind == "tool"):
        return False
    return all(
        posting.learned.beside(line.clause, place)
        for _, line in candidate.lines
        for place in _asked_at(candidate, line)
    )


def _asked_at(candidate: Candidate, line: Line) -> list[int]:
    """Where a line asks for a skill."""
    if candidate.term:
        return [mention.start for mention in line.mentions if mention.term == candidate.term]
    cues = line.cues.get(candidate.reference)
    return [place for found, place in line.placed if not cues or found in cues]


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
    for line in posting.every_line:
        for identifier, score in line.matches.items():
            share = nearness(identifier, posting, library) or ASKED_SHARE * _is_asked(
                identifier, line, posting, library
            )
            share = share or (AKIN if line.said else 0.0)
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
        rename(candidate, posting, library)
    return list(found.values())


def _is_asked(identifier: str, line: Line, posting: Posting, library: Index) -> bool:
    """Whether a line asks for a question of a competency by the question's own cues, in a scene that is at home."""
    return any(
        line.asked.get(entry.id, 0.0) >= CLEARLY_ASKED and library.at_home(entry.id, posting.said)
        for entry in library.of(identifier)
    )


def _line_weight(line: Line, posting: Posting) -> float:
    if line.said:
        return TOLD
    early = 1.15 - 0.3 * line.clause.start / max(1, posting.lines[-1].clause.start)
    return STRENGTH[line.clause.kind] * early * (0.15 if line.screening else 1.0)


def _duties(posting: Posting, library: Index, served: list[Candidate]) -> list[Candidate]:
    """The duties themselves: a verb and its object are the skill where no competency speaks for the line clearly."""
    clear = {line.clause.start for candidate in served for value, line in candidate.lines if value >= CLEAR}
    found = []
    for line in posting.lines:
        name, worth = best_name(line, posting, library, None)
        if line.clause.start in clear or worth < TELLING_DUTY:
            continue
        reference = _nearest(line, posting, library)
        found.append(Candidate(name, "duty", reference, lines=[(worth * DUTY * _line_weight(line, posting), line)]))
    for candidate in found:
        candidate.weigh(1)
    return found


def _nearest(line: Line, posting: Posting, library: Index) -> str:
    shares = {key: nearness(key, posting, library) for key in line.matches}
    allowed = {key: share * line.matches[key] for key, share in shares.items() if share >= GENERAL_SHARE}
    best = max(sorted(allowed), key=lambda key: allowed[key], default="")
    return best if best and allowed[best] > 0 and best not in (NAMED_TOOL, SUBJECT, NAMED_DUTY) else ""


def _terms(posting: Posting, library: Index) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    title = set(stems(posting.role))
    for line in posting.every_line:
        for place, mention in enumerate(line.mentions):
            if not _is_skill(mention.term, line) or (line.said and mention.term.kind != "tool"):
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
    return [candidate for candidate in found.values() if candidate.reference != SUBJECT or not too_wide(candidate.name)]


def _is_skill(term: Term, line: Line) -> bool:
    """Whether a name is something to ask about: no certificate, no bare thing, no field that a degree is in."""
    if term.kind in ("certificate", "field") or (term.kind == "equipment" and term.name.islower()):
        return False
    return not (line.screening and term.kind in ("method", TAGGED))


def _reference(candidate: Candidate, posting: Posting, library: Index) -> str:
    matched, cues = library.matches(stems(candidate.name))
    own = set(stems(candidate.name))
    least = 1.0 if candidate.term and candidate.term.kind in ("tool", "office") else 0.5
    named = [key for key in matched if len(cues[key] & own) >= least * len(own)]
    allowed = {key: nearness(key, posting, library) * matched[key] for key in named}
    best = max(sorted(allowed), key=lambda key: allowed[key], default="")
    if best and allowed[best] > 1.2:
        return best
    return NAMED_TOOL if candidate.term and candidate.term.kind in ("tool", "office", "equipment") else SUBJECT
