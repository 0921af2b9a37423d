"""Just enough English grammar for noun phrases: which words are verbs, which are function words, and their forms."""

from functools import cache

from interviews.engines.library.data import word_lists, words_of
from interviews.engines.library.words import parts, words

_VOWELS = "aeiou"


def grammar() -> dict[str, frozenset[str]]:
    """The word lists of grammar.yaml."""
    return word_lists("grammar.yaml")


def gerund(verb: str) -> str:
    """The -ing form: "drive" is "driving", "plan" is "planning"."""
    if verb in ("see", "agree", "oversee", "dye"):
        return verb + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def third(verb: str) -> str:
    """The form with he or she: "carry" is "carries"."""
    if verb.endswith(("s", "x", "ch", "sh", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"


def past(verb: str) -> str:
    """The regular past form."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def _doubles(verb: str) -> bool:
    short = (
        len(verb) <= 4 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3:-2] not in tuple(_VOWELS)
    )
    return (short and verb not in ("edit", "open", "exit")) or verb in grammar()["doubling"]


@cache
def verb_forms() -> dict[str, str]:
    """Every form of every duty verb, and the verb it belongs to."""
    verbs = words_of("verbs.txt")
    forms: dict[str, str] = {}
    for make in (past, third, gerund, str):
        forms.update({make(verb): verb for verb in verbs})
    return forms


def lemma(word: str) -> str | None:
    """The verb that a word is a form of, None if it is no duty verb."""
    return verb_forms().get(word)


def is_plural(noun: str) -> bool:
    """Whether a noun reads as a plural."""
    word = noun.lower()
    if word in grammar()["plural"]:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in grammar()["singular_s"]


def is_mass(noun: str) -> bool:
    """Whether a noun takes no indefinite article although it is singular."""
    word = noun.lower()
    return word in grammar()["mass"] or (word.endswith(("ware", "ing", "ment")) and word not in grammar()["countable"])


def article(phrase: str) -> str:
    """ "a" or "an" as the phrase is spoken."""
    first = phrase.split()[0]
    if first.isupper() and len(first) <= 5:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    low = first.lower()
    if low.startswith(("uni", "use", "usa", "eu", "one", "utility")) and not low.startswith("unin"):
        return "a"
    return "an" if low[0] in _VOWELS or low.startswith(("hour", "honest", "heir")) else "a"


_IRREGULAR = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "criteria": "criterion",
    "buses": "bus", "gases": "gas", "lenses": "lens", "canvases": "canvas",
    "diagnoses": "diagnosis", "analyses": "analysis",
}  # fmt: skip


@cache
def singular(noun: str) -> str:
    """The singular of a noun in lower case; a collective such as "staff" stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if not is_plural(noun) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "xes", "sses", "zes")) else noun[:-1]


def plural(noun: str) -> str:
    """The plural of a singular noun in lower case."""
    if noun.endswith("y") and noun[-2:-1] not in tuple(_VOWELS):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "z")) else "s")


def forms(text: str) -> frozenset[str]:
    """The words of a text as a dictionary has them: nouns in the singular, and the verbs that they may be forms of."""
    low = [part for word in words(text) for part in (word.lower, *parts(word.lower))]
    return frozenset(form for word in low for form in (singular(word), lemma(word) or word))


def too_wide(name: str) -> bool:
    """Whether a field is so wide that a question about it by name says nothing of the job: "customer service"."""
    return name.lower().replace(" ", "-") in grammar()["too_wide"]
