"""Neutral wording for biased words of a description, in the same form and with the right article."""

import re
from collections.abc import Callable
from itertools import islice

from interviews.checks.fixing.originals import originals
from interviews.checks.words import plain
from interviews.drafts import Fix, Replacement

_LANGUAGES = r"(?:english|german|french|spanish|italian|dutch|portuguese|polish|arabic|chinese|mandarin|japanese|korean|russian|turkish|hebrew)"
_TITLES = {
    "salesman": "salesperson", "salesmen": "salespeople", "saleswoman": "salesperson", "chairman": "chair", "chairmen": "chairs",
    "foreman": "supervisor", "foremen": "supervisors", "handyman": "maintenance worker", "handymen": "maintenance workers",
    "manpower": "staff", "craftsman": "craftsperson", "craftsmen": "craftspeople", "waitress": "server", "waitresses": "servers",
    "stewardess": "flight attendant", "stewardesses": "flight attendants", "hostess": "host", "hostesses": "hosts", "barmaid": "bartender",
    "barman": "bartender", "cameraman": "camera operator", "repairman": "repair technician", "deliveryman": "delivery driver",
    "policeman": "police officer", "fireman": "firefighter", "businessman": "business person", "businessmen": "business people",
    "tradesman": "tradesperson", "tradesmen": "tradespeople", "cleaning lady": "cleaner", "workman": "worker", "workmen": "workers",
    "headmaster": "head teacher", "headmistress": "head teacher", "spokesman": "spokesperson", "fisherman": "fisher",
    "housemaid": "room attendant", "chambermaid": "room attendant", "male nurse": "nurse", "anchorman": "news anchor",
    "weatherman": "weather presenter",
}  # fmt: skip
MOST_PLACES = 20
_PLAIN_VERBS = frozenset(["will", "must", "should", "can", "may", "could", "would", "might", "shall"])
_VERBS = {"is": "are", "has": "have", "was": "were", "does": "do"}
_SOUNDS_CONSONANT = re.compile(r"(?:uni|us[ei]|eu|one\b|once\b)", re.I)

Rewrite = Callable[[re.Match[str]], str | None]


def _pronoun(match: re.Match[str]) -> str | None:
    verb = match["verb"].lower()
    if verb in _PLAIN_VERBS:
        return f"they {match['verb']}"
    return f"they {_VERBS[verb]}" if verb in _VERBS else None


# What is sought within the words that were found and a little beyond -> what is written in its place.
_RULES: tuple[tuple[re.Pattern[str], Rewrite], ...] = tuple(
    (re.compile(pattern, re.I), rewrite)
    for pattern, rewrite in (
        (r"\b(?:rock ?-?star|ninja|guru|super ?hero|jedi|unicorn|wizard)(?P<many>e?s)?\b", lambda match: "experts" if match["many"] else "expert"),
        (rf"\b(?P<language>{_LANGUAGES}) native speaker(?P<many>s?)\b", lambda match: f"fluent {match['language']} speaker{match['many']}"),
        (rf"\bnative[- ]level\b|\b(?:native|mother[- ]tongue)(?= (?:{_LANGUAGES} )?speakers?\b)|\bnative(?= {_LANGUAGES}\b)", lambda match: "fluent"),
        (r"\b(?:s/he|\(s\)he|he ?/ ?she|she ?/ ?he|he or she|he|she) (?P<verb>\w+)\b", _pronoun),
        (r"\b(?:his ?/ ?hers?|her ?/ ?his|his or her|his|her)\b(?= [a-z])", lambda match: "their"),
        (r"\b(?:him ?/ ?her|him or her|him)\b", lambda match: "them"),
        (r"\bhimself\b", lambda match: "themselves"),
        (rf"\b(?:{'|'.join(_TITLES)})\b", lambda match: _TITLES[match.group(0).lower()]),
        (r"\bguys(?= (?:who|wanted)\b)", lambda match: "people"),
        (r"\bguys\b", lambda match: "everyone"),
        (r", young(?=,? [a-z])| and young(?= [a-z])|\b(?:young|youthful)(?:,| and)? (?!at heart)(?=[a-z])|"
         r" (?:aged?|ages)(?: between| from)? \d\d ?(?:-|–|to|and|through) ?\d\d(?=[.,;)]|$)", lambda match: ""),
    )
)  # fmt: skip


def neutral(description: str, pattern: re.Pattern[str]) -> Fix | None:
    """The description with neutral words wherever a pattern of biased ones matches; None if one of them has none."""
    text, places = plain(description), originals(description)
    replacements: list[Replacement] = []
    shorter, before = text, len(text)
    matches = list(islice(pattern.finditer(text), MOST_PLACES + 1))
    if len(matches) > MOST_PLACES:
        return None
    for match in reversed(matches):
        found = _rewritten(text, match)
        if found is None or found[1] > before:
            return None
        start, end, words = found
        before = start
        first, last = places[start], places[end - 1] + 1
        replacements.append(Replacement(where="description", was=description[first:last], becomes=words, start=first))
        shorter = shorter[:start] + words + shorter[end:]
    if not replacements or pattern.search(plain(shorter)):
        return None
    replacements.reverse()
    return Fix(says=_says(replacements), replacements=replacements)


def _rewritten(text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    """From where to where a text changes, and to what, article included."""
    for pattern, rewrite in _RULES:
        for found in pattern.finditer(text, max(0, match.start() - 5), match.end() + 20):
            if found.start() < match.end() and found.end() > match.start():
                words = rewrite(found)
                return None if words is None else _with_article(text, found.start(), found.end(), _cased(found, words))
    return None


def _with_article(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    before = re.search(r"\b(?P<article>an?) $", text[max(0, start - 4) : start], re.I)
    follows = words or text[end : end + 20].lstrip()
    if not before or not follows:
        return start, end, words
    vowel = follows[0].lower() in "aeiou" and not _SOUNDS_CONSONANT.match(follows)
    article = ("An" if vowel else "A") if before["article"][0] == "A" else ("an" if vowel else "a")
    return start - len(before.group(0)), end, f"{article} {words}"


def _cased(found: re.Match[str], words: str) -> str:
    return words[:1].upper() + words[1:] if found.group(0)[:1].isupper() else words


def _says(replacements: list[Replacement]) -> str:
    first = replacements[0]
    more = f" and in {len(replacements) - 1} more places" if len(replacements) > 2 else " and once more"
    words = f'Write "{str(first.becomes).strip()}" for "{first.was}"' if first.becomes else f'Leave out "{first.was}"'
    return words + (more if len(replacements) > 1 else "") + "."
