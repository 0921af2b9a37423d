"""The choice of a plan's skills: strong, distinct, spread over the lines and over hard skills, duties, behaviour."""

from interviews.drafts import LibraryEntry, Seniority, SkillDraft
from interviews.engines.library.candidates import Candidate, candidates
from interviews.engines.library.fields import known_title
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import Index
from interviews.engines.library.names import sounds_alike
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.quoting import evidence
from interviews.engines.library.search import pool as find_pool
from interviews.engines.library.words import stems

WISHED = 0.6
LEAST, SPEAKS, TITLED = 0.01, 1.5, 0.3
WEIGHED, SHOWN, MOST_OFFERS = 60, 3, 12
POOR, FITTING, UNFIT = 0.25, 0.9, 0.08
SAME_COMPETENCY = 0.4
STAPLES = ("general.planning", "general.departments", "general.accuracy", "general.customers")


Offer = tuple[float, LibraryEntry]


def choose(posting: Posting, library: Index, most: int, level: Seniority) -> list[SkillDraft]:
    """At most `most` distinct skills, the most important first, without weights.

    A skill is worth choosing only with a question that fits it: it counts by the best one that no other skill took."""
    every = sorted(candidates(posting, library, level), key=lambda c: (-c.strength, c.reference, c.name))
    pool = [(candidate, _offers(candidate, posting, library, level)) for candidate in every[:WEIGHED]]
    chosen: list[Candidate] = []
    taken: set[str] = set()
    covered: dict[int, int] = {}
    while pool and len(chosen) < most:
        gains = [_gain(c, covered, chosen, most) * _quality(offers, taken) for c, offers in pool]
        place = max(range(len(pool)), key=lambda index: (gains[index], -index))
        if gains[place] < LEAST:
            break
        best, offers = pool.pop(place)
        if any(sounds_alike(best.name, other.name) for other in chosen):
            continue
        chosen.append(best)
        entry = next((entry for _, entry in offers if entry.id not in taken), None)
        if entry:
            taken.add(entry.id)
            best.reference = entry.competency
        for line in best.best_lines[:SHOWN]:
            covered[line.clause.start] = covered.get(line.clause.start, 0) + 1
    chosen.sort(key=lambda candidate: (not candidate.must, -candidate.strength, candidate.name))
    return [_draft(candidate, posting) for candidate in chosen]


def _offers(candidate: Candidate, posting: Posting, library: Index, level: Seniority) -> list[Offer]:
    """The questions that fit a candidate, best first, each with how well it fits."""
    families = tuple(posting.families)
    name, lines = frozenset(stems(candidate.name)), tuple(candidate.best_lines[:SHOWN])
    sought = Sought(posting, name, candidate.reference, candidate.kind, level, families, lines)
    fits = [(fitness(entry, sought, library), entry) for entry in find_pool(sought, library)]
    return sorted(fits, key=lambda item: (-item[0], item[1].id))[:MOST_OFFERS]


def _quality(offers: list[Offer], taken: set[str]) -> float:
    """How much a skill is worth by the best question that is left for it: nothing without one, 1 with one that fits."""
    best = next((fit for fit, entry in offers if entry.id not in taken), 0.0)
    return min(1.0, max(UNFIT, (best - POOR) / (FITTING - POOR)))


def _gain(candidate: Candidate, covered: dict[int, int], chosen: list[Candidate], most: int) -> float:
    """What a candidate adds: its strength where nothing chosen covers its lines, less for a kind well served."""
    fresh = sum(value / (1 + 1.5 * covered.get(line.clause.start, 0)) for value, line in candidate.lines)
    whole = sum(value for value, _ in candidate.lines) or 1.0
    gain = candidate.strength * (0.2 + 0.8 * fresh / whole) * (1.0 if candidate.must else WISHED)
    limit = {"hard": (most + 1) // 2, "duty": most, "behaviour": 1}[candidate.kind]
    if sum(other.kind == candidate.kind for other in chosen) >= limit:
        gain *= 0.2
    same = sum(other.reference == candidate.reference for other in chosen)
    return gain * float(SAME_COMPETENCY**same)


def _draft(candidate: Candidate, posting: Posting) -> SkillDraft:
    shown = [line for line in candidate.best_lines if not line.screening] or candidate.best_lines
    return SkillDraft(
        name=candidate.name,
        importance="must_have" if candidate.must else "nice_to_have",
        kind=candidate.kind,
        evidence=[evidence(line.clause, posting.description, _focus(candidate, line)) for line in shown[:SHOWN]],
        reference=candidate.reference,
    )


def _focus(candidate: Candidate, line: Line) -> int:
    if candidate.term:
        return next(mention.start for mention in line.mentions if mention.term == candidate.term)
    return line.focus(candidate.reference)


def from_title(posting: Posting, library: Index, level: Seniority) -> list[SkillDraft]:
    """What a role of this title usually asks for, for a description that says too little: what its family and
    every trade ask, first what the title speaks for and what has questions that fit the little it says."""
    if not posting.families or (posting.unsure and not known_title(posting.role, library)):
        return []
    titled = library.matches(stems(posting.role))[0]
    own = [competency.id for competency in library.families[posting.families[0]].competencies]
    leads = level in ("senior", "lead")
    fitting = [key for key in own if leads or stems(library.competencies[key].competency.name)[:1] != ["lead"]]
    every = [*fitting, *(key for key in STAPLES if key in library.competencies)]
    worth = {key: _worth(key, posting, library, level) + (TITLED if key in titled else 0.0) for key in every}
    return [_by_name(key, posting, library) for key in sorted(every, key=lambda key: (-worth[key], key))]


def _worth(key: str, posting: Posting, library: Index, level: Seniority) -> float:
    """How well the best question of a competency fits the posting as a whole."""
    name = frozenset(library.competencies[key].names)
    sought = Sought(posting, name, key, "duty", level, tuple(posting.families), tuple(posting.lines))
    return max(fitness(entry, sought, library) for entry in library.entries[key])


def _by_name(key: str, posting: Posting, library: Index) -> SkillDraft:
    """A competency under its own name, with the lines that speak for it, if any do."""
    speaking = [line for line in posting.lines if line.matches.get(key, 0.0) >= SPEAKS and not line.screening]
    shown = sorted(speaking, key=lambda line: -line.matches[key])[:SHOWN]
    return SkillDraft(
        name=library.competencies[key].competency.name,
        kind="duty",
        evidence=[evidence(line.clause, posting.description, line.focus(key)) for line in shown],
        reference=key,
    )
