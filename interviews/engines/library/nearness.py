"""How near a competency is to a posting by its job family."""

from interviews.engines.library.index import Index
from interviews.engines.library.posting import Posting
from interviews.library.shelf import GENERAL

FAMILY_SHARE = (1.0, 0.7, 0.5)
GENERAL_SHARE = 0.55
STRANGE_SHARE = 0.15


def nearness(identifier: str, posting: Posting, library: Index) -> float:
    """1 for a competency of the posting's first family, less for the next ones and for any trade's, 0 for a strange one
    (a little where the family is not clear)."""
    family = library.competencies[identifier].family.family
    if family == GENERAL:
        return GENERAL_SHARE
    if family in posting.families:
        return FAMILY_SHARE[posting.families.index(family)]
    return STRANGE_SHARE if posting.unsure else 0.0
