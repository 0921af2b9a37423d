"""Names of skills that read well in a list."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from interviews.engines.library.grammar import article, gerund, grammar, is_mass, is_plural, lemma, singular, third
from interviews.engines.library.phrases import Action, Phrase, capitalised
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.words import Word, stems

MOST_WORDS = 5
GROUNDED = 0.75


def grounded(name: str, text_stems: frozenset[str]) -> float:
    """The share of a name's words that stand in the text."""
    own = stems(name)
    return sum(word in text_stems for word in own) / len(own) if own else 0.0


def duty_names(line: Line, posting: Posting) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Names that a line itself suggests: a verb and its object, or a noun phrase; each with its stems and whether the
    tagger sees a skill there too. What the team said names nothing: its words are not for candidates."""
    if line.said:
        return
    for action in line.actions:
        name = _of_action(action, line)
        if name and _sound(action.objects, line, posting):
            yield name, frozenset(stems(name)), line.tags(action.verb_word.start, action.objects[-1].end)
    for phrase in line.phrases:
        if _is_field(phrase) and _sound((phrase,), line, posting):
            name = capitalised(phrase.text)
            yield name, frozenset(stems(name)), line.tags(phrase.start, phrase.end)


def _is_field(phrase: Phrase) -> bool:
    """Whether a bare phrase can be a skill: it names work, or a programme or system closely enough."""
    return len(phrase.words) >= 2 and (
        _is_work(phrase.head) or (len(phrase.words) >= 3 and phrase.head in grammar()["run_head"])
    )


def _is_work(head: str) -> bool:
    """Whether a noun names work or knowledge rather than a thing: "case management", not "graphics unit"."""
    rules = grammar()
    if head in rules["weak_head"]:
        return False
    return head in rules["work_head"] or head.endswith(("tion", "ing", "sis", "ship", "ology", "graphy"))


def _of_action(action: Action, line: Line) -> str:
    said = _extended(action.objects[0], line)
    if len(action.objects) > 1:
        said = f"{action.objects[0].text} and {action.objects[1].text}"
    if action.verb in grammar()["light"]:
        name = capitalised(said)
        return name if 2 <= len(name.split()) <= MOST_WORDS + 1 and _is_work(action.objects[-1].head) else ""
    if action.verb in grammar()["no_duty"]:
        return ""
    name = capitalised(f"{gerund(action.verb)} {_determiner(action, line)}{said}")
    return name if len(name.split()) <= MOST_WORDS + 1 else ""


def _determiner(action: Action, line: Line) -> str:
    """The article of a single thing, as the line has it: "reading a tape measure"."""
    phrase = action.objects[0]
    if is_plural(phrase.head) or is_mass(phrase.head):
        return ""
    between = (
        line.clause.text[action.verb_word.end - line.clause.start : phrase.start - line.clause.start].lower().split()
    )
    if not {"a", "an", "the"} & set(between[:1]):
        return ""
    return "the " if between[0] == "the" else article(phrase.text) + " "


def _extended(phrase: Phrase, line: Line) -> str:
    """A phrase with what it is of: "review of geotechnical reports"."""
    following = next((other for other in line.phrases if other.start > phrase.end), None)
    if following is None or len(phrase.words) > 1:
        return phrase.text
    between = line.clause.text[phrase.end - line.clause.start : following.start - line.clause.start].lower().split()
    bare = [word for word in between if word not in ("the", "a", "all", "its", "any")]
    return f"{phrase.text} of {following.text}" if bare == ["of"] and len(following.words) <= 3 else phrase.text


def _sound(parts: tuple[Phrase, ...], line: Line, posting: Posting) -> bool:
    rules = grammar()
    every = [word for phrase in parts for word in phrase.words]
    if any(_named(word, line) or word.lower in rules["never_named"] or not _plain(word) for word in every):
        return False
    settled = [mention for mention in line.mentions if mention.term.kind == "certificate"]
    if any(mention.start < phrase.end and phrase.start < mention.end for mention in settled for phrase in parts):
        return False
    if any(_is_inflected(word) for phrase in parts for word in phrase.words[:-1]):
        return False
    if any(
        phrase.head in rules["not_head"] or (phrase.head in rules["weak_head"] and len(phrase.words) < 2)
        for phrase in parts
    ):
        return False
    own = {stem for phrase in parts for stem in stems(phrase.text)}
    return bool(own) and not own <= set(stems(posting.role))


def _named(word: Word, line: Line) -> bool:
    """Whether a word seems to be a name: a capital in the middle of a clause."""
    if not word.text[0].isupper() or word.text.isupper() or word.start == line.clause.start:
        return False
    return not any(mention.start <= word.start < mention.end for mention in line.mentions)


def _is_inflected(word: Word) -> bool:
    """Whether a word within a phrase is a verb after all: "pays close attention"."""
    verb = lemma(word.lower)
    return (
        verb is not None
        and word.lower == third(verb)
        and word.lower not in ("sales", "records", "services", "operations")
    )


def _plain(word: Word) -> bool:
    return all(letter.isalpha() or letter in "-’'&" for letter in word.text)


def spoken_duty(name: str) -> str | None:
    """A skill's name as it is spoken within a sentence ("go about ..."), None where it names no work that somebody
    does: an act with its object ("replacing tyres") or the noun of one ("landfill maintenance"), no manner or aim."""
    tokens = name.split()
    if not 2 <= len(tokens) <= MOST_WORDS + 1 or not (_does(tokens) or _names_an_act(tokens)):
        return None
    spoken = tokens[0] if any(letter.isupper() for letter in tokens[0][1:]) else tokens[0].lower()
    return " ".join([spoken, *tokens[1:]])


def _does(tokens: list[str]) -> bool:
    first, rules = tokens[0].lower(), grammar()
    verb = lemma(first) if first.endswith("ing") else None
    return (
        verb is not None and verb not in rules["no_process"] and singular(tokens[-1].lower()) not in rules["no_thing"]
    )


def _names_an_act(tokens: list[str]) -> bool:
    low, rules = [token.lower() for token in tokens], grammar()
    if low[0] in rules["manner"] or low[-1] in rules["no_activity"] or not _is_work(low[-1]):
        return False
    return not any(word.endswith("ing") and word not in rules["noun_ing"] and len(word) > 5 for word in low[:-1])


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names are the same skill: "Python" and "Python programming"."""
    first, second = set(stems(one)), set(stems(other))
    if not first or not second:
        return one.lower() == other.lower()
    inside = len(first & second) / min(len(first), len(second))
    return inside >= 0.6 or fuzz.token_sort_ratio(one.lower(), other.lower()) >= 85
