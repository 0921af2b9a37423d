"""What people do to a plan: the verbs, the weights, what differs afterwards, and taking it back."""

from functools import partial

import pytest

from interviews.drafts import Intake, PlanDraft, PlannedSkill
from interviews.edits import questions, skills, weights
from interviews.edits.differences import differences
from interviews.edits.fields import digest, wanted_changes
from interviews.edits.refusals import Changed, EditRefused, Gone
from interviews.edits.texts import write_texts
from interviews.edits.undoing import taken_back
from tests import samples
from tests.edits.plans import a_plan


def shape(plan: PlanDraft):
    return {skill.id: [question.id for question in skill.questions] for skill in plan.skills}


def weights_of(plan: PlanDraft):
    return [skill.weight for skill in plan.skills]


@pytest.mark.parametrize(
    ("act", "after"),
    [
        (partial(questions.move_question, identifier=12, skill=1, after=None), {1: [12, 11], 2: [21], 3: [31]}),
        (partial(questions.move_question, identifier=11, skill=2, after=21), {1: [12], 2: [21, 11], 3: [31]}),
        (partial(questions.move_question, identifier=11, skill=3, after=99), {1: [12], 2: [21], 3: [31, 11]}),
        (partial(questions.remove_question, identifier=21), {1: [11, 12], 2: [], 3: [31]}),
        (partial(questions.duplicate_question, identifier=11), {1: [11, None, 12], 2: [21], 3: [31]}),
        (partial(skills.move_skill, identifier=3, after=None), {3: [31], 1: [11, 12], 2: [21]}),
        (partial(skills.remove_skill, identifier=1), {2: [21], 3: [31]}),
        (partial(skills.merge_skills, identifier=2, into=1), {1: [11, 12, 21], 3: [31]}),
    ],
)
def test_a_verb_and_taking_it_back(act, after):
    """Also: the weights add up to 100 after each, and the differences lead back to the very plan before."""
    edited = act(a_plan())
    assert shape(edited) == after
    assert sum(weights_of(edited)) == 100
    for skill in edited.skills:
        for question in skill.questions:
            question.id = question.id or 99
    back = taken_back(edited, differences(a_plan(), edited))
    assert back == a_plan()


def test_what_is_not_there_any_more_is_said():
    for act in (
        partial(questions.remove_question, identifier=77),
        partial(questions.move_question, identifier=11, skill=9, after=None),
        partial(skills.move_skill, identifier=9, after=None),
    ):
        with pytest.raises(Gone, match="not in the plan any more"):
            act(a_plan())


def test_what_a_plan_does_not_allow_is_refused_with_a_reason():
    locked = a_plan()
    locked.skills[0].locked = True
    with pytest.raises(EditRefused, match="locked"):
        questions.remove_question(locked, 11)
    with pytest.raises(EditRefused, match="locked"):
        skills.remove_skill(locked, 1)
    with pytest.raises(EditRefused, match="locked skill"):
        questions.move_question(locked, 21, 1, None)
    for act in (
        partial(questions.add_question, skill=1, question=samples.question("New?")),
        partial(questions.duplicate_question, identifier=11),
        partial(questions.move_question, identifier=12, skill=1, after=None),
        partial(skills.merge_skills, identifier=2, into=1),
        partial(skills.merge_skills, identifier=1, into=2),
        partial(skills.change_skill, identifier=1, changes={"name": "Other"}),
    ):
        with pytest.raises(EditRefused, match="locked"):
            act(locked)
    fixed = a_plan()
    fixed.skills[0].questions[0].locked = True
    with pytest.raises(EditRefused, match="has a locked question"):
        skills.remove_skill(fixed, 1)
    with pytest.raises(EditRefused, match="already has a skill called"):
        skills.add_skill(a_plan(), PlannedSkill(name=" skill  1"))
    alone = samples.plan(skills=a_plan().skills[:1])
    with pytest.raises(EditRefused, match="at least one skill"):
        skills.remove_skill(alone, 1)


def test_a_removed_skill_leaves_its_evidence_uncovered_and_a_new_one_covers_it():
    without = skills.remove_skill(a_plan(), 2)
    assert [gap.quote for gap in without.gaps] == ["Count stock"]
    again = skills.add_skill(without, PlannedSkill(name="Stock", evidence=[samples.evidence("Count stock in")]))
    assert again.gaps == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(1, 50)], [50, 33, 17]),
        ([(1, 50), (2, 50)], [49, 50, 1]),
        ([(1, 50), (2, 30), (3, 40)], [38, 22, 40]),
        ([(1, 98)], [98, 1, 1]),
        ([(1, 0)], [0, 67, 33]),
    ],
)
def test_a_weight_set_by_hand_makes_the_others_give_or_take(steps, expected):
    plan = a_plan()
    for skill, weight in steps:
        plan = weights.weigh(plan, skill, weight)
    assert weights_of(plan) == expected
    assert weights_of(weights.weigh_evenly(plan)) == [40, 40, 20]


