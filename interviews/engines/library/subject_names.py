"""Whether a field of knowledge can be asked about by its name: "tax law", not "modern web frameworks"."""

from interviews.engines.library.grammar import grammar, too_wide
from interviews.engines.library.lexicon import terms

_NO_FIELDS = ("tool", "office", "equipment")


def is_field(name: str) -> bool:
    """Whether a name is a field of knowledge, a method or a body of rules that a sentence can take as it stands."""
    term = terms().get(name.lower())
    if too_wide(name) or (term is not None and term.kind in _NO_FIELDS):
        return False
    low, rules = name.lower().split(), grammar()
    known = term is not None and term.kind == "rules"
    return known or (low[-1] not in rules["no_field_head"] and low[0] not in rules["no_field_first"])
