"""What is mended by rule."""

from interviews.checks import mended
from interviews.drafts import FollowUp
from tests.checks.questions import JAM, question

NEXT = FollowUp(text="What did you do next?", ask="all")
AWAY = FollowUp(text="Did you tell the dispatcher which pallets stay behind?")


def test_a_sound_question_comes_back_as_it_is():
    assert mended(question()) == (question(), [])


def test_a_closed_question_is_opened():
    changed, done = mended(question("Do you have experience with forklifts?"))
    assert changed == question("Tell me about work you did with forklifts.")
    assert done == ['Opened a question that yes or no could answer: "Do you have experience with forklifts?"']


def test_a_closed_alternate_is_opened():
    changed, _done = mended(question(alternate="Have you ever led a group?"))
    assert changed.alternate == "Tell me about a time you led a group."


def test_a_closed_question_without_a_rule_stays_for_a_person():
    asked = question("Is the valve open?")
    assert mended(asked) == (asked, [])


def test_a_second_ask_becomes_a_probe_where_there_is_room():
    changed, done = mended(
        question("The pump fails. What did you do, and how would you do it today?", follow_ups=[NEXT])
    )
    assert changed.prompt == "The pump fails. What did you do?"
    assert changed.follow_ups == [FollowUp(text="How would you do it today?", ask="all"), NEXT]
    assert done == ['Made a probe of a second ask: "How would you do it today?"']


def test_a_second_ask_stays_where_there_is_no_room_for_it():
    asked = question(f"{JAM} And whom do you tell?", follow_ups=[NEXT, NEXT])
    assert mended(asked) == (asked, [])


def test_a_probe_that_gives_a_criterion_away_goes():
    changed, done = mended(question(follow_ups=[NEXT, AWAY]))
    assert changed.follow_ups == [NEXT]
    assert done == [f'Left out a probe that gives a criterion away: "{AWAY.text}"']


def test_the_last_probe_stays():
    assert mended(question(follow_ups=[AWAY]))[0].follow_ups == [AWAY]
    assert mended(question(follow_ups=[AWAY, AWAY]))[0].follow_ups == [AWAY]


def test_minutes_are_trimmed_to_the_type():
    changed, done = mended(question(minutes=9))
    assert changed.minutes == 5
    assert done == ["Trimmed 9 minutes to 5, which its type takes"]


def test_too_few_minutes_are_left_to_a_person():
    assert mended(question(minutes=2)) == (question(minutes=2), [])


def test_a_locked_question_is_left_alone():
    asked = question("Do you have experience with forklifts?", minutes=9, locked=True)
    assert mended(asked) == (asked, [])


def test_the_question_that_was_given_is_not_changed():
    asked = question("Do you have experience with forklifts?", follow_ups=[NEXT, AWAY])
    mended(asked)
    assert asked == question("Do you have experience with forklifts?", follow_ups=[NEXT, AWAY])


def test_what_was_mended_needs_no_mending_again():
    changed, _done = mended(question("Do you know how to strap a load?", follow_ups=[NEXT, AWAY], minutes=9))
    assert mended(changed) == (changed, [])
