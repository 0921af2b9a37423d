"""How the minutes of an interview are filled and kept."""

import pytest

from interviews.drafts import Analysis, Brief, Duration, General, PlannedSkill, SkillDraft
from interviews.pipeline.timing import available_minutes, fit, question_count, shares, wanted
from tests import samples


def brief(minutes: int, **changes) -> Brief:
    general = General(duration=Duration(min=15, max=minutes))
    return Brief(role="Cook", description="You cook.", general=general, **changes)


def skills(*weights: int) -> list[SkillDraft]:
    return [SkillDraft(name=f"Skill {number}", weight=weight) for number, weight in enumerate(weights)]


@pytest.mark.parametrize(("minutes", "count"), [(15, 2), (30, 6), (45, 8), (60, 10)])
def test_the_minutes_decide_how_many_questions_there_are(minutes, count):
    assert question_count(brief(minutes)) == count


def test_a_person_may_decide_instead():
    assert question_count(brief(30, question_count=3)) == 3


def test_two_minutes_to_open_and_three_to_close_are_kept_free():
    assert available_minutes(brief(30)) == 25


def test_every_skill_gets_one_question_before_the_heaviest_gets_a_second():
    assert shares(skills(20, 50, 30), 4) == [1, 2, 1]
    assert shares(skills(20, 50, 30), 5) == [1, 2, 2]


def test_with_few_questions_the_last_skills_get_none():
    assert shares(skills(40, 30, 30), 2) == [1, 1, 0]


def test_a_third_question_on_a_skill_only_when_that_many_were_asked_for():
    assert shares(skills(50, 50), 5) == [3, 2]


@pytest.mark.parametrize(
    ("seniority", "first"), [("entry", "situational"), ("mid", "behavioral"), ("lead", "behavioral")]
)
def test_the_mix_follows_seniority(seniority, first):
    analysis = Analysis(seniority=seniority, skills=[SkillDraft(name=str(n), kind="duty", weight=20) for n in range(5)])
    types = [order.types[0] for order in wanted(brief(30), analysis)]
    assert types.count(first) >= 2
    assert len(set(types)) >= 3


def test_questions_are_shortened_to_fit_before_any_is_dropped():
    planned = [
        PlannedSkill(name="A", weight=60, questions=[samples.question("First?", type="behavioral", minutes=6)]),
        PlannedSkill(name="B", weight=40, questions=[samples.question("Second?", type="behavioral", minutes=6)]),
    ]
    fit(planned, 11)
    assert [q.minutes for skill in planned for q in skill.questions] == [6, 5]


def test_what_still_does_not_fit_is_dropped_from_the_lightest_skill_first():
    planned = [
        PlannedSkill(name="A", weight=60, questions=[samples.question("1?"), samples.question("2?")]),
        PlannedSkill(name="B", weight=40, questions=[samples.question("3?"), samples.question("4?")]),
    ]
    fit(planned, 12)
    assert [len(skill.questions) for skill in planned] == [2, 1]


def test_the_last_question_of_the_lightest_skill_is_dropped_first_when_late():
    planned = [
        PlannedSkill(name="A", weight=60, questions=[samples.question("1?")]),
        PlannedSkill(name="B", weight=40, questions=[samples.question("2?")]),
    ]
    fit(planned, 25)
    assert [q.drop_first for skill in planned for q in skill.questions] == [False, True]
