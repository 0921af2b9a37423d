"""Differences as people read them: words of texts, entries of lists, and many saves as one."""

import random
import time
from functools import partial

import pytest

from interviews.drafts import Change
from interviews.edits import questions, skills
from interviews.edits.condensing import condensed
from interviews.edits.differences import differences
from interviews.edits.fields import plain
from interviews.edits.reading_changes import listed, told
from interviews.edits.words import Piece, beginning, surroundings, word_diff
from tests.edits.plans import a_plan

SIGNS = {"same": "", "removed": "-", "added": "+", "skipped": "…"}


def shown(pieces):
    return "|".join(f"{SIGNS[piece.kind]}{piece.text}" for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", ""),
        ("Same.", "Same.", "Same."),
        ("", "New", "+New"),
        ("Old", "", "-Old"),
        ("Need 5 years of Django.", "Need at least 3 years of it.", "Need |-5|+at least 3| years of |-Django|+it|."),
        ("we have it", "We had it", "-we have|+We had| it"),
        ("a b\nc", "a b\n\nc", "a b|-\n|+\n\n|c"),
        ("我们需要五年的经验", "我们需要三年的经验", "我们需要|-五|+三|年的经验"),
        ("👩‍⚕️ nurse", "👩‍⚕️ nurses", "👩‍⚕️ |-nurse|+nurses"),
    ],
)  # fmt: skip
def test_words_that_differ(before, after, pieces):
    assert shown(word_diff(before, after)) == pieces


def test_the_pieces_make_up_both_texts():
    chance = random.Random(6)
    for _ in range(300):
        before, after = ("".join(chance.choice("ab .\n漢") for _ in range(chance.randrange(25))) for _ in "12")
        pieces = word_diff(before, after)
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after


def test_long_texts_are_compared_in_bounded_time():
    chance = random.Random(6)
    words = [f"word{number}" for number in range(300)]
    one, two = (" ".join(chance.choice(words) for _ in range(10_000)) for _ in "12")
    lines, others = (one.replace("word7 ", "word7.\n"), two.replace("word7 ", "word7.\n"))
    spent = time.process_time()
    for before, after in (
        (one, two),
        (lines, others),
        ("the " * 10_000, "the " * 9_999),
        ("漢字" * 5_000, "字漢" * 5_000),
    ):
        word_diff(before, after)
    assert time.process_time() - spent < 10


def test_of_a_long_text_the_surroundings_are_left():
    before = "Start here. " + "Filler words stand here. " * 30 + "The end is near."
    pieces = surroundings(word_diff(before, before.replace("near", "far")), around=20)
    assert shown(pieces) == "…|here. The end is |-near|+far|."
    assert shown(surroundings([Piece("same", "short"), Piece("added", "x")])) == "short|+x"


@pytest.mark.parametrize(
    ("before", "after", "items"),
    [
        (["a b c", "d"], ["a b c", "d"], []),
        (["a b c"], ["a b c", "new"], [("added", "", "+new")]),
        (["one two three", "x"], ["one two four"], [("changed", "", "one two |-three|+four"), ("removed", "", "-x")]),
        (["first one", "second"], ["second", "first one"], [("moved", "", "second")]),
        (
            [{"score": 1, "anchor": "Guesses"}, {"score": 3, "anchor": "Counts"}],
            [{"score": 1, "anchor": "Asks"}, {"score": 3, "anchor": "Counts"}],
            [("changed", "1", "-Guesses|+Asks")],
        ),
        (
            [{"text": "And then?", "ask": "all"}],
            [{"text": "And then?", "ask": "if_needed"}],
            [("changed", "if_needed", "And then?")],
        ),
        ([{"quote": "x", "start": 1, "end": 2}], [{"quote": "x", "start": 5, "end": 6}], []),
    ],
)
def test_entries_of_a_list_that_differ(before, after, items):
    found = listed(before, after)
    assert sorted((item.happened, item.label, shown(item.pieces)) for item in found) == sorted(items)


def test_settings_are_told_one_by_one():
    before = a_plan().general
    after = before.model_copy(update={"cutoff": 7.5, "voice": ("british", "male")})
    change = Change(subject="plan", happened="changed", field="general", before=plain(before), after=plain(after))
    assert [(part.field, part.before, part.after) for part in told(change)] == [
        ("general.cutoff", 6.0, 7.5),
        ("general.voice", ["american", "female"], ["british", "male"]),
    ]


def history_of(*acts):
    """The changes of several edits in a row."""
    plan, changes = a_plan(), []
    for act in acts:
        before, plan = plan, act(plan.model_copy(deep=True))
        changes.extend(differences(before, plan))
    return changes


def minutes(number, identifier=11):
    return partial(questions.change_question, identifier=identifier, changes={"minutes": number})


def move(skill, after):
    return partial(questions.move_question, identifier=11, skill=skill, after=after)


REMOVE = partial(questions.remove_question, identifier=11)


def back(plan):
    """Question 11 comes back as it was."""
    skill, question = next((one, asked) for one in a_plan().skills for asked in one.questions if asked.id == 11)
    return questions.add_question(plan, skill.id, question, None)


@pytest.mark.parametrize(
    ("acts", "left"),
    [
        ([minutes(6), minutes(7, 21), minutes(8)], [("minutes", 11, 5, 8), ("minutes", 21, 5, 7)]),
        ([minutes(6), minutes(5)], []),
        ([move(2, None), move(1, None)], []),
        ([minutes(9), REMOVE], [("removed", 11)]),
        ([REMOVE, back], []),
        ([minutes(9), REMOVE, back], []),
        ([REMOVE, back, minutes(7)], [("minutes", 11, 5, 7)]),
    ],
)
def test_many_saves_are_told_as_one(acts, left):
    kept = [(one.field, one.identifier, one.before, one.after) for one in condensed(history_of(*acts)) if one.field]
    kept += [(one.happened, one.identifier) for one in condensed(history_of(*acts)) if not one.field]
    assert kept == left


def test_what_was_added_is_told_as_it_became():
    fresh = a_plan().skills[0].questions[0].model_copy(update={"id": 50, "prompt": "New?"})
    add = partial(questions.add_question, skill=1, question=fresh)
    (one,) = condensed(history_of(add, minutes(8, 50)))
    assert (one.happened, one.after["question"]["minutes"]) == ("added", 8)
    assert condensed(history_of(add, partial(questions.remove_question, identifier=50))) == []


def test_a_skill_that_went_and_came_back_with_another_name_is_renamed():
    gone = history_of(partial(skills.remove_skill, identifier=2))
    (went,) = [one for one in gone if one.happened == "removed"]
    named = {**went.before, "skill": {**went.before["skill"], "name": "Stock"}}
    came = went.model_copy(update={"happened": "added", "before": None, "after": named})
    assert [(one.happened, one.field, one.before, one.after) for one in condensed([went, came])] == [
        ("changed", "name", "Skill 2", "Stock")
    ]


def test_the_beginning_of_long_pieces_is_so_many_characters_and_says_that_more_was_there():
    pieces = [Piece("same", "abc"), Piece("added", "defgh"), Piece("same", "ij")]
    assert beginning(pieces, 5) == [Piece("same", "abc"), Piece("added", "de"), Piece("skipped", "")]
    assert beginning(pieces, 10) == pieces
