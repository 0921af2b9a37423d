"""What somebody looks for in the question library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from interviews.drafts import normalise
from interviews.library.catalogue import Card, catalogue
from interviews.library.folding import folded, sought_words
from interviews.library.looking import holding_all
from interviews.models import Interview, Question, Team
from interviews.pages.library_rows import STANDINGS
from interviews.services.library import cards, usage

SORTS: dict[str, Any] = {
    "best": _("Best match"),
    "skill": _("Skill"),
    "minutes": _("Minutes"),
    "used": _("Most used"),
}
ORIGINS: dict[str, tuple[Any, frozenset[str]]] = {
    "": (_("All but retired"), frozenset(STANDINGS) - {"retired"}),
    "team": (_("Your team's"), frozenset(["draft", "approved"])),
    "approved": (_("Your team's approved"), frozenset(["approved"])),
    "draft": (_("Your team's drafts"), frozenset(["draft"])),
    "retired": (_("Your team's retired"), frozenset(["retired"])),
    "built_in": (_("Built in"), frozenset(["built_in"])),
}


@dataclass(frozen=True)
class LibrarySearch:
    """Words, and what narrows the list; what is unknown counts as not chosen."""

    words: str
    skill: str
    family: str
    type: str
    level: str
    origin: str
    sort: str

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "LibrarySearch":
        """What the address asks for."""
        return cls(
            words=_text(query, "q"),
            skill=_text(query, "skill"),
            family=_known(query, "family", catalogue().families),
            type=_known(query, "type", Question.Type.values),
            level=_known(query, "level", Interview.Seniority.values),
            origin=_known(query, "origin", ORIGINS),
            sort=_known(query, "sort", SORTS) or "best",
        )

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.words or self.skill or self.family or self.type or self.level or self.origin)

    def cards(self, team: Team) -> list[Card]:
        """What it finds in the team's library and in the built-in one, in the order that was chosen."""
        found = holding_all(filter(self._fits, cards(team)), sought_words(self.words))
        return _sorted(found, self.sort, team)

    def _fits(self, card: Card) -> bool:
        chosen = ((self.family, card.family), (self.type, card.type))
        return (
            card.standing in ORIGINS[self.origin][1]
            and all(wanted in ("", own) for wanted, own in chosen)
            and (not self.level or self.level in card.levels)
            and all(word in folded(card.skill) for word in sought_words(self.skill))
        )


def _sorted(found: Sequence[Card], sort: str, team: Team) -> list[Card]:
    used = usage(team) if sort == "used" else {}
    keys: dict[str, Callable[[Card], Any]] = {
        "skill": lambda card: folded(card.skill),
        "minutes": lambda card: card.minutes,
        "used": lambda card: -used.get(card.id, 0),
    }
    return sorted(found, key=keys[sort]) if sort in keys else list(found)


def _text(query: Mapping[str, str], name: str) -> str:
    return normalise(query.get(name, "")).strip()[:200]


def _known(query: Mapping[str, str], name: str, known: Any) -> str:
    chosen = query.get(name, "")
    return chosen if chosen in known else ""
