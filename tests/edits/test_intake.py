"""The team's answers, changed in a plan."""

from interviews.drafts import Intake
from interviews.edits.intake import with_intake
from tests import samples


def test_other_answers_stand_in_the_plan_and_nothing_else_changes():
    before = samples.plan()
    answers = Intake(learned="SAP")
    after = with_intake(before, answers)
    assert after == samples.plan(intake=answers)
    assert before.intake == Intake()
