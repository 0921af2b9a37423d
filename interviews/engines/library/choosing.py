"""The choice of a plan's skills: strong, distinct, spread over the lines and over hard skills, duties, behaviour."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.checks.minutes import MINUTES
from interviews.drafts import LibraryEntry, QuestionType, Seniority, SkillDraft
from interviews.engines.library.candidate import Candidate
from interviews.engines.library.candidates import candidates
from interviews.engines.library.citing import SHOWN, cite_served, cited_lines
from interviews.engines.library.filling import phrase_for
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import Index
from interviews.engines.library.names import sounds_alike
from interviews.engines.library.naming import is_spoken_of, name_by_question
from interviews.engines.library.posting import TECHNICAL, Line, Posting
from interviews.engines.library.quoting import evidence
from interviews.engines.library.search import pool as find_pool
from interviews.engines.library.seeds import chance
from interviews.engines.library.serving import Service
from interviews.engines.library.words import stems
from interviews.library.shelf import BY_NAME, GENERAL, NAMED_DUTY, NAMED_TOOL, SUBJECT

WISHED = 0.6
WEAK, ENOUGH, UNWORTHY, MOST_A_SKILL = 0.5, 4, 0.45, 2
LEAST = 0.01
WEIGHED, TRIED = 45, 5
POOR, FITTING, UNFIT = 0.25, 1.0, 0.05
# What a question is worth for a skill whose name it does not speak of.
ELSEWHERE = 0.6
SAME_COMPETENCY, ONE_MORE_OF_A_TYPE, NAMED_AGAIN = 0.4, 0.08, 0.1
MOST_BY_NAME, MOST_NAMES, TOO_ALIKE = 2, 1, 0.28
LEADING = 0.4
SERVED = 14.0
NEAR_EQUAL, FILLED = 0.25, 0.04
_BEHAVED: dict[Seniority, float] = {"entry": 0.3, "mid": 0.5, "senior": 0.5, "lead": 0.5}


@dataclass(frozen=True)
class Wish:
    """How many skills and questions at most, for which level, in how many minutes; a seed other than 0 tips equal
    scales."""

    most: int
    level: Seniority
    minutes: int
    seed: int = 0
    questions: int = 6


@dataclass(frozen=True)
class _Offer:
    """A question that might be asked for a candidate, how well it fits, and how much of each line it serves."""

    fit: float
    entry: LibraryEntry
    serves: list[float]


_Offered = tuple[Candidate, list[_Offer]]


@dataclass
class _Choice:
    """What is chosen so far."""

    wish: Wish
    service: Service
    minutes: int = 0
    skills: list[Candidate] = field(default_factory=list)
    taken: dict[str, frozenset[str]] = field(default_factory=dict)
    covered: Counter[int] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)

    def worth(self, candidate: Candidate, offer: _Offer) -> float:
        """What a candidate with one of its questions adds to the plan."""
        quality = min(1.0, max(UNFIT, (offer.fit - POOR) / (FITTING - POOR)))
        if not is_spoken_of(candidate.name, candidate.term, offer.entry, self.service.library):
            quality *= ELSEWHERE
        return (
            _gain(candidate, self.covered, self.skills, self.wish.most) * quality
            + SERVED * self.service.gain(offer.serves) * min(1.0, quality + UNFIT)
            - ONE_MORE_OF_A_TYPE * self._too_many(offer.entry.type)
            - NAMED_AGAIN * self._named(offer)
            + LEADING * self._leads(offer)
        )

    def _named(self, offer: _Offer) -> int:
        """How many questions the plan has that only take a skill's name, where this would be another one."""
        if offer.entry.competency not in BY_NAME:
            return 0
        asked = [entry.rsplit(".", 1)[0] for skill in self.skills for entry in skill.planned]
        if offer.entry.competency == NAMED_DUTY:
            return asked.count(NAMED_DUTY)
        return sum(competency in (NAMED_TOOL, SUBJECT) for competency in asked)

    def _leads(self, offer: _Offer) -> bool:
        """Whether a question would be the first about leading people in a plan for somebody who leads."""
        if self.wish.level != "lead" or any(_about_leading(skill.reference, self.service) for skill in self.skills):
            return False
        return _about_leading(offer.entry.competency, self.service)

    def allows(self, offer: _Offer) -> bool:
        """Whether a question is still free, unlike the others, and the minutes hold it."""
        if offer.entry.id in self.taken or self.minutes + MINUTES[offer.entry.type][0] > self.wish.minutes:
            return False
        worded = self.service.library.worded(offer.entry)
        if any(len(worded & other) > TOO_ALIKE * len(worded | other) for other in self.taken.values()):
            return False
        many = offer.entry.competency == NAMED_DUTY or bool(TECHNICAL & set(self.service.posting.families))
        return self._named(offer) < (MOST_BY_NAME if many else MOST_NAMES)

    def belongs(self, candidate: Candidate, offer: _Offer) -> bool:
        """Whether a second question is about what the skill is called, and does not again only take its name."""
        if offer.entry.competency in BY_NAME and candidate.reference in BY_NAME:
            return False
        return is_spoken_of(candidate.name, candidate.term, offer.entry, self.service.library)

    def _too_many(self, kind: QuestionType) -> float:
        behaved = kind == "behavioral"
        share = _BEHAVED[self.wish.level] if behaved else 1 - _BEHAVED[self.wish.level]
        have = sum(count for known, count in self.types.items() if (known == "behavioral") == behaved)
        return max(0.0, have + 1 - math.ceil(share * self.wish.most))

    def take(self, candidate: Candidate, offer: _Offer) -> bool:
        """Adds a candidate with its question, unless no name holds both that is unlike the others."""
        others = [skill.name for skill in self.skills]
        if not name_by_question(candidate, offer.entry, others, self.service):
            return False
        candidate.reference = offer.entry.competency
        self.skills.append(candidate)
        self.ask(candidate, offer)
        return True

    def ask(self, candidate: Candidate, offer: _Offer) -> None:
        """Plans a question for a chosen candidate."""
        candidate.planned.append(offer.entry.id)
        self.taken[offer.entry.id] = self.service.library.worded(offer.entry)
        self.types[offer.entry.type] += 1
        self.minutes += MINUTES[offer.entry.type][0]
        self.service.serve(offer.serves)
        self.covered.update(line.clause.start for line in candidate.best_lines[:SHOWN])


