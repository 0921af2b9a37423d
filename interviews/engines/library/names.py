"""Names of skills that read well in a list."""

from rapidfuzz import fuzz

from interviews.engines.library.grammar import grammar
from interviews.engines.library.phrases import Action, Phrase, capitalised
from interviews.engines.library.posting import Line
from interviews.engines.library.words import stems

MOST_WORDS = 5
_WEAK = frozenset(
    """work tasks task duties things team people projects issues problems us lead sure person staff company order use
    responsibilities services activities operations assistance information relationships knowledge way ways solutions
    requirements questions areas management""".split()
)


def grounded(name: str, text_stems: frozenset[str]) -> bool:
    """Whether at least half of a name's words stand in the text."""
    own = stems(name)
    return bool(own) and 2 * sum(word in text_stems for word in own) >= len(own)


def duty_name(line: Line, competency: str) -> str:
    """A name taken from a line: its verb and object, or a noun phrase, where a cue of the competency stands in it."""
    cues = line.cues.get(competency, frozenset())
    for action in line.actions:
        if _good_action(action) and cues & set(stems(action.name)):
            return action.name
    for phrase in line.phrases:
        if _good_phrase(phrase) and cues & set(stems(phrase.text)):
            return capitalised(phrase.text)
    return ""


def _good_action(action: Action) -> bool:
    weak = any(phrase.head in _WEAK and len(phrase.words) < 2 for phrase in action.objects)
    return not weak and 2 <= len(action.name.split()) <= MOST_WORDS


def _good_phrase(phrase: Phrase) -> bool:
    return (
        2 <= len(phrase.words) <= MOST_WORDS and phrase.head not in grammar()["not_head"] and phrase.head not in _WEAK
    )


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names are the same skill: "Python" and "Python programming"."""
    first, second = set(stems(one)), set(stems(other))
    if not first or not second:
        return one.lower() == other.lower()
    inside = len(first & second) / min(len(first), len(second))
    return inside >= 0.67 or fuzz.token_sort_ratio(one.lower(), other.lower()) >= 85
