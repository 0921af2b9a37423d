"""The form of a library question: what may be in it, and what its buttons do to its rows."""

import pytest
from django.http import QueryDict

from interviews.drafts import FollowUp
from interviews.forms.library import LISTS, LibraryForm, blank
from interviews.forms.rows import rearranged
from tests.pages.library import entry, sent

CRITERIA = ["Counts the boxes before signing", "Writes the difference on the note", "Tells the office at once"]


def posted(values) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return data


def typed(**changes) -> QueryDict:
    return posted(sent(LibraryForm.of(entry()), **changes))


def test_what_was_shown_comes_back_the_same():
    form = LibraryForm.of(blank(), data=typed())
    assert form.is_valid(), form.errors
    assert form.entry() == entry(cues=[], setting=[], status="draft")


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"skill": " "}, "skill", "Enter the skill that the question is about."),
        ({"skill": "x" * 201}, "skill", "Shorten it to 200."),
        ({"prompt": " "}, "prompt", "Enter the question as you would say it aloud."),
        ({"prompt": "x" * 10_000}, "prompt", "10000 characters long. Shorten it to 5000."),
        ({"type": "riddle"}, "type", "Choose a type from the list."),
        ({"levels": []}, "levels", "Choose at least one level"),
        ({"minutes": "0"}, "minutes", "Choose from 2 to 10 minutes."),
        ({"minutes": "500"}, "minutes", "Choose from 2 to 10 minutes."),
        ({"minutes": ""}, "minutes", "Enter how many minutes"),
        ({"criteria": ["Counts", "x" * 1001]}, "criteria", "Criterion 2 is 1001 characters long. Shorten it to 1000."),
        ({"criteria": [str(number) for number in range(11)]}, "criteria", "There are 11. Keep at most 10."),
        ({"probes": ["x" * 1001]}, "probes", "Probe 1 is 1001 characters long."),
        ({"anchors_3": "x" * 1001}, "anchors", "The text for 3 is 1001 characters long."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(changes, field, sentence):
    form = LibraryForm.of(blank(), data=typed(**changes))
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


def test_minutes_that_cannot_be_count_as_those_of_the_type():
    form = LibraryForm.as_typed(typed(minutes="many", type="job_knowledge", levels=[], skill=""))
    assert (form.so_far().minutes, form.so_far().levels) == (2, ["mid"])
    assert LibraryForm.as_typed(typed(prompt=" ")).so_far() is None


def test_texts_of_rows_are_normalised_and_blank_ones_go():
    changes = {
        "criteria": ["", " Counts\r\nthe boxes\x00 "],
        "anchors_1": " ",
        "probes": ["", "Why?"],
        "probes_ask": [],
    }
    form = LibraryForm.of(blank(), data=typed(**changes))
    made = form.entry() if form.is_valid() else None
    assert made.evaluation_criteria == ["Counts the boxes"]
    assert made.follow_ups == [FollowUp(text="Why?", ask="if_needed")]
    assert [anchor.score for anchor in made.rating_scale] == [3, 5]


@pytest.mark.parametrize(
    ("do", "after", "focus"),
    [
        ("add", [*CRITERIA, ""], "criteria-3"),
        ("remove.1", [CRITERIA[0], CRITERIA[2]], "criteria-1"),
        ("up.2", [CRITERIA[0], CRITERIA[2], CRITERIA[1]], "criteria-1-up"),
        ("down.0", [CRITERIA[1], CRITERIA[0], CRITERIA[2]], "criteria-1-down"),
        ("up.1", [CRITERIA[1], CRITERIA[0], CRITERIA[2]], "criteria-0"),
        ("down.1", [CRITERIA[0], CRITERIA[2], CRITERIA[1]], "criteria-2"),
        ("up.0", CRITERIA, "criteria-0"),
        ("remove.99", CRITERIA, "criteria-add"),
        ("remove.²", CRITERIA, "criteria-add"),
        ("dance.1", CRITERIA, "criteria-1"),
    ],
)
def test_rows_are_added_moved_and_removed(do, after, focus):
    data, where = rearranged(typed(criteria=CRITERIA), LISTS["criteria"], do)
    assert (data.getlist("criteria"), where) == (after, focus)


def test_the_last_row_leaves_the_focus_on_the_button_that_adds_one():
    data, where = rearranged(typed(criteria=["Only"]), LISTS["criteria"], "remove.0")
    assert (data.getlist("criteria"), where) == ([], "criteria-add")


def test_probes_keep_when_they_are_asked_as_they_move():
    data = typed(probes=["First?", "", "Last?"], probes_ask=["if_needed", "all", "all"])
    moved, _focus = rearranged(data, LISTS["probes"], "up.2")
    assert moved.getlist("probes") == ["First?", "Last?"]
    assert moved.getlist("probes_ask") == ["if_needed", "all"]


@pytest.mark.parametrize("place", ["9" * 5_000, "-1", "x", "99", "01"])
def test_a_row_that_is_not_there_is_not_touched(place):
    data, where = rearranged(typed(criteria=CRITERIA), LISTS["criteria"], f"remove.{place}")
    assert (data.getlist("criteria"), where) == (CRITERIA, "criteria-add")