def test_a_weight_beyond_100_is_refused():
    with pytest.raises(EditRefused, match="from 0 to 100"):
        weights.weigh(a_plan(), 1, 101)
    with pytest.raises(EditRefused, match="1 % for each of the other skills: choose 98 or less"):
        weights.weigh(a_plan(), 1, 99)
    nothing = weights.weigh(a_plan(), 2, 0)
    assert weights_of(weights.weigh(nothing, 1, 99)) == [99, 0, 1]


@pytest.mark.parametrize(("total", "parts"), [(100, [1, 1, 1]), (7, [0, 0]), (0, [3, 4]), (100, [1] * 7), (13, [])])
def test_shares_sum_to_the_total(total, parts):
    assert sum(weights.share(total, parts)) == (total if parts else 0)


def test_only_what_one_person_changed_is_saved():
    now = {"prompt": "new of theirs", "minutes": 5, "why": "same"}
    seen = {"prompt": digest("old"), "minutes": digest(5), "why": digest("same")}
    assert wanted_changes(now, {"prompt": "old", "minutes": 7, "why": "same"}, seen) == {"minutes": 7}


def test_what_two_people_changed_differently_is_caught_with_both_texts():
    now, seen = {"prompt": "new of theirs", "minutes": 5}, {"prompt": digest("old"), "minutes": digest(5)}
    with pytest.raises(Changed) as caught:
        wanted_changes(now, {"prompt": "new of mine", "minutes": 7}, seen)
    assert caught.value.theirs == {"prompt": "new of theirs"}
    assert wanted_changes(now, {"prompt": "new of theirs"}, seen) == {}


def test_a_field_that_was_changed_again_is_not_taken_back():
    first = questions.change_question(a_plan(), 11, {"prompt": "Second?"})
    changes = differences(a_plan(), first)
    assert [(one.field, one.before, one.after) for one in changes][:1] == [("prompt", "Question 11?", "Second?")]
    later = questions.change_question(first, 11, {"prompt": "Third?"})
    with pytest.raises(EditRefused, match="changed again since"):
        taken_back(later, changes)


def test_only_what_left_its_order_counts_as_moved():
    def place(after):
        return {"skill": 1, "after": after, "in": "Skill 1"}

    moved = questions.move_question(a_plan(), 12, 1, None)
    changes = [(one.happened, one.identifier, one.before, one.after) for one in differences(a_plan(), moved)]
    assert changes == [("moved", 11, place(None), place(12))] or changes == [("moved", 12, place(11), place(None))]


def test_a_weight_that_was_released_shares_again():
    plan = weights.weigh(a_plan(), 1, 50)
    assert weights_of(weights.release(plan, 1)) == [40, 40, 20]


def test_a_skill_does_not_take_the_name_of_another():
    with pytest.raises(EditRefused, match="already has a skill called"):
        skills.change_skill(a_plan(), 1, {"name": "SKILL  2"})
    assert skills.change_skill(a_plan(), 1, {"name": "skill 1"}).skills[0].name == "skill 1"


def test_an_answer_of_the_intake_is_a_field_of_its_own():
    plan = a_plan().model_copy(update={"intake": Intake(strong="Counts first", learned="SAP")})
    seen = {"strong": digest("Old"), "learned": digest("SAP")}
    changed = write_texts(plan, {"strong": "Old", "learned": "Our forms", "name": "Loader"}, seen)
    assert (changed.intake, changed.name) == (Intake(strong="Counts first", learned="Our forms"), "Loader")
    with pytest.raises(Changed) as caught:
        write_texts(plan, {"strong": "Mine"}, seen)
    assert caught.value.theirs == {"strong": "Counts first"}


def test_a_removed_skill_does_not_come_back_beside_another_of_its_name():
    without = skills.remove_skill(a_plan(), 3)
    changes = differences(a_plan(), without)
    with pytest.raises(EditRefused, match="another skill called Skill 3"):
        taken_back(skills.add_skill(without, PlannedSkill(id=9, name="skill 3")), changes)
