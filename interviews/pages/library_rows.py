"""A question of the library as a list shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews.library.catalogue import Card, Standing
from interviews.models import Interview, LibraryQuestion, Question

TYPES: dict[str, Any] = dict(Question.Type.choices)
LEVELS: dict[str, Any] = dict(Interview.Seniority.choices)
STANDINGS: dict[Standing, Any] = {
    "built_in": _("Built in"),
    "draft": _("Draft"),
    "approved": _("Approved"),
    "retired": _("Retired"),
}
ICONS: dict[Standing, str] = {"built_in": "plan", "draft": "draft", "approved": "published", "retired": "archived"}


@dataclass(frozen=True)
class LibraryRow:
    """A card with its words for people, and in how many of the team's interviews it is asked."""

    card: Card
    used: int

    @property
    def address(self) -> str:
        """Where the whole question stands."""
        return address_of(self.card.id)

    @property
    def type(self) -> str:
        """The name of its type."""
        return str(TYPES[self.card.type])

    @property
    def levels(self) -> str:
        """The names of its levels."""
        return level_names(self.card.levels)

    @property
    def standing(self) -> str:
        """Where it comes from, or how it stands with the team."""
        return str(STANDINGS[self.card.standing])

    @property
    def icon(self) -> str:
        """The picture that says the same."""
        return ICONS[self.card.standing]


def rows(cards: Iterable[Card], used: Mapping[str, int]) -> list[LibraryRow]:
    """Cards as rows."""
    return [LibraryRow(card, used.get(card.id, 0)) for card in cards]


def level_names(levels: Iterable[str]) -> str:
    """Levels in their order: "Entry, Mid"; "All levels" when it is all."""
    chosen = set(levels)
    return (
        str(_("All levels"))
        if chosen == set(LEVELS)
        else ", ".join(str(LEVELS[one]) for one in LEVELS if one in chosen)
    )


def address_of(identifier: str) -> str:
    """The page of a question of the library by its id."""
    place, _dot, number = identifier.partition(".")
    if place == "team":
        return reverse("library_question", args=[number])
    return reverse("library_entry", args=[identifier])


def standing_of(question: LibraryQuestion | None) -> Standing:
    """How a team's question stands; None is a built-in one."""
    return "built_in" if question is None else question.status  # type: ignore[return-value]
