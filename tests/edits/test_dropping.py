"""Which questions go when time is short."""

from interviews.checks import check
from interviews.drafts import balanced
from interviews.edits.dropping import drop_order, fitted
from interviews.edits.fixes import take_fix
from tests.checks.questions import plan, question, skill


def mixed():
    """Two must-haves and a nice-to-have; ids count from 1 in the order of the plan."""
    made = plan(
        skill("Line", 50, question("A", id=1), question("B", id=2)),
        skill("Stock", 30, question("C", id=3), question("D", id=4)),
        skill("Sums", 20, question("E", id=5)),
    )
    made.skills[2].importance = "nice_to_have"
    return made


def test_nice_to_haves_go_before_second_questions_and_the_last_on_a_must_have_at_the_end():
    assert drop_order(mixed()) == [5, 4, 2, 3, 1]


def test_what_the_plan_marks_goes_first_unless_it_is_the_last_on_a_must_have():
    made = mixed()
    made.skills[0].questions[0].drop_first = True
    assert drop_order(made) == [1, 5, 4, 3, 2]
    made.skills[0].questions.pop()
    assert drop_order(made) == [5, 4, 1, 3]


def test_what_is_locked_goes_late():
    made = mixed()
    made.skills[2].questions[0].locked = True
    made.skills[1].locked = True
    assert drop_order(made) == [2, 5, 4, 1, 3]


def test_questions_without_rows_are_numbered():
    made = mixed()
    for skill_ in made.skills:
        for asked in skill_.questions:
            asked.id = None
    assert drop_order(made) == [5, 4, 2, 3, 1]
    assert drop_order(plan()) == []


def test_just_enough_is_left_out():
    made = mixed()
    for minutes, dropped in [
        (30, []),
        (29, ["E"]),
        (25, ["E"]),
        (24, ["E", "D"]),
        (12, ["E", "D", "B", "C"]),
        (1, ["E", "D", "B", "C"]),
    ]:
        kept, gone = fitted(made, minutes)
        assert [one.prompt for one in gone] == dropped
        assert sum(len(one.questions) for one in kept.skills) == 5 - len(dropped)
    assert [len(one.questions) for one in made.skills] == [2, 2, 1]


def test_one_click_drops_the_same_as_the_slider():
    made = mixed()
    (finding,) = [one for one in check(made) if one.code == "plan.too_long"]
    made.skills[0].questions.pop()
    made.skills[1].questions.pop()
    (finding,) = [one for one in check(made) if one.code == "plan.too_long"]
    assert take_fix(made, finding).skills == fitted(made, 15)[0].skills


def test_weights_keep_their_proportions_and_those_chosen_by_hand():
    made = mixed()
    made.skills[0].weight = 80
    assert balanced(made.skills) == [62, 23, 15]
    made.skills[0].weight_by_hand = True
    assert balanced(made.skills) == [80, 12, 8]
    made.skills[1].weight, made.skills[2].weight = 0, 0
    assert balanced(made.skills) == [80, 13, 7]
    made.skills[0].weight = 0
    made.skills[0].weight_by_hand = False
    assert balanced(made.skills) == [40, 40, 20]
    for one in made.skills:
        one.weight, one.weight_by_hand = 70, True
    assert balanced(made.skills) == [34, 33, 33]
    assert balanced([]) == []
