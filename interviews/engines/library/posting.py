"""A posting as the engine sees it: clauses, their stems, the names in them, the competencies they speak for."""

from dataclasses import dataclass, replace
from functools import cached_property

from interviews.checks.intake import about_the_work
from interviews.drafts import Brief, Intake
from interviews.engines.library.conditions import is_screening
from interviews.engines.library.fields import rank_families
from interviews.engines.library.grammar import forms, grammar
from interviews.engines.library.index import Index
from interviews.engines.library.learned import Learned, read_learned
from interviews.engines.library.lexicon import Mention, mentions
from interviews.engines.library.parting import split_long
from interviews.engines.library.phrases import Action, Phrase, actions, chunks
from interviews.engines.library.reading import USEFUL, Clause, Places, read
from interviews.engines.library.subjects import subjects
from interviews.engines.library.tagger import Span, spans
from interviews.engines.library.told import Answer, spoken_for, told_clauses
from interviews.engines.library.words import Word, parts, stem, stems, stopwords, words

MOST_LINES, MOST_CLAUSES = 250, 500
SAYING = (*USEFUL, "heading", "about")
FAMILIES = 3
CLOSE, LEAST, BY_TITLE = 0.5, 0.25, 1.2
TECHNICAL, INITIALS = frozenset(["software", "data", "it_operations", "product"]), 5
LEAST_STEMS = 2


@dataclass(frozen=True)
class Line:
    """A clause that says something of the work, with what was found in it.

    `said`: the answer of the team that it is of; its places then lie behind the description, and it is no evidence."""

    clause: Clause
    words: list[Word]
    placed: list[tuple[str, int]]
    mentions: list[Mention]
    spans: list[Span]
    matches: dict[str, float]
    cues: dict[str, frozenset[str]]
    asked: dict[str, float]
    screening: bool = False
    said: Answer | None = None

    @property
    def stems(self) -> list[str]:
        """The stems of the clause in order."""
        return [found for found, _ in self.placed]

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The stems of the clause, each once."""
        return frozenset(self.stems)

    @cached_property
    def is_telling(self) -> bool:
        """Whether the clause names a tool or the like, or says enough words to be asked about."""
        return self.names_something or len(self.spoken) >= LEAST_STEMS

    @cached_property
    def names_something(self) -> bool:
        """Whether the clause names a tool, a method or the like: more than the field that a degree is in."""
        return any(mention.term.kind != "field" for mention in self.mentions)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases of the clause."""
        return chunks(self.words, self.clause.text, self.clause.start)

    @cached_property
    def actions(self) -> list[Action]:
        """The verbs of the clause with their objects."""
        return actions(self.words, self.clause.text, self.clause.start)

    def tags(self, start: int, end: int) -> bool:
        """Whether the tagger sees a skill or knowledge within a stretch of the description."""
        return any(span.start < end and start < span.end for span in self.spans)

    def focus(self, competency: str) -> int:
        """Where the clause first speaks for a competency."""
        cues = self.cues.get(competency, frozenset())
        return next((place for found, place in self.placed if found in cues), self.clause.start)


@dataclass(frozen=True)
class Posting:
    """A posting read: everything later steps need, as plain values.

    `stems` are those of its lines and title; `said` its words, also what it says about the house. `told` are the lines
    of what the team said about the job, `learned` what it says can be learned there."""

    role: str
    description: str
    clauses: list[Clause]
    lines: list[Line]
    families: list[str]
    unsure: bool
    stems: frozenset[str]
    said: frozenset[str]
    told: tuple[Line, ...]
    learned: Learned

    @cached_property
    def every_line(self) -> list[Line]:
        """The lines of the description, then what the team said."""
        return [*self.lines, *self.told]


def open_posting(brief: Brief, library: Index) -> Posting:
    """Reads a brief's description and what the team said about the job, once. Repeated clauses count once."""
    intake = about_the_work(brief.intake)
    told = _told(intake, len(brief.description) + 1, library)
    clauses = read(brief.description)
    learned = read_learned(intake.learned, clauses)
    clauses = [_without_learned(clause, learned) for clause in clauses]
    tagged = [span for span in spans(clauses[:MOST_CLAUSES]) if not learned.within(span.start, span.end)]
    useful = _distinct([clause for clause in clauses if clause.kind in USEFUL])[:MOST_LINES]
    title = frozenset(word.lower for word in words(brief.role))
    within = _by_clause(useful, tagged)
    lines = [line for clause in useful for line in _lines(clause, title, within[clause.start], library)][:MOST_LINES]
    ranked = _ranked(brief.role, lines, library)
    if told and _is_unsure(ranked):
        ranked = _ranked(brief.role, [*lines, *told], library)
    families = _best(ranked)
    told = [_heard(line, families, library) for line in told]
    if not TECHNICAL & set(families):
        lines = [_without_clouds(line) for line in lines]
        told = [_without_clouds(line) for line in told]
    saying = [clause.text for clause in clauses if clause.kind in SAYING]
    return Posting(
        role=brief.role,
        description=brief.description,
        clauses=clauses,
        lines=lines,
        families=families,
        unsure=not families or _is_unsure(ranked),
        stems=frozenset([*(found for line in [*lines, *told] for found in line.stems), *stems(brief.role)]),
        said=forms(" ".join([brief.role, *saying, *(line.clause.text for line in told)])),
        told=tuple(told),
        learned=learned.meaning(families, (key for line in told for key in line.matches), library),
    )


