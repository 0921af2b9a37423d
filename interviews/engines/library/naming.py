"""What a skill of a plan is called: in the posting's own words where they say more than a competency's name."""

from collections.abc import Iterator

from interviews.drafts import LibraryEntry
from interviews.engines.library.candidate import Candidate
from interviews.engines.library.index import Index
from interviews.engines.library.names import GROUNDED, duty_names, grounded, sounds_alike
from interviews.engines.library.nearness import GENERAL_SHARE, nearness
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.serving import Service
from interviews.engines.library.words import common, stems
from interviews.library.shelf import NAMED_DUTY

TELLING = 1.0
SPEAKS_OF, GROUND, KEPT, NEARLY = 1.2, 0.9, 0.25, 0.8
UNTAGGED = 0.8
LATER, UNSAID = 0.8, 0.45


def rename(candidate: Candidate, posting: Posting, library: Index) -> None:
    """The posting's own words for a competency, where they say more than its name; without either it counts less."""
    share = grounded(candidate.name, posting.stems)
    own = sum(library.idf(word) for word in stems(candidate.name) if word in posting.stems)
    best, most, namesake = "", 0.0, None
    for place, line in enumerate(candidate.best_lines[:4]):
        name, worth = best_name(line, posting, library, line.cues.get(candidate.reference, frozenset()) - common())
        if worth * LATER**place > most and _speaks_for(name, candidate.reference, posting, library):
            best, most, namesake = name, worth * LATER**place, line
    if best and (share < GROUNDED or most > TELLING * own):
        candidate.name, candidate.namesake = best, namesake
    elif share < 0.5:
        candidate.strength *= UNSAID


def name_by_question(candidate: Candidate, entry: LibraryEntry, others: list[str], service: Service) -> None:
    """Names a candidate so that it and its question belong together: by what the question speaks of and the posting
    grounds; its own name, its competency's, or another of its lines', but none like the `others` of the plan.
    A tool or a field keeps its name."""
    if candidate.term or entry.competency == NAMED_DUTY:
        return
    posting, library = service.posting, service.library
    asked = library.about(entry) | library.cued(entry)
    best, most, namesake = candidate.name, -1.0, candidate.namesake
    for name, line in _names(candidate, entry, posting, library):
        if name != candidate.name and any(sounds_alike(name, other) for other in others):
            continue
        speaks = library.share(frozenset(stems(name)), asked)
        worth = SPEAKS_OF * speaks + GROUND * grounded(name, posting.stems) + KEPT * (name == candidate.name)
        if worth > most:
            best, most, namesake = name, worth, line
    candidate.name, candidate.namesake = best, namesake


def _names(
    candidate: Candidate, entry: LibraryEntry, posting: Posting, library: Index
) -> Iterator[tuple[str, Line | None]]:
    yield candidate.name, candidate.namesake
    yield entry.competency_name, None
    for line in candidate.best_lines[:2]:
        for name, _, tagged in duty_names(line, posting) if not line.screening else ():
            if tagged and _speaks_for(name, entry.competency, posting, library):
                yield name, line


def _speaks_for(name: str, reference: str, posting: Posting, library: Index) -> bool:
    """Whether a name says a competency rather than another that the posting might mean."""
    matched = library.matches(stems(name))[0]
    near = [score for key, score in matched.items() if nearness(key, posting, library) >= GENERAL_SHARE]
    return matched.get(reference, 0.0) >= NEARLY * max(near, default=0.0)


def best_name(line: Line, posting: Posting, library: Index, cues: frozenset[str] | None) -> tuple[str, float]:
    """The most telling name that a line suggests, among those that hold a cue (any, if None)."""
    best, most = "", 0.0
    for name, own, tagged in duty_names(line, posting) if not line.screening else ():
        worth = sum(min(5.0, library.idf(word)) for word in sorted(own)[:5]) * (1.0 if tagged else UNTAGGED)
        if (cues is None or cues & own) and worth > most:
            best, most = name, worth
    return best, most
