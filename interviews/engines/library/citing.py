"""Which clauses of a description a skill cites: those that its questions speak of."""

from collections.abc import Sequence

from interviews.drafts import SkillDraft
from interviews.engines.library.candidate import Candidate
from interviews.engines.library.index import Index
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.quoting import evidence
from interviews.engines.library.words import stems

SHOWN, MOST_CITED = 3, 5
# A further clause is cited where the questions speak of so much of it, and any clause from SERVED on.
CITED, SERVED = 0.3, 0.5


def spoken_by(name: str, planned: Sequence[str], library: Index) -> frozenset[str]:
    """The stems of a skill's name and of what its questions ask and listen for."""
    entries = [entry for one in planned for entry in library.of(one.rpartition(".")[0]) if entry.id == one]
    return frozenset(stems(name)).union(*(library.about(entry) | library.cued(entry) for entry in entries))


def cited_lines(candidate: Candidate, library: Index) -> list[Line]:
    """The lines that a chosen skill is shown by: the one it is named after, and those that its questions speak of."""
    written = [line for line in candidate.best_lines if not line.said]
    lines = [line for line in written if not line.screening] or written
    if not candidate.planned:
        return lines[:SHOWN]
    spoken = spoken_by(candidate.name, candidate.planned, library)
    kept = [
        line
        for line in lines
        if line is candidate.namesake or _names(candidate, line) or library.share(line.spoken, spoken) >= CITED
    ]
    best = max(lines, key=lambda line: library.share(line.spoken, spoken), default=None)
    return (kept or ([best] if best else []))[:SHOWN]


def _names(candidate: Candidate, line: Line) -> bool:
    return candidate.term is not None and any(mention.term == candidate.term for mention in line.mentions)


def cite_served(skills: Sequence[SkillDraft], posting: Posting, library: Index) -> None:
    """Adds to the skills the clauses that none cites and of which the questions of one speak for the most part."""
    spoken = [spoken_by(skill.name, skill.planned, library) for skill in skills]
    for line in posting.lines:
        clause = line.clause
        spans = [(quote.start, quote.end) for skill in skills for quote in skill.evidence]
        cited = any(start < clause.end and clause.start < end for start, end in spans)
        if cited or line.screening or not line.is_telling or posting.learned.touches(clause.start, clause.end):
            continue
        shares = [library.share(line.spoken, about) for about in spoken]
        best = max(range(len(shares)), key=lambda number: (shares[number], -number), default=None)
        if best is not None and shares[best] >= SERVED and len(skills[best].evidence) < MOST_CITED:
            skills[best].evidence.append(evidence(clause, posting.description, clause.start))
