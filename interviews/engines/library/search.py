"""The search step: which questions of the built-in and the team's library fit a skill of a plan."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from interviews.drafts import Analysis, Brief, LibraryEntry, Seniority, SkillDraft
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import Index, index
from interviews.engines.library.posting import Line, Posting, open_posting
from interviews.engines.library.words import stems
from interviews.library.shelf import BY_NAME, GENERAL, NAMED_DUTY, NAMED_TOOL, SUBJECT

MOST, KEPT = 6, 60
SPEAKS, NAMES = 4.0, 0.6
PLANNED, NEARLY = 2.0, 0.9
# A question that an approval may bring to the front: one that a candidate would not wonder about.
FITS, SAME_NAME = 0.5, 90


@lru_cache(maxsize=4)
def _opened(told: str) -> Posting:
    return open_posting(Brief.model_validate_json(told), index())


def _as_told(brief: Brief) -> str:
    """All that a reading of a posting depends on."""
    return Brief(role=brief.role, description=brief.description, intake=brief.intake).model_dump_json()


def opened(brief: Brief) -> Posting:
    """The posting of a brief, read once and remembered: search and writing ask for it once a skill."""
    return _opened(_as_told(brief))


def sought_for(brief: Brief, skill: SkillDraft, seniority: Seniority, families: list[str]) -> Sought:
    """What to seek for a skill of an analysis: its lines are those that its evidence quotes, and what the team said of
    it."""
    posting = opened(brief)
    spans = [(quote.start, quote.end) for quote in skill.evidence]
    lines = [
        line
        for line in posting.lines
        if any(start < line.clause.end and line.clause.start < end for start, end in spans)
    ]
    lines += [line for line in posting.told if _speaks_of(line, skill)]
    return Sought(posting, skill.name, skill.reference, skill.kind, seniority, tuple(families), tuple(lines))


def _speaks_of(line: Line, skill: SkillDraft) -> bool:
    """Whether something that the team said is about a skill: its competency, its name, or a question planned for it."""
    if line.matches.get(skill.reference, 0.0) >= SPEAKS or any(entry in line.asked for entry in skill.planned):
        return True
    return index().share(frozenset(stems(skill.name)), line.spoken) >= NAMES


def find(brief: Brief, analysis: Analysis, skill: SkillDraft, team: list[LibraryEntry]) -> list[LibraryEntry]:
    """The entries that fit a skill, best first, at most six. No entry is given to two skills of an analysis: in each
    round every skill takes the best one left, and where two want the same it goes to the one that it fits better."""
    ranked = [_ranked(brief, analysis, other, team) for other in analysis.skills]
    given: list[list[LibraryEntry]] = [[] for _ in analysis.skills]
    taken: set[str] = set()
    for _ in range(MOST):
        waiting = set(range(len(ranked)))
        while waiting:
            offers = {number: _best_left(ranked[number], taken) for number in sorted(waiting)}
            best = max(offers, key=lambda number: (offers[number][0], -number))
            waiting.remove(best)
            entry = offers[best][1]
            if entry:
                taken.add(entry.id)
                given[best].append(entry)
    return given[analysis.skills.index(skill)]


def _ranked(
    brief: Brief, analysis: Analysis, skill: SkillDraft, team: list[LibraryEntry]
) -> list[tuple[float, LibraryEntry]]:
    built_in = _built_in(_as_told(brief), skill.model_dump_json(), analysis.seniority, tuple(analysis.families))
    sought = sought_for(brief, skill, analysis.seniority, analysis.families)
    best = max((fit - PLANNED if fit > PLANNED else fit for fit, _ in built_in), default=0.0)
    own = [_of_team(entry, sought, best) for entry in team if entry.status != "retired"]
    return sorted([*built_in, *own], key=lambda item: (-item[0], item[1].id))


def _of_team(entry: LibraryEntry, sought: Sought, best: float) -> tuple[float, LibraryEntry]:
    """An approved question of the team comes first where it fits about as well as the best of the built-in library."""
    fit = fitness(entry, sought, index())
    return fit + PLANNED * (entry.status == "approved" and _fits(entry, sought, fit, best)), entry


def _fits(entry: LibraryEntry, sought: Sought, fit: float, best: float) -> bool:
    if fuzz.ratio(entry.competency_name.lower(), sought.called.lower()) >= SAME_NAME:
        return True
    return fit >= max(FITS, NEARLY * best)


def near(brief: Brief, analysis: Analysis, skill: SkillDraft, material: Sequence[LibraryEntry]) -> list[LibraryEntry]:
    """Those of the material that are worth being shown beside a skill; a team's approved ones always are.

    None that asks about anything by its name: it says nothing of the trade."""
    sought = sought_for(brief, skill, analysis.seniority, analysis.families)
    told = [entry for entry in material if entry.competency not in BY_NAME]
    return [entry for entry in told if entry.status == "approved" or fitness(entry, sought, index()) >= FITS]


def fitting(brief: Brief, analysis: Analysis, skill: SkillDraft, material: Sequence[LibraryEntry]) -> list[str]:
    """The ids of the team's approved questions among the material that fit the skill, best first: those that the team
    keeps for a skill of that name, and those that fit about as well as anything found."""
    sought = sought_for(brief, skill, analysis.seniority, analysis.families)
    fits = [(fitness(entry, sought, index()), entry) for entry in material]
    best = max((fit for fit, entry in fits if entry.family != "team"), default=0.0)
    own = [(fit, entry) for fit, entry in fits if entry.family == "team" and entry.status == "approved"]
    return [entry.id for fit, entry in sorted(own, key=lambda item: -item[0]) if _fits(entry, sought, fit, best)]


@lru_cache(maxsize=32)
def _built_in(told: str, skill: str, level: Seniority, families: tuple[str, ...]) -> list[tuple[float, LibraryEntry]]:
    """The built-in entries for a skill, best first; remembered, for each skill of a plan asks for those of all."""
    brief = Brief.model_validate_json(told)
    wanted = SkillDraft.model_validate_json(skill)
    sought = sought_for(brief, wanted, level, list(families))
    planned = {entry: len(wanted.planned) - place for place, entry in enumerate(wanted.planned)}
    found = {entry.id: entry for entry in [*pool(sought, index()), *_planned(wanted)]}
    fits = [(fitness(entry, sought, index()) + PLANNED * planned.get(key, 0), entry) for key, entry in found.items()]
    return sorted(fits, key=lambda item: (-item[0], item[1].id))[:KEPT]


def _planned(skill: SkillDraft) -> list[LibraryEntry]:
    """What was planned for a skill, also where the clauses that it cites no longer ask for it."""
    known = index().competencies
    return [
        entry
        for key in dict.fromkeys(one.rpartition(".")[0] for one in skill.planned)
        for entry in (index().of(key) if key in known else ())
        if entry.id in skill.planned
    ]


def _best_left(ranked: list[tuple[float, LibraryEntry]], taken: set[str]) -> tuple[float, LibraryEntry | None]:
    return next(((fit, entry) for fit, entry in ranked if entry.id not in taken), (-1.0, None))


def pool(sought: Sought, library: Index) -> list[LibraryEntry]:
    """The entries that might be asked for a skill: its competency's, those whose own cues its lines hold, and those
    of its families' and any trade's competencies that the lines speak for. What the team said opens no other ones: it
    tells which of them to ask."""
    asked = {identifier for line in sought.written for identifier in line.asked}
    matched = {key for line in sought.written for key, score in line.matches.items() if score >= SPEAKS}
    found = []
    for key, shelved in library.competencies.items():
        if key in BY_NAME and not _asks_by_name(key, sought):
            continue
        own = key == sought.reference
        near = shelved.family.family in (*sought.families, GENERAL)
        for entry in library.of(key) if own or near else ():
            wanted = own or entry.id in asked or key in matched or key in BY_NAME
            learned = sought.posting.learned.is_asked_by(library.worded(entry))
            made = entry.id not in library.makers or sought.is_made_with
            if wanted and made and not learned and library.at_home(entry.id, sought.posting.said):
                found.append(entry)
    return found or _of_any_trade(library, sought.families)


def _asks_by_name(key: str, sought: Sought) -> bool:
    """Whether a competency whose questions take the skill's own name can take this one: a duty, a tool, a field."""
    return {NAMED_DUTY: sought.is_own_duty, NAMED_TOOL: sought.is_tool, SUBJECT: sought.is_field}[key]


def _of_any_trade(library: Index, families: Sequence[str]) -> list[LibraryEntry]:
    wanted = (*families[:1], GENERAL)
    return [
        entry
        for key, shelved in library.competencies.items()
        if shelved.family.family in wanted and key not in BY_NAME
        for entry in library.of(key)
    ]
