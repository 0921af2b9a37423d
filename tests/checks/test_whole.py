"""What is seen only in the whole plan."""

from interviews.checks.whole import whole
from interviews.drafts import PlanDraft
from tests.checks.questions import COUNT, JAM, SEAL, plan, question, skill, sound


def found(checked: PlanDraft) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.where, finding.words) for finding in whole(checked)]


def test_a_sound_plan_has_no_finding():
    assert found(sound()) == []


def test_weights_that_do_not_sum_to_100_are_found():
    assert found(plan(skill("Line", 60, question(JAM)))) == [("plan.weights", "", "weights 60")]


def test_a_must_have_without_a_question_is_found():
    checked = plan(skill("Line", 50, question(JAM)), skill("Stock", 50))
    assert found(checked) == [("plan.must_have_unasked", "skills.1", "Stock")]


def test_a_must_have_that_weighs_nothing_is_found():
    checked = plan(skill("Line", 100, question(JAM)), skill("Stock", 0, question(COUNT)))
    assert found(checked) == [("plan.must_have_weightless", "skills.1", "Stock")]
    checked.skills[1].importance = "nice_to_have"
    assert found(checked) == []


def test_a_nice_to_have_may_go_unasked():
    checked = plan(skill("Line", 50, question(JAM)), skill("Stock", 50))
    checked.skills[1].importance = "nice_to_have"
    assert found(checked) == []


def test_three_questions_on_one_skill_are_found():
    every = [question(prompt, minutes=3) for prompt in (JAM, COUNT, SEAL)]
    assert found(plan(skill("Line", 100, *every))) == [("plan.many_on_one_skill", "skills.0", "Line")]


def test_minutes_duplicates_and_the_description_are_looked_at_too():
    twice = plan(
        skill("Line", 50, question(JAM, minutes=9)),
        skill("Guard", 50, question(JAM, minutes=9)),
        description="We need a rock star.",
    )
    assert [code for code, _where, _words in found(twice)] == [
        "plan.too_long",
        "plan.near_duplicate",
        "wording.biased_description",
    ]
