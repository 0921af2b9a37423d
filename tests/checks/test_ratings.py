"""Criteria that can be seen, anchors that differ in kind and are built of the criteria."""

import pytest

from interviews.checks.ratings import rated, rating
from interviews.checks.words import Text
from interviews.drafts import Anchor
from tests.checks.questions import question


def found(words: str, part: str) -> list[str]:
    return [finding.code for finding in rated(Text("x", part, words))]


def codes(*anchors: str, **changes) -> list[tuple[str, str]]:
    scale = [Anchor(score=score, anchor=words) for score, words in zip((1, 3, 5), anchors, strict=False)]
    return [(finding.code, finding.where) for finding in rating(question(rating_scale=scale, **changes), "q")]


def test_a_criterion_under_four_words_is_found():
    assert found("Stops the line", "criterion") == ["craft.criterion_short"]
    assert found("Stops the line first", "criterion") == []


def test_a_criterion_that_only_grades_is_found():
    assert found("Gives very clear and specific examples", "criterion") == ["craft.criterion_grades"]
    assert found("Gives a clear example of a lost pallet", "criterion") == []


@pytest.mark.parametrize(
    "words",
    [
        "Very good answer.",
        "Limited reflection",
        "Shows a strong and detailed understanding of the subject.",
        "Demonstrates basic knowledge",
        "Excellent, in-depth response with clear examples.",
        "Above average communication",
    ],
)
def test_an_anchor_that_only_grades_is_found(words):
    assert found(words, "anchor") == ["craft.anchor_grades"]


@pytest.mark.parametrize(
    "words",
    [
        "Stops at the limit and tells the dispatcher.",
        "Cleans the mural.",
        "Names a good torque for the bolt.",
        "Does all that a 3 does and checks the axles.",
    ],
)
def test_an_anchor_that_says_what_is_done_is_none(words):
    assert found(words, "anchor") == []


def test_a_sound_rating_has_no_finding():
    assert list(rating(question(), "q")) == []


def test_two_anchors_that_say_the_same_are_found_at_the_higher():
    assert codes("Stops and tells nobody.", "Stops and tells nobody!") == [("craft.anchors_alike", "q.rating_scale.1")]


def test_two_anchors_that_differ_only_by_how_well_are_found():
    assert codes("Explains the guard poorly.", "Stops the line first.", "Explains the guard very clearly.") == [
        ("craft.anchors_alike", "q.rating_scale.2")
    ]


def test_an_anchor_that_brings_what_no_criterion_names_is_found():
    five = "Negotiates yearly contracts with carriers and trains apprentices in forklift maintenance."
    (finding,) = rating(
        question(rating_scale=[Anchor(score=1, anchor="Reaches in."), Anchor(score=5, anchor=five)]), "q"
    )
    assert (finding.code, finding.where, finding.words) == ("craft.anchor_unlisted", "q.rating_scale.1", five)
    assert finding.reason == "The anchor for 5 asks for something that no criterion names; name it or leave it out."


def test_what_a_poor_answer_does_instead_needs_no_criterion():
    assert codes("Climbs over the conveyor, pulls the bottle with bare hands and hides the broken glass.") == []


def test_anchors_in_another_language_are_not_compared_by_english_words():
    criteria = ["Hält die Linie an, bevor die Haube geöffnet wird"]
    five = "Schreibt danach eine Meldung, ruft den Schlosser und sperrt den Antrieb gegen Einschalten."
    assert codes("Greift hinein.", "Hält die Linie an.", five, evaluation_criteria=criteria) == []


def test_a_question_without_criteria_or_anchors_cannot_be_rated():
    assert codes() == [("craft.no_rating", "q")]
    assert codes("Reaches in.", evaluation_criteria=[]) == [("craft.no_rating", "q")]
