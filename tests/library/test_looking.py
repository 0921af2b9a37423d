"""Words are looked for in the library."""

import pytest

from interviews.drafts import LibraryEntry
from interviews.library.catalogue import card_of, catalogue
from interviews.library.folding import folded, sought_words
from interviews.library.looking import holding_all, holding_some
from tests import samples

NUMBER = "The seal number on the trailer is not the one on the note. What do you do?"


def card(identifier, skill="Receiving goods", prompt=NUMBER, **changes):
    """A card whose criteria and anchors are those of the sample question."""
    whole = samples.question(prompt).model_dump(include={"follow_ups", "evaluation_criteria", "rating_scale"})
    values = {
        "id": identifier,
        "family": "team",
        "competency": "",
        "competency_name": skill,
        "levels": ["mid"],
        "type": "situational",
        "minutes": 5,
        "prompt": prompt,
        "why": "",
        "red_flags": [],
        "alternate": "",
    }
    return card_of(LibraryEntry(**(values | whole | changes)), "approved")


def found(cards, text, find=holding_all):
    return [one.id for one in find(cards, sought_words(text))]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Crème Brûlée", "creme brulee"), ("STRASSE Straße", "strasse strasse"), ("Łódź", "lodz"), ("مُهندس", "مهندس")],
)
def test_case_and_accents_do_not_count(text, plain):
    assert folded(text) == plain


def test_words_are_taken_once_without_marks_around_them():
    assert sought_words(' "Node.js", C++ and/or node.js. ') == ["node.js", "c++", "and", "or"]
    assert len(sought_words(" ".join(map(str, range(50))))) == 12


def test_every_word_must_stand_somewhere():
    cards = [card("a"), card("b", prompt="Count the pallets of a full trailer.")]
    assert found(cards, "") == ["a", "b"]
    assert found(cards, "TRAILER") == ["a", "b"]
    assert found(cards, "trailer seal") == ["a"]
    assert found(cards, "trailer dispatcher") == ["a", "b"], "the dispatcher stands in a criterion"
    assert found(cards, "trailer helicopter") == []


def test_skill_and_prompt_tell_more_than_the_rest_and_whole_words_more_than_beginnings():
    cards = [
        card("rest", why="The brakeman said so."),
        card("begins", prompt="The brakes of the trailer are hot. What now?"),
        card("prompt", prompt="One brake of the trailer is hot. What now?"),
        card("skill", skill="Brake service"),
    ]
    assert found(cards, "brake") == ["skill", "prompt", "begins", "rest"]


def test_short_words_are_not_sought_inside_others():
    cards = [card("a", skill="Gabelstapler fahren"), card("b", skill="Carts")]
    assert found(cards, "stapler") == ["a"]
    assert found(cards, "art") == []


def test_one_is_found_by_many_and_many_by_one():
    cards = [card("a", prompt="Where do the pallets go?"), card("b", prompt="Where does the pallet go?")]
    assert found(cards, "pallet") == ["b", "a"]
    assert found(cards, "pallets") == ["a", "b"]
    assert found(cards, "pallets where") == ["a", "b"]


def test_what_holds_some_words_is_found_by_the_rare_ones():
    cards = [card("a"), card("b"), card("c", skill="Forklift driving"), card("d", skill="Driving"), card("e")]
    assert found(cards, "the driving of forklifts", holding_some) == ["c"]
    assert found(cards[:2] + cards[3:], "driving forklifts", holding_some) == ["d"]
    assert found(cards, "drivi", holding_some) == []
    assert found([], "forklift", holding_some) == []


def test_the_built_in_library_has_a_card_for_every_question_and_gives_back_the_whole():
    library = catalogue()
    assert len(library.cards) == len({one.id for one in library.cards})
    first = library.cards[0]
    whole = library.entry(first.id)
    assert (whole.competency_name, tuple(whole.levels)) == (first.skill, first.levels)
    assert library.entry("software.no.such") is None
    assert [one.id for one in library.cards if set("{}|\n") & set(one.prompt)] == []
    assert library.competency_named(f" {first.skill.upper()} ") == first.competency
    assert library.family_of(first.competency) == (first.family, library.families[first.family])
    assert library.family_of("none.such") == ("", "")
