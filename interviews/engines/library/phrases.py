"""Noun phrases and verb-object pairs of a clause, found by rule: names for duties, fillings for slots."""

from dataclasses import dataclass

from interviews.engines.library.grammar import gerund, grammar, is_plural, lemma
from interviews.engines.library.lexicon import terms
from interviews.engines.library.words import Word

SHOUTED = 5
_ADJECTIVE_ENDS = (
    "ior",
    "al",
    "ive",
    "ous",
    "ful",
    "able",
    "ible",
    "ary",
    "ed",
    "ly",
    "ic",
    "ish",
    "less",
    "ing",
    "ent",
    "ant",
)


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its words, determiners and empty praise left out. The last word is its head."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The phrase as the description spells it, in lower case unless a word is a name or an abbreviation."""
        return " ".join(spelled(word) for word in self.words)

    @property
    def head(self) -> str:
        """The head noun in lower case."""
        return self.words[-1].lower

    @property
    def start(self) -> int:
        """Where the phrase begins in the description."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


@dataclass(frozen=True)
class Action:
    """A verb (as in the dictionary) and its object."""

    verb: str
    verb_word: Word
    objects: tuple[Phrase, ...]

    @property
    def name(self) -> str:
        """The action as a name: "Operating cranes and shovels", or the object alone when the verb says little."""
        phrase = self.objects[0].text
        if len(self.objects) > 1:
            phrase += " and " + self.objects[1].text
        if self.verb in grammar()["light"]:
            return capitalised(phrase)
        return capitalised(f"{gerund(self.verb)} {phrase}")


def capitalised(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def spelled(word: Word) -> str:
    """A word in lower case, unless it is an abbreviation or a name, or carries capitals inside. A long word of capitals
    is only shouted."""
    text = word.text
    if text.isupper() and len(text) >= SHOUTED and text.lower() not in terms():
        return text.lower()
    kept = any(letter.isupper() for letter in text[1:]) or len(text) == 1 or text.lower() in grammar()["proper"]
    return text if kept or _names_a_tool(text) else text.lower()


def _names_a_tool(text: str) -> bool:
    term = terms().get(text.lower())
    return term is not None and term.kind == "tool" and term.name == text


def chunks(found: list[Word], clause_text: str, offset: int) -> list[Phrase]:
    """The noun phrases of a clause in order."""
    phrases: list[Phrase] = []
    run: list[Word] = []
    for index, word in enumerate(found):
        if run and not _touches(run[-1], word, clause_text, offset):
            _close(run, phrases)
        if _breaks(found, index, clause_text, offset):
            _close(run, phrases)
        else:
            run.append(word)
    _close(run, phrases)
    return phrases


def actions(found: list[Word], clause_text: str, offset: int) -> list[Action]:
    """The verbs of a clause that have an object, each with at most two short coordinated objects."""
    phrases = chunks(found, clause_text, offset)
    starts = {phrase.start: index for index, phrase in enumerate(phrases)}
    made = []
    for index, word in enumerate(found):
        verb = lemma(word.lower)
        if verb is None or not _is_verb(found, index, clause_text, offset):
            continue
        at = _object_after(found, index, starts, clause_text, offset)
        if at is not None:
            made.append(Action(verb, word, _coordinated(phrases, at, clause_text, offset)))
    return made


def _object_after(found: list[Word], index: int, starts: dict[int, int], text: str, offset: int) -> int | None:
    previous = found[index]
    for word in found[index + 1 : index + 6]:
        if not _touches(previous, word, text, offset):
            return None
        if word.start in starts:
            return starts[word.start]
        if not _may_precede(word.lower, previous.lower):
            return None
        previous = word
    return None


def _may_precede(low: str, before: str) -> bool:
    """Whether a word may stand between a verb and its object: an article, empty praise, or "and" within the praise."""
    rules = grammar()
    if low in ("and", "or"):
        return before in rules["generic"]
    return low in grammar()["determiners"] or low in rules["generic"] or low in rules["adverb"]


def _coordinated(phrases: list[Phrase], at: int, text: str, offset: int) -> tuple[Phrase, ...]:
    first = phrases[at]
    if at + 1 < len(phrases) and len(first.words) <= 2 and len(phrases[at + 1].words) <= 2:
        second = phrases[at + 1]
        between = text[first.end - offset : second.start - offset].strip().lower()
        if between in (",", "and", "or", ", and", "and/or", "/") and lemma(second.words[0].lower) is None:
            return first, second
    return (first,)


def _touches(left: Word, right: Word, text: str, offset: int) -> bool:
    return not text[left.end - offset : right.start - offset].strip()


def _close(run: list[Word], phrases: list[Phrase]) -> None:
    rules = grammar()
    while run and (run[0].lower in rules["generic"] or run[0].lower in rules["adverb"]):
        run.pop(0)
    while run and (
        run[-1].lower in rules["generic"] or run[-1].lower in rules["adverb"] or run[-1].lower.endswith("ly")
    ):
        run.pop()
    if run and _is_noun(run[-1], len(run)):
        phrases.append(Phrase(tuple(run[-5:])))
    run.clear()


def _is_adverb(word: Word) -> bool:
    low = word.lower
    return low in grammar()["adverb"] or (low.endswith("ly") and low not in grammar()["not_adverb"])


def _is_noun(word: Word, length: int) -> bool:
    low = word.lower
    if low in grammar()["not_head"]:
        return False
    if (
        low in grammar()["nouns_anyway"]
        or low.removesuffix("s") in grammar()["nouns_anyway"]
        or low in grammar()["noun_ing"]
    ):
        return True
    if low.endswith("ment") and length > 1:
        return True
    return not low.endswith(_ADJECTIVE_ENDS)


def _breaks(found: list[Word], index: int, text: str, offset: int) -> bool:
    low = found[index].lower
    rules = grammar()
    if low in rules["function"] or low[0].isdigit() or _is_adverb(found[index]):
        return True
    return lemma(low) is not None and _is_verb(found, index, text, offset)


def _is_verb(found: list[Word], index: int, text: str, offset: int) -> bool:
    low = found[index].lower
    before = found[index - 1].lower if index else ""
    joined_before = bool(index) and _touches(found[index - 1], found[index], text, offset)
    follows = index + 1 < len(found) and _touches(found[index], found[index + 1], text, offset)
    after = found[index + 1].lower if index + 1 < len(found) else ""
    object_follows = follows and (after in grammar()["determiners"] or after not in grammar()["function"])
    if low.endswith("s") and after.endswith("ing"):
        return False
    starts = not index or not joined_before or before in grammar()["before_verbs"] or before in grammar()["adverb"]
    if before in ("and", "or") and low == lemma(low):
        starts = _orders(found, index)
    if not index and follows and low.endswith("ing") and is_plural(after):
        return True
    return _by_form(low, starts, object_follows, follows and after in grammar()["determiners"], before)


def _orders(found: list[Word], index: int) -> bool:
    """Whether an earlier verb of the clause stands in the base form, so that one after "and" may as well."""
    first = found[0].lower
    return lemma(first) == first or any(word.lower in ("to", "will", "may", "can", "must") for word in found[:index])


def _by_form(low: str, starts: bool, object_follows: bool, determined: bool, before: str) -> bool:
    if low.endswith("ing"):
        return determined or (
            low not in grammar()["noun_ing"]
            and object_follows
            and (starts or before in grammar()["function"] or lemma(before) not in (None, before))
        )
    if low.endswith("ed"):
        return not object_follows or determined
    if low == lemma(low):
        return before in ("to", "will", "may", "can", "must") or determined or (starts and object_follows)
    return determined or object_follows or (starts and before in ("", "will"))
