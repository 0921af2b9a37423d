"""The texts of a plan, and what the interviewer says in them."""

from interviews.checks.words import of_question, plain, sentences, spoken, texts_beside, unquoted
from interviews.drafts import FollowUp
from tests.checks.questions import JAM, question, sound


def test_every_text_has_its_place_and_part():
    asked = question(alternate="What else?", follow_ups=[FollowUp(text="And then?")], red_flags=["Reaches in"])
    assert [(text.where, text.part) for text in of_question(asked, "q")] == [
        ("q.prompt", "prompt"),
        ("q.alternate", "alternate"),
        ("q.follow_ups.0", "probe"),
        ("q.evaluation_criteria.0", "criterion"),
        ("q.evaluation_criteria.1", "criterion"),
        ("q.rating_scale.0", "anchor"),
        ("q.rating_scale.1", "anchor"),
        ("q.rating_scale.2", "anchor"),
        ("q.red_flags.0", "red flag"),
        ("q.why", "why"),
    ]


def test_scripts_and_lines_are_texts_too():
    asked = sound(screen_first=["One"], assess_elsewhere=["Two"])
    places = [text.where for text in texts_beside(asked)]
    assert places == ["opening", "closing", "screen_first.0", "assess_elsewhere.0"]


def test_what_others_say_is_not_said_by_the_interviewer():
    assert spoken("A guest says, “Are you new?” What do you answer?") == 'A guest says, "…" What do you answer?'
    assert spoken('Ask: "Are you new?"') == 'Ask: "Are you new?"'


def test_what_stands_in_quotation_marks_is_not_how_the_prompt_asks():
    assert (
        unquoted('A form holds: "You like it, right?" What do you change?') == 'A form holds: "…" What do you change?'
    )
    assert unquoted('"What do you do?"') == '"What do you do?"'


def test_a_text_is_read_on_one_line_with_straight_quotes():
    assert plain(" The candidate’s\n age ") == "The candidate's age"


def test_sentences_end_at_their_marks():
    assert sentences(JAM) == [
        "The filler jams and a bottle is stuck behind the guard.",
        "What do you do first?",
    ]
