"""What the team said of the job, heard as lines: an answer tells a story, as questions do; a posting uses terms."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from interviews.checks.word_lists import EVERYDAY
from interviews.drafts import Intake
from interviews.engines.library.index import Index
from interviews.engines.library.language import foreign_language
from interviews.engines.library.reading import Clause, read_answer
from interviews.engines.library.words import common, stems
from interviews.library.shelf import GENERAL, NAMED_DUTY, NAMED_TOOL, SUBJECT

Answer = Literal["strong", "went_wrong"]
ANSWERS: tuple[Answer, ...] = ("strong", "went_wrong")
ANSWERED: dict[Answer, str] = {
    "strong": "what strong people do differently",
    "went_wrong": "what went wrong last time",
}
# A competency that a told line speaks for by its cues: clearly enough, and others nearly as clear. One of a job family
# that is only akin has to be the clearest of all.
CLEAR, VERY_CLEAR, NEARLY = 4.0, 5.6, 0.8
# A question that tells much of what a line tells, or nearly all of it.
ALIKE, AS_ALIKE, WHOLE, SOMETHING, SHARED, COMMON = 6.3, 0.85, 0.9, 4.5, 2, 0.5
LEAST_STEMS = 3
OF_ANY_TRADE = 0.55
# Job families whose people meet the same trouble: a teacher must know what to do about harm to a child.
_AKIN = (
    frozenset(["healthcare", "social_care", "education"]),
    frozenset(["warehouse", "transport", "retail", "purchasing", "manufacturing"]),
    frozenset(["software", "data", "it_operations", "product", "design"]),
    frozenset(["skilled_trades", "construction", "engineering", "manufacturing", "cleaning_grounds"]),
    frozenset(["hospitality", "retail", "customer_service"]),
    frozenset(["administration", "finance", "hr", "legal", "management", "public_administration"]),
)
_BY_NAME = (NAMED_TOOL, SUBJECT, NAMED_DUTY)
# What any story is told with.
_TELLING = "hour minute night evening morning friday monday weekend come notice realise early late lot done somebody"
_JOIN = re.compile(
    r"[,;:]\s+(?:and|but|so|because|which|who)\s+"
    r"|\s(?:and|but)\s(?=(?:they|we|nobody|no one|it|there|one|then|never)\b)",
    re.I,
)


# A question's id, how near its family is, and the stems of what it is about.
_Told = tuple[str, float, frozenset[str]]


@dataclass(frozen=True)
class Heard:
    """What a told line asks for: competencies and questions, each with the weight of the words that say so."""

    competencies: dict[str, float]
    questions: dict[str, float]


def told_clauses(intake: Intake, offset: int) -> Iterator[tuple[Answer, Clause]]:
    """The clauses of what strong people do and of what went wrong, in English, each with its answer.

    Their places count from `offset`, one answer behind the other."""
    for name in ANSWERS:
        answer: str = getattr(intake, name)
        for clause in [] if foreign_language(answer) else read_answer(answer, offset):
            for part in _parted(clause):
                yield name, part
        offset += len(answer) + 1


def _parted(clause: Clause) -> Iterator[Clause]:
    """A clause cut where another one is joined to it, if both say something."""
    start = 0
    for match in [*_JOIN.finditer(clause.text), None]:
        end, after = match.span() if match else (len(clause.text), len(clause.text))
        said, rest = clause.text[start:end], clause.text[after:]
        if match is None or min(len(stems(said)), len(stems(rest))) >= LEAST_STEMS:
            yield Clause(clause.start + start, clause.start + end, said, clause.kind)
            start = after


def spoken_for(line: frozenset[str], cued: dict[str, float], families: list[str], library: Index) -> Heard:
    """What a told line asks for. `line`: its stems; `cued`: the competencies whose cues it holds, with their weight."""
    asked = _alike(line, families, library)
    near = {key: score for key, score in cued.items() if _share(key, families, library)}
    most = max(near.values(), default=0.0)
    akin = {
        key: score
        for key, score in cued.items()
        if key not in near and score >= max(VERY_CLEAR, most) and _is_akin(key, families, library)
    }
    for entry, score in asked.items():
        competency = entry.rpartition(".")[0]
        near[competency] = max(near.get(competency, 0.0), score)
    best = max(near.values(), default=0.0)
    kept = {key: score for key, score in near.items() if score >= max(CLEAR, NEARLY * best)}
    return Heard(kept | akin, {entry: score for entry, score in asked.items() if entry.rpartition(".")[0] in kept})


def _alike(line: frozenset[str], families: list[str], library: Index) -> dict[str, float]:
    """The questions of these families and of any trade that tell what a line tells: for each the weight of the words
    that both use."""
    pool, rarity = _pool(tuple(families), library)
    telling = {word: rarity(word) * (COMMON if word in common() else 1.0) for word in sorted(line - _everyday())}
    whole = sum(telling.values())
    found: dict[str, float] = {}
    for entry, share, about in pool:
        shared = [word for word in telling if word in about]
        weight = sum(telling[word] for word in shared)
        much = share * weight >= ALIKE and sum(word not in common() for word in shared) >= SHARED
        if much or (len(shared) >= SHARED and weight >= max(SOMETHING, WHOLE * whole)):
            found[entry] = share * weight
    best = max(found.values(), default=0.0)
    return {key: score for key, score in found.items() if score >= AS_ALIKE * best}


def _share(competency: str, families: Sequence[str], library: Index) -> float:
    family = library.competencies[competency].family.family
    if competency in _BY_NAME:
        return 0.0
    return 1.0 if family in families else OF_ANY_TRADE if family == GENERAL else 0.0


def _is_akin(competency: str, families: Sequence[str], library: Index) -> bool:
    family = library.competencies[competency].family.family
    return any(family in group and not group.isdisjoint(families) for group in _AKIN)


@lru_cache(maxsize=8)
def _pool(families: tuple[str, ...], library: Index) -> tuple[list[_Told], Callable[[str], float]]:
    """The questions of some families and of any trade, and how rare a word is among them."""
    pool = [
        (entry.id, share, library.about(entry) | library.cued(entry))
        for key in library.competencies
        if (share := _share(key, families, library))
        for entry in library.of(key)
    ]
    counts = Counter(word for _, _, about in pool for word in about)
    return pool, lambda word: math.log((len(pool) + 1) / (counts[word] + 1))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(stems(" ".join([*EVERYDAY, _TELLING])))
