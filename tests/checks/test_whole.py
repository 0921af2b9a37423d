"""What is seen only in the whole plan."""

from interviews.checks import check
from interviews.drafts import Anchor, PlanDraft, PlannedSkill, QuestionDraft


def question(prompt: str, minutes: int = 5) -> QuestionDraft:
    return QuestionDraft(
        prompt=prompt,
        type="situational",
        difficulty="intermediate",
        minutes=minutes,
        evaluation_criteria=["Stops the line before opening the guard"],
        rating_scale=[
            Anchor(score=1, anchor="Reaches in while it runs."),
            Anchor(score=3, anchor="Stops the line first."),
        ],
    )


JAM = "The filler jams and a bottle is stuck behind the guard. What do you do first?"
COUNT = "Walk me through the last stock count that did not add up."


def plan(*skills: PlannedSkill, description: str = "You run the line.") -> PlanDraft:
    return PlanDraft(
        name="Operator",
        role="Operator",
        description=description,
        seniority="mid",
        engine="library",
        skills=list(skills),
    )


def skill(name: str, weight: int, *questions: QuestionDraft) -> PlannedSkill:
    return PlannedSkill(name=name, weight=weight, questions=list(questions))


def codes(checked: PlanDraft) -> list[str]:
    return [finding.code for finding in check(checked)]


def test_a_sound_plan_has_no_finding():
    assert codes(plan(skill("Line", 50, question(JAM)), skill("Stock", 50, question(COUNT)))) == []


def test_minutes_beyond_the_duration_are_found():
    assert "plan.too_long" in codes(plan(skill("Line", 100, question(JAM, 20), question(COUNT, 20))))


def test_weights_that_do_not_sum_to_100_are_found():
    assert codes(plan(skill("Line", 60, question(JAM)))) == ["plan.weights"]


def test_a_must_have_without_a_question_is_found():
    assert codes(plan(skill("Line", 50, question(JAM)), skill("Stock", 50))) == ["plan.must_have_unasked"]


def test_three_questions_on_one_skill_are_found():
    third = question("Which reading tells you that the seal is worn?")
    assert codes(plan(skill("Line", 100, question(JAM), question(COUNT), third))) == ["plan.many_on_one_skill"]


def test_near_duplicates_are_found_at_the_second():
    twice = plan(skill("Line", 50, question(JAM)), skill("Guard", 50, question(JAM.replace("first", "now"))))
    (finding,) = check(twice)
    assert (finding.code, finding.where) == ("plan.near_duplicate", "skills.1.questions.0.prompt")


def test_biased_wording_of_the_description_is_found_with_other_words():
    (finding,) = check(plan(skill("Line", 100, question(JAM)), description="We need a rock star for the line."))
    assert (finding.code, finding.words, finding.suggestion) == ("wording.biased_description", "rock star", "expert")


def test_what_blocks_publishing_comes_first():
    asked = question("How old are you, and what do you do when it jams?")
    asked.alternate = "Are you married?"
    found = check(plan(skill("Line", 60, asked)))
    assert [finding.blocks for finding in found] == ["always", "ground", "no", "no"]
