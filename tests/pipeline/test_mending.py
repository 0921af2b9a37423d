"""The step that checks a plan mends it first."""

from interviews.drafts import FollowUp, PlannedSkill, QuestionDraft
from interviews.pipeline.steps import mend


def question(prompt: str, **changes) -> QuestionDraft:
    return QuestionDraft(prompt=prompt, type="situational", difficulty="entry", minutes=5, **changes)


def test_questions_are_mended_in_place_and_the_log_says_so():
    skills = [PlannedSkill(name="Loading", questions=[question("Do you know how to strap a load?")])]
    lines = mend(skills)
    assert skills[0].questions[0].prompt == "How do you strap a load?"
    assert lines == [
        "AI Progress: Mended a question on Loading. Opened a question that yes or no could answer: "
        '"Do you know how to strap a load?"'
    ]


def test_what_is_locked_or_sound_stays_as_it_is():
    locked = question("Do you know how to strap a load?", locked=True)
    sound = question("How do you strap a load?", follow_ups=[FollowUp(text="What did you do next?")])
    skills = [PlannedSkill(name="Loading", questions=[locked, sound])]
    assert mend(skills) == []
    assert skills[0].questions == [locked, sound]
