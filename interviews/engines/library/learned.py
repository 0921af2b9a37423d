"""What the team says can be learned on the job: where the description names it, and which competencies it means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from interviews.engines.library.index import Index
from interviews.engines.library.lexicon import Term, mentions
from interviews.engines.library.reading import USEFUL, Clause
from interviews.engines.library.words import common, parts, stem, stems, stopwords, words
from interviews.library.shelf import GENERAL

# Names that mean the same wherever they stand; a thing or a method may be meant in another way.
_NAMES = ("tool", "office", "certificate", "rules")
_PARTS = re.compile(r"[,;:.!?()\n/]|\s[-–—]\s|\s(?:and|or|as well as|plus|&)\s", re.I)
_NEEDLESS = re.compile(
    r"\b(?:no need|(?:need|needs|have|has) not|(?:do|does)(?: not|n't)(?: need| have)?|need(?:s)?n't)"
    r"(?: to (?:know|have|bring))?\b",
    re.I,
)
# What cannot be learned on the job: all of a part that says so, and what follows an exception.
_EXCEPTED = re.compile(
    r"[^,.;\n]*\b(?:cannot|can't|can not|must|should know|has to|have to)\b[^.;\n]*"
    r"|\b(?:except|apart from|other than|but|not|never)\b[^.;\n]*",
    re.I,
)
_TEACHING = re.compile(
    r"\b(?:can|could|may|will|is|are|gets?)(?: all)?(?: be)?(?: easily| quickly| soon)?"
    r" (?:learn(?:ed|t)?|taught|picked up|trained|shown|explained)\b"
    r"|\b(?:we|i|they|you|people|everybody|everyone|new starters?|colleagues?)(?: all| can| will|'ll)*"
    r" (?:teach|train|show|explain|learn|pick up|provide|pay for|organi[sz]e)\b"
    r"|\b(?:on the job|here|with us|in[- ]house"
    r"|(?:during|in|part of|with) (?:the |our |their )?"
    r"(?:induction|onboarding|training|(?:first )?(?:days?|weeks?|months?|year)))\b"
    r"|\b(?:learned|learnt|taught|trained|training)\b",
    re.I,
)
# What is like the tool that was named just before, and what a tool that follows is an instance of.
_LIKE = re.compile(
    r",? ?(?:and|or|/)(?:/or)? ?(?:an?|any|some|other|another)? ?"
    r"(?:similar|comparable|equivalent|alike|related|the like|other)\b[^,;.:()]{0,80}",
    re.I,
)
_INSTANCE = re.compile(
    r"(?:[\w/-]+ ){0,3}[\w/-]+,? ?(?:\(|\bsuch as |\blike |\be\.g\.?,? |\bfor example,? |\bpreferably |\bideally )"
    r"(?:e\.g\.?,? |such as |like |preferably |ideally )?$",
    re.I,
)
_NEAR = 30
CLEAR, NEARLY = 4.0, 0.95


@dataclass(frozen=True)
class Topic:
    """One thing that can be learned, as the stems of its words in order, and the names of the lexicon in it."""

    stems: tuple[str, ...]
    terms: frozenset[Term]


@dataclass(frozen=True)
class Learned:
    """What can be learned on the job. `stretches` are the places of the description that name it, in order, `akin`
    those that name what is like it: "or a similar system"."""

    topics: tuple[Topic, ...] = ()
    stretches: tuple[tuple[int, int], ...] = ()
    akin: tuple[tuple[int, int], ...] = ()
    competencies: frozenset[str] = frozenset()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """All places that ask for nothing, since it can be learned."""
        return self.stretches + self.akin

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch of the description shares a place with one that names something learned."""
        return any(low < end and start < high for low, high in self.places)

    def within(self, start: int, end: int) -> bool:
        """Whether a stretch of the description lies in one that names something learned."""
        return any(low <= start and end <= high for low, high in self.places)

    def beside(self, clause: Clause, place: int) -> bool:
        """Whether a place of a requirement stands in the same part of it as something learned; of a duty none does."""
        if clause.kind == "duty" or not self.touches(clause.start, clause.end):
            return False
        ends = [clause.start, *(clause.start + match.start() for match in _PARTS.finditer(clause.text)), clause.end]
        return any(start <= place < end and self.touches(start, end) for start, end in pairwise(ends))

    def covers(self, matches: dict[str, float]) -> bool:
        """Whether what a line speaks for, first of all, is one of these competencies."""
        return bool(self.competencies) and max(matches, key=lambda key: matches[key], default="") in self.competencies

    def is_asked_by(self, worded: frozenset[str]) -> bool:
        """Whether a prompt of these stems asks about one of the topics."""
        return any(set(topic.stems) <= worded and not set(topic.stems) <= common() for topic in self.topics)

    def meaning(self, families: Iterable[str], wanted: Iterable[str], library: Index) -> "Learned":
        """The same with the competencies of these families and of any trade that the topics mean, without those that
        the team asks for in another answer."""
        near = {*families, GENERAL}
        meant = {key for topic in self.topics for key in _meant(topic, near, library)}
        return replace(self, competencies=frozenset(meant) - frozenset(wanted))

    def names(self, description: str) -> list[str]:
        """What the description calls it, each once."""
        found = (" ".join(description[start:end].split()) for start, end in self.stretches)
        return list({name.lower(): name for name in found}.values())

    def is_named(self, name: str, reference: str = "") -> bool:
        """Whether a skill of that name, of that competency, is one of these."""
        if reference and reference in self.competencies:
            return True
        placed = _placed(Clause(0, len(name), name, "requirement"))
        terms = {mention.term for mention in mentions(name)}
        return any(
            (placed and len(_held(placed, topic)) == len(placed)) or bool(terms & topic.terms) for topic in self.topics
        )


