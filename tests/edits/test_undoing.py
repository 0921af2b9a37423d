"""Taking back: what is so already, what is locked since, and words of a description that has changed since."""

from functools import partial

import pytest

from interviews.drafts import PlanDraft, PlannedSkill
from interviews.edits import questions, skills
from interviews.edits.differences import differences
from interviews.edits.refusals import EditRefused
from interviews.edits.undoing import taken_back, undone
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


def lock(plan: PlanDraft, *, skill: int = 0, question: int = 0, locked: bool = True) -> PlanDraft:
    if skill:
        return skills.change_skill(plan, skill, {"locked": locked})
    return questions.change_question(plan, question, {"locked": locked})


NEW = samples.question("New?", id=99)


@pytest.mark.parametrize(
    ("act", "locked", "sentence"),
    [
        (partial(questions.change_question, identifier=11, changes={"minutes": 9}), {"question": 11}, "is locked"),
        (partial(questions.change_question, identifier=11, changes={"minutes": 9}), {"skill": 1}, "question is locked"),
        (partial(questions.move_question, identifier=11, skill=2, after=None), {"skill": 1}, "leave or enter a locked"),
        (partial(questions.move_question, identifier=11, skill=2, after=None), {"skill": 2}, "leave or enter a locked"),
        (partial(questions.move_question, identifier=12, skill=1, after=None), {"skill": 1}, "nor move in it"),
        (partial(questions.remove_question, identifier=11), {"skill": 1}, "Skill 1 is locked, so it takes no question"),
        (partial(questions.add_question, skill=1, question=NEW), {"question": 99}, "question is locked"),
        (partial(questions.add_question, skill=1, question=NEW), {"skill": 1}, "The question is locked"),
        (partial(skills.change_skill, identifier=1, changes={"name": "Other"}), {"skill": 1}, "Other is locked, so it"),
        (partial(skills.merge_skills, identifier=2, into=1), {"skill": 1}, "locked"),
        (partial(skills.add_skill, skill=PlannedSkill(id=9, name="New", questions=[NEW])), {"skill": 9}, "is locked."),
        (
            partial(skills.add_skill, skill=PlannedSkill(id=9, name="New", questions=[NEW])),
            {"question": 99},
            "a locked q",
        ),
    ],
)
def test_what_is_locked_since_stays_as_it_is(act, locked, sentence):
    edited = act(a_plan())
    changes = differences(a_plan(), copied(edited))
    fixed = lock(edited, **locked)
    with pytest.raises(EditRefused, match=sentence):
        undone(copied(fixed), changes)
    freed = undone(lock(fixed, **locked, locked=False), changes)
    assert freed == a_plan()


@pytest.mark.parametrize("part", [{"skill": 1}, {"question": 11}])
def test_a_lock_itself_is_taken_back_and_so_is_an_unlock(part):
    fixed = lock(a_plan(), **part)
    assert undone(copied(fixed), differences(a_plan(), fixed)) == a_plan()
    assert undone(a_plan(), differences(fixed, a_plan())) == fixed


def test_what_was_changed_and_locked_in_one_save_is_taken_back_with_its_lock():
    edited = questions.change_question(a_plan(), 11, {"prompt": "Another?", "locked": True})
    assert undone(copied(edited), differences(a_plan(), edited)) == a_plan()


def test_what_is_locked_elsewhere_is_in_the_way_of_nothing():
    edited = questions.move_question(lock(a_plan(), skill=3), 11, 2, None)
    assert undone(edited, differences(lock(a_plan(), skill=3), copied(edited))) == lock(a_plan(), skill=3)
