"""Questions for a skill out of library entries: chosen by type and seed, filled, with the reason why."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from interviews.drafts import Brief, Evidence, LibraryEntry, QuestionDraft, SkillDraft, Wanted
from interviews.edits.from_library import question_of
from interviews.engines.library.filling import phrase_for
from interviews.engines.library.fit import Sought, default_stems, fitness
from interviews.engines.library.index import index
from interviews.engines.library.search import sought_for
from interviews.engines.library.seeds import chance
from interviews.engines.library.told import ANSWERED
from interviews.engines.library.words import stems
from interviews.library.shelf import GENERAL
from interviews.library.slots import slots

TYPE_BONUS, TYPE_LATER = 0.3, 0.01
FILLED_BONUS = 0.06
NAMED_BONUS = 0.08
STRANGE_DEFAULT, NOTHING_NAMED = -0.04, -1.0
NEAR_EQUAL, PLANNED_BONUS = 0.1, 2.0
# What the team approved for the skill comes before anything that was written for all the world.
REUSED = 20.0
SAME_PROMPT = 80
QUOTED_WORDS = 18
ASKS, SPOKEN_OF = 4.0, 0.2


@dataclass(frozen=True)
class _Offer:
    """An entry, the question made of it, and how well that fits whatever the type."""

    entry: LibraryEntry
    question: QuestionDraft
    worth: float


def write(brief: Brief, skill: SkillDraft, wanted: Wanted, material: list[LibraryEntry]) -> list[QuestionDraft]:
    """At most `wanted.count` questions from the material, what the team approved first, then the best; none that is
    kept or to be avoided."""
    sought = sought_for(brief, skill, wanted.seniority, wanted.families)
    shunned = [question.prompt for question in wanted.keep] + wanted.avoid
    kept = {question.source.reference for question in wanted.keep}
    left = [_offer(entry, skill, sought, brief.seed) for entry in material if entry.id not in kept]
    written: list[QuestionDraft] = []
    while left and len(written) < wanted.count:
        place = len(written)
        best = max(left, key=lambda offer: (_worth(offer, wanted, place), offer.entry.id))
        left.remove(best)
        if not any(_alike(best.question.prompt, other) for other in shunned):
            written.append(best.question)
            shunned.append(best.question.prompt)
    return written


def _worth(offer: _Offer, wanted: Wanted, place: int) -> float:
    return offer.worth + _by_type(offer.entry, wanted, place) + REUSED * (offer.entry.id in wanted.reuse)


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.lower(), other.lower()) >= SAME_PROMPT


def _offer(entry: LibraryEntry, skill: SkillDraft, sought: Sought, seed: int) -> _Offer:
    question = _drafted(entry, skill, sought)
    worth = fitness(entry, sought, index()) + _by_slot(entry, question, sought)
    worth += NAMED_BONUS * bool(set(stems(question.prompt)) & set(stems(skill.name)))
    worth += PLANNED_BONUS * _planned(entry, skill)
    return _Offer(entry, question, worth + (NEAR_EQUAL * chance(seed, entry.id) if seed else 0.0))


def _planned(entry: LibraryEntry, skill: SkillDraft) -> int:
    """How early a question was planned for a skill, 0 if it was not. An approved one stands beside the first."""
    if entry.status == "approved":
        return max(1, len(skill.planned))
    return len(skill.planned) - skill.planned.index(entry.id) if entry.id in skill.planned else 0


def _by_type(entry: LibraryEntry, wanted: Wanted, place: int) -> float:
    if not wanted.types:
        return 0.0
    if entry.type == wanted.types[place % len(wanted.types)]:
        return TYPE_BONUS
    return -TYPE_LATER * (wanted.types.index(entry.type) if entry.type in wanted.types else len(wanted.types))


def _by_slot(entry: LibraryEntry, question: QuestionDraft, sought: Sought) -> float:
    """A slot filled from the posting is better than none; a default that the posting does not speak of is worse."""
    found = slots(entry.prompt)
    if not found:
        return 0.0
    if question.source.note:
        return FILLED_BONUS
    if default_stems(found[0]) & sought.posting.stems:
        return 0.0
    if found[0].kind in ("subject", "tool", "duty") and entry.family == GENERAL:
        return NOTHING_NAMED
    return STRANGE_DEFAULT


def _drafted(entry: LibraryEntry, skill: SkillDraft, sought: Sought) -> QuestionDraft:
    phrase = phrase_for(entry, skill, sought.posting)
    served = _served(entry, skill)
    question = question_of(entry, sought.seniority, phrase)
    question.why = _why(entry, served, _said(entry, sought))
    question.source.serves = served
    return question


def _served(entry: LibraryEntry, skill: SkillDraft) -> Evidence | None:
    """Of the clauses that show a skill, the one that an entry speaks of most."""
    about, library = index().about(entry), index()
    return max(
        skill.evidence,
        key=lambda quote: sum(map(library.weight, frozenset(stems(quote.quote)) & about)),
        default=None,
    )


def _said(entry: LibraryEntry, sought: Sought) -> str:
    """What the team's answer says of an entry, as a clause: that it asks for it, or speaks of its skill; else empty."""
    told = [line for line in sought.lines if line.said]
    asks = max(told, key=lambda line: index().asks(entry, line.asked, line.stems), default=None)
    speaks = max(told, key=lambda line: line.matches.get(entry.competency, 0.0), default=None)
    if asks and asks.said and index().asks(entry, asks.asked, asks.stems) >= ASKS:
        return f"your team's answer on {ANSWERED[asks.said]} asks for it"
    if speaks and speaks.said and (speaks.matches.get(entry.competency, 0.0) >= ASKS or not sought.written):
        return f"your team's answer on {ANSWERED[speaks.said]} speaks of it"
    return ""


def _why(entry: LibraryEntry, served: Evidence | None, said: str) -> str:
    if served is None and not said:
        return f"Usual in this role, though the description does not say it. {entry.why}"
    if served is None:
        return f"The description does not say it, but {said}. {entry.why}"
    if said and index().share(frozenset(stems(served.quote)), index().about(entry)) < SPOKEN_OF:
        return f"{said[:1].upper()}{said[1:]}. {entry.why}"
    quote = " ".join(served.quote.split()).replace('"', "'")
    tokens = quote.split()
    if len(tokens) > QUOTED_WORDS:
        quote = " ".join(tokens[:QUOTED_WORDS]).rstrip(",;:") + " …"
    return f'The description asks for "{quote}"{f", and {said}" if said else ""}. {entry.why}'