def choose(posting: Posting, library: Index, wish: Wish) -> list[SkillDraft]:
    """Distinct skills, the most important first, without weights.

    A skill is worth choosing only with a question that fits it; the two are chosen together, so that the plan serves
    as much of the posting as its minutes allow. Another seed tips the scale between questions that fit equally well."""
    every = sorted(candidates(posting, library, wish.level), key=lambda c: (-c.strength, c.reference, c.name))
    service = Service(posting, library)
    pool = [(one, list(_offers(one, service, wish))) for one in every[:WEIGHED]]
    choice = _Choice(wish, service)
    offered = _fill(choice, [item for item in pool if not item[0].learned])
    if len(choice.skills) < min(ENOUGH, wish.most):
        offered += _fill(choice, [item for item in pool if item[0].learned])
    _ask_more(choice, offered)
    choice.skills.sort(key=lambda candidate: (not candidate.must, -candidate.strength, candidate.name))
    skills = [_draft(candidate, posting, library) for candidate in choice.skills]
    cite_served(skills, posting, library)
    return skills


def _fill(choice: _Choice, pool: list[_Offered]) -> list[_Offered]:
    """Takes from the pool, each with its question, as long as something is worth it."""
    offered: list[_Offered] = []
    while pool and len(choice.skills) < choice.wish.most:
        worth, place, offer = max(
            (
                (choice.worth(candidate, offer), -place, offer)
                for place, (candidate, offers) in enumerate(pool)
                for offer in [offer for offer in offers if choice.allows(offer)][:TRIED]
            ),
            key=lambda item: (item[0], item[1], item[2].entry.id),
            default=(0.0, 0, None),
        )
        if offer is None or worth < LEAST or (offer.fit < WEAK and len(choice.skills) >= ENOUGH):
            break
        best, offers = pool.pop(-place)
        if not any(sounds_alike(best.name, other.name) for other in choice.skills) and choice.take(best, offer):
            offered.append((best, offers))
    return offered