def _told(intake: Intake, offset: int, library: Index) -> list[Line]:
    """The lines of what strong people do and of what went wrong, as if they stood behind the description."""
    lines = [(said, _line(clause, clause.words, [], library)) for said, clause in told_clauses(intake, offset)]
    return [replace(line, said=said) for said, line in lines if line.stems]


def _heard(line: Line, families: list[str], library: Index) -> Line:
    """A told line that asks for what it clearly speaks of, and for the questions that tell the same."""
    heard = spoken_for(line.spoken, line.matches, families, library)
    asked = dict(line.asked)
    for entry, score in heard.questions.items():
        asked[entry] = asked.get(entry, 0.0) + score
    return replace(line, matches=heard.competencies, asked=asked)


def _without_learned(clause: Clause, learned: Learned) -> Clause:
    """A clause in which what can be learned on the job counts as not asked for."""
    here = tuple(place for place in learned.places if clause.start <= place[0] and place[1] <= clause.end)
    return replace(clause, negated=(*clause.negated, *here)) if here else clause


def _ranked(role: str, lines: list[Line], library: Index) -> list[tuple[str, float]]:
    every = [found for line in lines for found in line.stems]
    return rank_families(role, every, [line.matches for line in lines], library)


def _is_unsure(ranked: list[tuple[str, float]]) -> bool:
    return not ranked or ranked[0][1] < 1.0


def _without_clouds(line: Line) -> Line:
    return replace(line, mentions=[mention for mention in line.mentions if not _is_cloud(mention)])


def _is_cloud(mention: Mention) -> bool:
    """Whether a mention is a cloud service by its initials, which mean something else in other trades ("ECS card")."""
    return mention.term.name.startswith(("Amazon ", "AWS ", "Azure ", "Google Cloud ")) and (
        mention.end - mention.start <= INITIALS
    )


def _best(ranked: list[tuple[str, float]]) -> list[str]:
    """The families close to the best. Every posting speaks a little of managing, so that family needs the title."""
    best = ranked[0][1] if ranked else 0.0
    close = [(name, score) for name, score in ranked[:FAMILIES] if score > LEAST and score >= CLOSE * best]
    return [name for name, score in close if name != "management" or score >= BY_TITLE or len(close) == 1]


def _distinct(clauses: list[Clause]) -> list[Clause]:
    seen: dict[str, Clause] = {}
    for clause in clauses:
        seen.setdefault(" ".join(clause.text.lower().split()), clause)
    return list(seen.values())


def _by_clause(clauses: list[Clause], tagged: list[Span]) -> dict[int, list[Span]]:
    """The spans of each clause, by where it starts."""
    places = Places(clauses)
    found: dict[int, list[Span]] = {clause.start: [] for clause in clauses}
    for span in tagged:
        clause = places.at(span.start)
        if clause:
            found[clause.start].append(span)
    return found


def _lines(clause: Clause, title: frozenset[str], tagged: list[Span], library: Index) -> list[Line]:
    split = split_long(clause)
    condition = is_screening(split[0])
    found = [
        _line(part, _without_title(part.words, title), [s for s in tagged if part.start <= s.start < part.end], library)
        for part in split
    ]
    return [replace(line, screening=condition or is_screening(line.clause)) for line in found]


def _without_title(found: list[Word], title: frozenset[str]) -> list[Word]:
    """The words of a clause without the title it begins with: "A Director of Operations plans" is about planning."""
    if not found or found[0].lower not in ("a", "an", "the", "this", "as", "our"):
        return found
    after = next((place for place, word in enumerate(found[1:], 1) if word.lower not in title), len(found))
    return found[after:] if after > 1 else found


def _line(clause: Clause, found: list[Word], tagged: list[Span], library: Index) -> Line:
    placed = [
        (stem(part), word.start)
        for word in found
        if not _of_an_organisation(word, clause)
        for part in parts(word.lower)
        if part not in stopwords() and (len(part) > 1 or part in "rc") and not part[0].isdigit()
    ]
    named = [
        mention
        for mention in mentions(clause.text, clause.start)
        if not any(start <= mention.start < end for start, end in clause.negated)
    ]
    named += subjects(clause, tagged, named)
    said = [word for word, _ in placed]
    matches, cues = library.matches(said)
    return Line(clause, found, placed, named, tagged, matches, cues, library.asked(said))


def _of_an_organisation(word: Word, clause: Clause) -> bool:
    """Whether a word belongs to the name of an office ("Department of Water"), which shows no skill."""
    return word.text[0].isupper() and word.start != clause.start and word.lower in grammar()["organisation"]
