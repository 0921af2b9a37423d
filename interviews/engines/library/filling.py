"""Fills the slot of a prompt with a tool or a noun phrase of the posting, or leaves its default."""

from collections import Counter

from interviews.drafts import LibraryEntry, SkillDraft
from interviews.engines.library.grammar import grammar, is_mass, is_plural, lemma, singular
from interviews.engines.library.heads import generic_heads, heads
from interviews.engines.library.index import competency_names
from interviews.engines.library.lexicon import terms
from interviews.engines.library.names import spoken_duty
from interviews.engines.library.phrases import Phrase
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.subject_names import is_field
from interviews.engines.library.wording import worded
from interviews.engines.library.words import stem, stems
from interviews.library.slots import Slot, filled, slots

MOST_WORDS, MOST_FAR_WORDS, OFTEN = 4, 2, 2
SPEAKS_FOR = 1.0
UNFILLABLE = frozenset(["several", "one", "some", "both", "each", "every", "all", "many", "few"])
ARTICLES = ("a", "an", "the", "your", "our", "my", "this", "their")
ROLE_WIDE = frozenset(["people", "place", "group", "material", "equipment", "vehicle"])
FREELY_NAMED = frozenset(["people", "group", "rules", "subject"])


def phrase_for(entry: LibraryEntry, skill: SkillDraft, posting: Posting) -> str | None:
    """What the prompt's slot reads, None for its default."""
    found = slots(entry.prompt)
    if not found:
        return None
    slot = found[0]
    if slot.kind == "duty":
        return _duty(skill)
    rest = filled(entry.prompt, "").lower()
    named = _of_the_skill(slot, skill, posting)
    if named and named.split()[-1].lower() not in rest.split():
        return named
    if slot.kind == "tool" or not _open(slot):
        return None
    for line in _near(entry, skill, posting):
        for phrase in line.phrases:
            if len(phrase.words) <= MOST_WORDS and _fits(phrase, slot, posting, rest):
                return worded(phrase, slot)
    common = _most_named(slot, posting, rest) if slot.kind in ROLE_WIDE else None
    return worded(common, slot) if common else None


def _duty(skill: SkillDraft) -> str | None:
    """The skill as it is spoken within a sentence, where it is a duty under the posting's own name."""
    own = skill.kind == "duty" and skill.name.lower() not in competency_names()
    return spoken_duty(skill.name) if own else None


def _open(slot: Slot) -> bool:
    """Whether the default is itself a plain phrase of its kind, so that another one can stand for it."""
    if any(word in grammar()["number"] | UNFILLABLE for word in slot.default.lower().split()):
        return False
    return slot.kind in FREELY_NAMED or singular(slot.default.split()[-1].lower()) in heads()[slot.kind]


def _of_the_skill(slot: Slot, skill: SkillDraft, posting: Posting) -> str | None:
    """The skill itself where it is a tool, or a method for a slot that asks for a subject or an activity."""
    term = terms().get(skill.name.lower())
    if slot.kind == "tool":
        return term.name if term and term.kind in ("tool", "office") else _tool(skill, posting)
    if skill.kind == "hard" and is_field(skill.name) and _takes_a_field(slot):
        return _spoken(skill.name, slot)
    duty = _duty(skill) if slot.kind == "activity" and slot.default.split()[0].lower() not in ARTICLES else None
    if duty and not duty.split()[0].endswith("ing"):
        return duty
    return None


def _takes_a_field(slot: Slot) -> bool:
    bare = slot.default.split()[0].lower() not in ARTICLES
    return bare and (slot.kind == "subject" or (slot.kind == "activity" and not is_plural(slot.default.split()[-1])))


def _spoken(called: str, slot: Slot) -> str:
    proper = grammar()["proper"]
    name = " ".join(
        word if any(c.isupper() for c in word[1:]) or word.lower() in proper else word.lower()
        for word in called.split()
    )
    return name[:1].upper() + name[1:] if slot.default[0].isupper() else name


def _tool(skill: SkillDraft, posting: Posting) -> str | None:
    spans = [(evidence.start, evidence.end) for evidence in skill.evidence]
    named = [
        mention.term.name
        for line in posting.lines
        for mention in line.mentions
        if mention.term.kind == "tool" and any(start <= mention.start < end for start, end in spans)
    ]
    return named[0] if named else None


def _near(entry: LibraryEntry, skill: SkillDraft, posting: Posting) -> list[Line]:
    """The skill's own lines, then those that speak clearly for the competency."""
    places = [evidence.start for evidence in skill.evidence]
    first = [line for line in posting.lines if any(line.clause.start <= place < line.clause.end for place in places)]
    near = [
        line for line in posting.lines if line not in first and line.matches.get(entry.competency, 0.0) > SPEAKS_FOR
    ]
    return first + sorted(near, key=lambda line: -line.matches[entry.competency])


def _most_named(slot: Slot, posting: Posting, rest: str) -> Phrase | None:
    """Of the short phrases that fit, the one whose head the posting names most: whom the work serves, and where."""
    found = [
        phrase
        for line in posting.lines
        if line.clause.kind == "duty"
        for phrase in line.phrases
        if len(phrase.words) <= MOST_FAR_WORDS and _fits(phrase, slot, posting, rest)
    ]
    named = Counter(stem(phrase.head) for phrase in found)
    often = [
        phrase for phrase in found if named[stem(phrase.head)] >= OFTEN or singular(phrase.head) in heads()["served"]
    ]
    return min(often, key=lambda phrase: (-named[stem(phrase.head)], len(phrase.words), phrase.start), default=None)


def _fits(phrase: Phrase, slot: Slot, posting: Posting, rest: str) -> bool:
    head = singular(phrase.head)
    served = slot.kind == "people" and head in heads()["served"]
    if head not in heads()[slot.kind] or (len(phrase.words) == 1 and head in generic_heads() and not served):
        return False
    if any(_odd(phrase, place) for place in range(len(phrase.words))):
        return False
    own = set(stems(phrase.text))
    if not own or own <= set(stems(posting.role)) or stem(phrase.head) in set(stems(rest)):
        return False
    bare = slot.default.split()[0].lower() not in ARTICLES
    return not (bare and slot.kind in ("activity", "subject") and not (is_mass(phrase.head) or is_plural(phrase.head)))


def _odd(phrase: Phrase, place: int) -> bool:
    """Names, numbers, verbs and marks have no place in a filling."""
    word = phrase.words[place]
    rules = grammar()
    named = word.text[0].isupper() and not (word.text.isupper() and len(word.text) <= 4)
    marked = any(not (letter.isalpha() or letter in "-’'") for letter in word.text)
    vague = word.lower in rules["generic"] or word.lower in rules["not_head"] or word.lower in rules["function"]
    last = place == len(phrase.words) - 1
    verbal = word.lower.endswith("ing") or (word.lower.endswith("s") and lemma(word.lower) not in (None, word.lower))
    return named or marked or vague or (not last and verbal and word.lower not in rules["noun_ing"])
