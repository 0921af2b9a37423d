"""A question of the library becomes a question of a plan."""

import pytest

from interviews.drafts import LibraryEntry
from interviews.edits.from_library import question_of
from interviews.library.catalogue import catalogue

ENTRY = catalogue().entry("administration.calendar.clash")


@pytest.mark.parametrize(
    ("level", "difficulty"),
    [("entry", "entry"), ("mid", "intermediate"), ("senior", "advanced"), ("lead", "advanced")],
)
def test_all_of_it_comes_over_at_the_level_of_the_plan(level, difficulty):
    made = question_of(ENTRY, level)
    assert made.difficulty == difficulty
    shared = set(LibraryEntry.model_fields) & set(type(made).model_fields) - {"id"}
    assert made.model_dump(include=shared) == ENTRY.model_dump(include=shared)
    assert (made.source.engine, made.source.reference, made.source.note) == ("library", ENTRY.id, "")


def test_a_slot_reads_its_default():
    made = question_of(ENTRY.model_copy(update={"prompt": "{vehicle|a trailer} is late. What do you do?"}), "mid")
    assert made.prompt == "A trailer is late. What do you do?"


def test_a_teams_own_is_marked_so():
    made = question_of(ENTRY.model_copy(update={"id": "team.7", "family": "team"}), "mid")
    assert (made.source.engine, made.source.reference) == ("team", "team.7")
