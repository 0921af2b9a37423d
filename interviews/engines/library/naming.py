"""What a skill of a plan is called: in the posting's own words where they say more than a competency's name."""

from collections.abc import Iterator

from interviews.drafts import LibraryEntry
from interviews.engines.library.candidate import Candidate
from interviews.engines.library.index import Index
from interviews.engines.library.lexicon import Term
from interviews.engines.library.names import GROUNDED, duty_names, grounded, sounds_alike
from interviews.engines.library.nearness import GENERAL_SHARE, nearness
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.serving import Service
from interviews.engines.library.words import common, stems
from interviews.library.shelf import BY_NAME, NAMED_DUTY

TELLING = 1.0
SPEAKS_OF, GROUND, KEPT, NEARLY = 1.2, 0.9, 0.25, 0.8
UNTAGGED = 0.8
# A question that holds less of the weight of a name's words is about something else: measured over the development
# postings, where nearly every pair below it was a mismatch and hardly one above.
SPOKEN_OF = 0.3
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


def is_spoken_of(name: str, term: Term | None, entry: LibraryEntry, library: Index) -> bool:
    """Whether a question is about what a skill's name says: it holds enough of its words, its competency is called so,
    or is the one for a tool of that name."""
    if entry.competency in BY_NAME or name == entry.competency_name:
        return True
    shelved = library.competencies.get(entry.competency)
    if term and term.kind == "tool" and shelved and tuple(stems(name)) in shelved.cues:
        return True
    return library.share(frozenset(stems(name)), library.about(entry) | library.cued(entry)) >= SPOKEN_OF


def name_by_question(candidate: Candidate, entry: LibraryEntry, others: list[str], service: Service) -> bool:
    """Names a candidate so that it and its question belong together: by what the question speaks of and the posting
    grounds; its own name, its competency's, or another of its lines'. Whether there is one unlike the `others` of the
    plan. A tool or a field keeps its name where the question is about it."""
    posting, library = service.posting, service.library
    spoken = is_spoken_of(candidate.name, candidate.term, entry, library)
    if entry.competency == NAMED_DUTY or (candidate.term and spoken):
        return True
    asked = library.about(entry) | library.cued(entry)
    best, most, namesake = "", -1.0, None
    for name, line in _names(candidate, entry, posting, library):
        if any(sounds_alike(name, other) for other in others) or not is_spoken_of(name, None, entry, library):
            continue
        speaks = library.share(frozenset(stems(name)), asked)
        worth = SPEAKS_OF * speaks + GROUND * grounded(name, posting.stems) + KEPT * (name == candidate.name)
        if worth > most:
            best, most, namesake = name, worth, line
    if best:
        candidate.name, candidate.namesake, candidate.term = best, namesake, None
    return bool(best)


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