def read_learned(answer: str, clauses: Sequence[Clause]) -> Learned:
    """Reads an answer beside the clauses of a description."""
    topics = tuple(_topics(answer))
    useful = [clause for clause in clauses if clause.kind in USEFUL]
    stretches = {place for clause in useful for place in _named(clause, topics)}
    akin = {place for clause in useful for place in _akin(clause, topics)}
    return Learned(topics, tuple(sorted(stretches)), tuple(sorted(akin)))


def _topics(answer: str) -> Iterator[Topic]:
    text = _TEACHING.sub(",", _EXCEPTED.sub(",", _NEEDLESS.sub(" ", answer.replace("’", "'"))))
    for part in _PARTS.split(text):
        found = tuple(stems(part))
        if found:
            named = frozenset(mention.term for mention in mentions(part) if mention.term.kind in _NAMES)
            yield Topic(found, named)


def _meant(topic: Topic, families: set[str], library: Index) -> Iterator[str]:
    """The competencies that a topic means: those that it speaks for most clearly, by their names or by two words.

    The name of a tool means that tool and not the trade that uses it."""
    scores, cues = library.matches(list(topic.stems)) if not topic.terms else ({}, {})
    near = {key: score for key, score in scores.items() if library.competencies[key].family.family in families}
    best = max(near.values(), default=0.0)
    for key, score in near.items():
        named = bool(set(topic.stems) & set(library.competencies[key].names) - common())
        if score >= max(CLEAR, NEARLY * best) and (named or len(cues[key]) > 1):
            yield key


def _named(clause: Clause, topics: Sequence[Topic]) -> Iterator[tuple[int, int]]:
    placed = _placed(clause)
    for topic in topics:
        for mention in mentions(clause.text, clause.start) if topic.terms else ():
            if mention.term in topic.terms:
                yield mention.start, mention.end
        held = _held(placed, topic)
        yield from _stretches(placed, held)
        if len(topic.stems) == 1 and not held and clause.kind != "duty" and topic.stems[0] not in common():
            yield from ((start, end) for found, start, end in placed if found == topic.stems[0])


def _akin(clause: Clause, topics: Sequence[Topic]) -> Iterator[tuple[int, int]]:
    """Where a clause names what is like a tool that can be learned, unless it names further tools."""
    tools = [mention for mention in mentions(clause.text) if mention.term.kind in _NAMES]
    learned = {term for topic in topics for term in topic.terms}
    if not tools or any(mention.term not in learned for mention in tools):
        return
    before = _INSTANCE.search(clause.text[: tools[0].start])
    after = _LIKE.match(clause.text, tools[-1].end)
    for match in (before, after):
        if match:
            yield clause.start + match.start(), clause.start + match.end()


def _placed(clause: Clause) -> list[tuple[str, int, int]]:
    """The telling words of a clause: stem and place. A compound is several at one place."""
    return [
        (stem(part), word.start, word.end)
        for word in words(clause.text, clause.start)
        for part in parts(word.lower)
        if part not in stopwords() and not part[0].isdigit()
    ]


def _held(placed: list[tuple[str, int, int]], topic: Topic) -> list[int]:
    """The numbers of the words that stand beside each other in a topic too, two or more, not all of them everyday."""
    pairs = set(pairwise(topic.stems))
    held: set[int] = set()
    for number, (one, other) in enumerate(pairwise(placed)):
        if (one[0], other[0]) in pairs and other[1] - one[2] <= _NEAR and not {one[0], other[0]} <= common():
            held |= {number, number + 1}
    if len(placed) == 1 and placed[0][0] in topic.stems and placed[0][0] not in common():
        held.add(0)
    return sorted(held)


def _stretches(placed: list[tuple[str, int, int]], held: list[int]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for number in held:
        first = number if first is None else first
        if number + 1 not in held:
            yield placed[first][1], placed[number][2]
            first = None
