"""What a program can check of the library's rules in WRITING.md. Run by `manage.py check_library` and by a test."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from interviews.checks.minutes import MINUTES
from interviews.engines.library.data import words_of
from interviews.engines.library.words import stems
from interviews.library.shelf import Competency, Family, WrittenQuestion
from interviews.library.slots import KINDS, Slot, filled, slots

NEAR_DUPLICATE = 82
PLAIN_SHARE = 0.15
FEWEST_CUES, MOST_CUE_WORDS = 3, 4
_PLAIN = re.compile(
    r"^(please )?(tell me about|describe|give me an example of|share) (a|an|the last|one) (time|situation|occasion)",
    re.I,
)
_CLOSED = re.compile(r"^(do|does|did|is|are|was|were|have|has|had|can|could|will|would|should) you\b", re.I)
_GRADES = re.compile(
    r"^(good|strong|clear|great|solid|excellent|shows? (good|strong)|demonstrates?|has (good|strong))\b", re.I
)
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "in",
        "for",
        "on",
        "with",
        "by",
        "at",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "that",
        "them",
        "they",
        "their",
    ]
)


def problems(families: dict[str, Family]) -> list[str]:
    """Every broken rule as "place: what is wrong", empty when the library is sound."""
    found = []
    for family in families.values():
        found += [f"{family.family}: {problem}" for problem in _of_family(family)]
        for competency in family.competencies:
            found += [f"{competency.id}: {problem}" for problem in _of_competency(family, competency)]
            for question in competency.questions:
                found += [f"{question.id}: {problem}" for problem in _of_question(competency, question)]
    return found + list(_duplicates(families))


def _of_family(family: Family) -> Iterator[str]:
    prompts = [question.prompt for competency in family.competencies for question in competency.questions]
    plain = sum(bool(_PLAIN.match(prompt)) for prompt in prompts)
    if plain > max(1, PLAIN_SHARE * len(prompts)):
        yield f'{plain} of {len(prompts)} prompts, more than {PLAIN_SHARE:.0%}, are a plain "tell me about a time"'
    for word, count in Counter(c.id for c in family.competencies).items():
        if count > 1:
            yield f"competency {word} stands twice"
    for value in [*family.titles, *family.words]:
        if value != value.lower() or value != value.strip():
            yield f"titles and words are lower case: {value}"


def _of_competency(family: Family, competency: Competency) -> Iterator[str]:
    if not competency.id.startswith(family.family + "."):
        yield f"the id must begin with {family.family}."
    if not 1 <= len(competency.name.split()) <= 5:
        yield f"the name has {len(competency.name.split())} words, not 1 to 5"
    for cue in competency.cues:
        if cue != cue.lower() or len(cue.split()) > 3:
            yield f"cues are lower case, at most three words: {cue}"


def _of_question(competency: Competency, question: WrittenQuestion) -> Iterator[str]:
    if not question.id.startswith(competency.id + "."):
        yield f"the id must begin with {competency.id}."
    low, high = MINUTES[question.type]
    if not low <= question.minutes <= high:
        yield f"{question.type} takes {low} to {high} minutes, not {question.minutes}"
    yield from _of_prompt("prompt", question.prompt)
    yield from _of_prompt("alternate", question.alternate)
    yield from _of_slots(question)
    yield from _of_rating(question)
    yield from _of_cues(question)


def _of_cues(question: WrittenQuestion) -> Iterator[str]:
    if len(question.cues) < FEWEST_CUES:
        yield f"a question has at least {FEWEST_CUES} cues of its own, not {len(question.cues)}"
    for kind, found in (("cue", question.cues), ("setting", question.setting)):
        for word in found:
            if word != word.lower() or len(word.split()) > MOST_CUE_WORDS:
                yield f"a {kind} is in lower case and has at most {MOST_CUE_WORDS} words: {word}"
            if not stems(word):
                yield f"a {kind} holds no word that tells anything: {word}"
            elif kind == "cue" and word in words_of("common.txt"):
                yield f"a cue that any posting may hold (common.txt) tells nothing alone: {word}"


def _of_prompt(part: str, prompt: str) -> Iterator[str]:
    text = filled(prompt)
    if not 7 <= len(text.split()) <= 40:
        yield f"the {part} has {len(text.split())} words, not 7 to 40"
    if text.count("?") > 1:
        yield f"the {part} has {text.count('?')} question marks, at most one is allowed"
    if _CLOSED.match(text):
        yield f"the {part} can be answered by yes or no"
    if not text.rstrip().endswith(("?", ".")):
        yield f"the {part} must end with a full stop or a question mark"


def _of_slots(question: WrittenQuestion) -> Iterator[str]:
    for text in (question.prompt, question.alternate):
        if len(slots(text)) > 1:
            yield f"a text holds at most one slot, not {len(slots(text))}"
        for slot in slots(text):
            yield from _of_slot(slot)
    others = [
        question.why,
        *question.criteria,
        *question.anchors.values(),
        *question.samples.values(),
        *question.red_flags,
    ]
    for text in (question.prompt, question.alternate, *others):
        if "{" in filled(text) or "}" in filled(text):
            yield f"a brace that is no slot: {text[:40]}"
    if any(slots(text) for text in others):
        yield "slots stand in prompt and alternate only"


def _of_slot(slot: Slot) -> Iterator[str]:
    if slot.kind not in KINDS:
        yield f"there is no slot kind {slot.kind}, only {', '.join(sorted(KINDS))}"
    if not 1 <= len(slot.default.split()) <= 6:
        yield f"a slot's default has {len(slot.default.split())} words, not 1 to 6: {slot.default}"


def _of_rating(question: WrittenQuestion) -> Iterator[str]:
    for criterion in question.criteria:
        if not 4 <= len(criterion.split()) <= 16:
            yield f"a criterion has {len(criterion.split())} words, not 4 to 16: {criterion}"
        if _GRADES.match(criterion):
            yield f"a criterion says what is seen, no grade: {criterion}"
    yield from _of_anchors(question)
    for place, answer in question.samples.items():
        if not 25 <= len(answer.split()) <= 90:
            yield f"sample {place} has {len(answer.split())} words, not 25 to 90"


def _of_anchors(question: WrittenQuestion) -> Iterator[str]:
    for score, anchor in question.anchors.items():
        if not 8 <= len(anchor.split()) <= 50:
            yield f"anchor {score} has {len(anchor.split())} words, not 8 to 50"
    for low, high in combinations(sorted(question.anchors), 2):
        if fuzz.ratio(question.anchors[low].lower(), question.anchors[high].lower()) >= 90:
            yield f"anchors {low} and {high} are nearly the same: 90 % alike or more"


def masked(prompt: str, *names: str) -> str:
    """A prompt with its slots and the words of the names masked: what is left is its build."""
    text = filled(prompt).lower()
    for slot in slots(prompt):
        text = text.replace(slot.default.lower(), "_")
    for word in sorted({w for name in names for w in re.findall(r"[a-z]{3,}", name.lower())} - _STOP):
        text = re.sub(rf"\b{word}\w{{0,3}}\b", "_", text)
    return re.sub(r"(_\W*)+", "_ ", text)


def _duplicates(families: dict[str, Family]) -> Iterator[str]:
    every = [
        (question.id, masked(question.prompt, competency.name, family.name))
        for family in families.values()
        for competency in family.competencies
        for question in competency.questions
    ]
    for identifier, count in Counter(identifier for identifier, _ in every).items():
        if count > 1:
            yield f"{identifier}: stands {count} times"
    for (first, one), (second, other) in combinations(every, 2):
        if fuzz.ratio(one, other, score_cutoff=NEAR_DUPLICATE):
            yield f"{second}: nearly the same as {first}, {NEAR_DUPLICATE} % alike or more once names are masked"