def _about_leading(competency: str, service: Service) -> bool:
    shelved = service.library.competencies.get(competency)
    if shelved is None or shelved.names[:1] not in (("lead",), ("superv",)):
        return False
    return shelved.family.family in (GENERAL, "management", *service.posting.families)


def _ask_more(choice: _Choice, offered: list[_Offered]) -> None:
    """Second questions for the skills that are chosen, while the minutes hold them and they fit well."""
    while len(choice.taken) < choice.wish.questions:
        more = [
            (choice.worth(candidate, offer), -place, offer)
            for place, (candidate, offers) in enumerate(offered)
            if len(candidate.planned) < MOST_A_SKILL and not candidate.learned
            for offer in offers
            if offer.fit >= WEAK and choice.allows(offer) and choice.belongs(candidate, offer)
        ]
        if not more:
            return
        _, place, offer = max(more, key=lambda item: (item[0], item[1], item[2].entry.id))
        choice.ask(offered[-place][0], offer)


def _offers(candidate: Candidate, service: Service, wish: Wish) -> Iterator[_Offer]:
    """The questions that fit a candidate, best first."""
    posting, library = service.posting, service.library
    lines = tuple(candidate.best_lines[:SHOWN])
    sought = Sought(
        posting, candidate.name, candidate.reference, candidate.kind, wish.level, tuple(posting.families), lines
    )
    draft = _draft(candidate, posting, library)
    fits = [
        (fitness(entry, sought, library) + (NEAR_EQUAL * chance(wish.seed, entry.id) if wish.seed else 0.0), entry)
        for entry in find_pool(sought, library)
    ]
    for fit, entry in sorted(fits, key=lambda item: (-item[0], item[1].id))[: 3 * TRIED]:
        if fit < UNWORTHY:
            break
        phrase = phrase_for(entry, draft, posting)
        if phrase is None and entry.competency in BY_NAME:
            continue
        spoken = is_spoken_of(candidate.name, candidate.term, entry, library)
        named = sought.name if spoken else frozenset(stems(entry.competency_name))
        about = library.about(entry) | named | frozenset(stems(phrase or ""))
        yield _Offer(fit + (FILLED if phrase else 0.0), entry, service.shares(about))


def _gain(candidate: Candidate, covered: Counter[int], chosen: list[Candidate], most: int) -> float:
    """What a candidate adds: its strength where nothing chosen covers its lines, less for a kind well served."""
    fresh = sum(value / (1 + 1.5 * covered[line.clause.start]) for value, line in candidate.lines)
    whole = sum(value for value, _ in candidate.lines) or 1.0
    gain = candidate.strength * (0.2 + 0.8 * fresh / whole) * (1.0 if candidate.must else WISHED)
    limit = {"hard": (most + 1) // 2, "duty": most, "behaviour": 1}[candidate.kind]
    if sum(other.kind == candidate.kind for other in chosen) >= limit:
        gain *= 0.2
    same = sum(other.reference == candidate.reference for other in chosen)
    return gain * float(SAME_COMPETENCY**same)


def _draft(candidate: Candidate, posting: Posting, library: Index) -> SkillDraft:
    lines = cited_lines(candidate, library)
    return SkillDraft(
        name=candidate.name,
        importance="must_have" if candidate.must else "nice_to_have",
        kind=candidate.kind,
        evidence=[evidence(line.clause, posting.description, _focus(candidate, line)) for line in lines],
        reference=candidate.reference,
        planned=candidate.planned,
    )


def _focus(candidate: Candidate, line: Line) -> int:
    if candidate.term:
        named = (mention.start for mention in line.mentions if mention.term == candidate.term)
        return next(named, line.clause.start)
    return line.focus(candidate.reference)
