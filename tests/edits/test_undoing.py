"""Taking back: what is so already, what is locked since, and words of a description that has changed since."""

from functools import partial

import pytest

from interviews.drafts import PlanDraft, PlannedSkill
from interviews.edits import questions, skills
from interviews.edits.differences import differences
from interviews.edits.undoing import taken_back
from tests import samples

TEXT = "Load trailers by hand. Count stock in SAP. Drive a forklift. Write reports."


def a_plan() -> PlanDraft:
    """Skills 1 to 3 with questions 11, 12; 21; 31."""
    asked = {1: (11, 12), 2: (21,), 3: (31,)}
    made = [
        PlannedSkill(
            id=number,
            name=f"Skill {number}",
            weight=(40, 40, 20)[number - 1],
            importance="nice_to_have" if number == 3 else "must_have",
            questions=[samples.question(f"Question {one}?", id=one) for one in asked[number]],
        )
        for number in asked
    ]
    return samples.plan(skills=made, description=TEXT, gaps=[])


def copied(plan: PlanDraft) -> PlanDraft:
    return plan.model_copy(deep=True)


@pytest.mark.parametrize(
    "act",
    [
        partial(questions.remove_question, identifier=11),
        partial(skills.remove_skill, identifier=2),
        partial(skills.merge_skills, identifier=2, into=1),
        partial(questions.change_question, identifier=11, changes={"prompt": "Another?"}),
        partial(skills.change_skill, identifier=1, changes={"name": "Another"}),
        partial(questions.move_question, identifier=11, skill=3, after=None),
    ],
)
def test_what_was_taken_back_already_stays_as_it_is(act):
    edited = act(a_plan())
    changes = differences(a_plan(), edited)
    back = taken_back(edited, changes)
    assert taken_back(copied(back), changes) == back == a_plan()


def test_a_question_that_stands_elsewhere_by_now_does_not_come_back_with_its_skill():
    without = skills.remove_skill(a_plan(), 1)
    changes = differences(a_plan(), copied(without))
    without.skills[1].questions.append(samples.question("Question 11?", id=11))
    back = taken_back(without, changes)
    assert [[one.id for one in skill.questions] for skill in back.skills] == [[12], [21], [31, 11]]
