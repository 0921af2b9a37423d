"""Fills the slot of a prompt with a tool or a noun phrase of the posting, or leaves its default when nothing reads right."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from interviews.drafts import LibraryEntry, SkillDraft
from interviews.engines.library.grammar import article, grammar, is_mass, is_plural, lemma
from interviews.engines.library.lexicon import mentions
from interviews.engines.library.phrases import Phrase
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.slots import Slot, filled, slots
from interviews.engines.library.words import stem, stems

MOST_WORDS = 4
_HERE = Path(__file__).parent
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ARTICLES = ("a", "an", "the", "your")


@cache
def _heads() -> dict[str, frozenset[str]]:
    raw = yaml.load((_HERE / "heads.yaml").read_text("utf-8"), Loader=_Loader)
    return {kind: frozenset(str(line).split()) for kind, line in raw.items()}


def phrase_for(entry: LibraryEntry, skill: SkillDraft, posting: Posting) -> str | None:
    """What the prompt's slot reads, None for its default."""
    found = slots(entry.prompt)
    if not found:
        return None
    slot = found[0]
    if slot.kind == "tool":
        return _tool(slot, skill, posting)
    if not _open(slot):
        return None
    rest = filled(entry.prompt, "").lower()
    for line in _lines(entry, skill, posting):
        for phrase in line.phrases:
            if phrase.head and _fits(phrase, slot, posting, rest):
                return _worded(phrase, slot)
    return None


def _open(slot: Slot) -> bool:
    """Whether the default is itself a plain phrase of its kind, so that another one can stand for it."""
    return _singular(slot.default.split()[-1].lower()) in _heads()[slot.kind] or slot.kind in (
        "people",
        "group",
        "rules",
        "subject",
    )


def _tool(slot: Slot, skill: SkillDraft, posting: Posting) -> str | None:
    named = [mention.term.name for mention in mentions(skill.name) if mention.term.kind in ("tool", "office")]
    if not named:
        spans = [(evidence.start, evidence.end) for evidence in skill.evidence]
        named = [
            mention.term.name
            for line in posting.lines
            for mention in line.mentions
            if mention.term.kind in ("tool", "office") and any(start <= mention.start < end for start, end in spans)
        ]
    return named[0] if named else None


def _lines(entry: LibraryEntry, skill: SkillDraft, posting: Posting) -> Iterator[Line]:
    spans = [(evidence.start, evidence.end) for evidence in skill.evidence]
    first = [line for line in posting.lines if any(line.clause.start <= start < line.clause.end for start, _ in spans)]
    yield from first
    others = [line for line in posting.lines if line not in first and line.matches.get(entry.competency, 0.0) > 2.0]
    yield from sorted(others, key=lambda line: -line.matches[entry.competency])


def _fits(phrase: Phrase, slot: Slot, posting: Posting, rest: str) -> bool:
    head = _singular(phrase.head)
    if head not in _heads()[slot.kind] or len(phrase.words) > MOST_WORDS:
        return False
    if len(phrase.words) == 1 and head in _heads()["generic"]:
        return False
    if any(_odd(phrase, place) for place in range(len(phrase.words))):
        return False
    own = set(stems(phrase.text))
    if not own or own <= set(stems(posting.role)) or stem(phrase.head) in set(stems(rest)):
        return False
    bare = slot.default.split()[0].lower() not in _ARTICLES
    return not (bare and slot.kind in ("activity", "subject") and not (is_mass(phrase.head) or is_plural(phrase.head)))


def _odd(phrase: Phrase, place: int) -> bool:
    """Names, numbers, verbs and marks have no place in a filling."""
    word = phrase.words[place]
    named = word.text[0].isupper() and not word.text.isupper()
    marked = any(not (letter.isalpha() or letter in "-’'") for letter in word.text)
    last = place == len(phrase.words) - 1
    vague = word.lower in grammar()["generic"] | grammar()["not_head"] | grammar()["function"]
    verbal = not last and lemma(word.lower) is not None and word.lower.endswith(("ing", "s")) and place == 0
    return named or marked or vague or verbal


def _worded(phrase: Phrase, slot: Slot) -> str:
    """The phrase in the number and with the article that the default shows."""
    first = slot.default.split()[0]
    text, head = phrase.text, phrase.words[-1].text.lower()
    if first.lower() in ("a", "an"):
        if is_plural(head):
            text = text[: len(text) - len(head)] + _singular(head)
        text = text if is_mass(text.split()[-1]) else f"{article(text)} {text}"
    elif first.lower() in ("the", "your"):
        text = f"{first.lower()} {text}"
    elif not is_plural(head) and not is_mass(head) and slot.kind not in ("activity", "subject", "tool"):
        text = text[: len(text) - len(head)] + _plural(head)
    return text[:1].upper() + text[1:] if slot.default[0].isupper() else text


@cache
def _singular(noun: str) -> str:
    if not is_plural(noun):
        return noun
    irregular = {"people": "person", "staff": "staff", "children": "child", "men": "man", "women": "woman", "personnel": "personnel",
                 "police": "police", "media": "media", "data": "data", "criteria": "criterion", "crew": "crew"}  # fmt: skip
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "z")) else "s")
