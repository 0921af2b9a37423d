"""How a question is made."""

import pytest

from interviews.checks.craft import craft, rating
from interviews.checks.words import Text
from interviews.drafts import Anchor, FollowUp, QuestionDraft


def found(words: str, part: str = "prompt") -> list[str]:
    return [finding.code for finding in craft(Text("skills.0.questions.0", part, words))]


def test_a_good_prompt_has_no_finding():
    assert found("A trailer arrives two pallets short and the driver wants your signature. What do you do?") == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("craft.long", "Tell me " + "and then " * 25),
        ("craft.two_tasks", "What did you do? And what would you do today?"),
        ("craft.closed", "Do you know how to strap a load?"),
        ("craft.leading", "How do you do it, and don't you think the belt is safer?"),
        ("craft.brainteaser", "How many golf balls fit into this room?"),
        ("craft.unfilled", "Tell me about {tool|Excel} in your work."),
        ("craft.unfilled", "Tell me about [skill] in your work."),
        ("privacy.personal_data", "Write to jane.roe@example.org and tell me what you wrote."),
        ("wording.judges", "What makes you a culture fit for this crew?"),
    ],
)
def test_a_badly_made_prompt_is_found(code, words):
    assert code in found(words)


def test_a_criterion_under_four_words_is_found():
    assert found("Good attitude shown", "criterion") == ["craft.criterion_short"]


def test_an_anchor_that_only_grades_is_found():
    assert found("Very good answer.", "anchor") == ["craft.anchor_grades"]
    assert found("Stops at the limit and tells the dispatcher.", "anchor") == []


def test_asking_which_is_right_leads_nobody():
    assert found("Two gauges differ. How do you find out which of them is right?") == []
    assert found("You would check the gauge first, right?") == ["craft.leading"]


def test_floor_polish_is_no_judgement_of_a_person():
    assert found("Which polish do you put on a vinyl floor, and why?") == []


def question(**changes) -> QuestionDraft:
    values = {
        "prompt": "What do you do?",
        "type": "situational",
        "difficulty": "entry",
        "minutes": 4,
        "evaluation_criteria": ["Tells the dispatcher which pallets stay behind"],
        "rating_scale": [
            Anchor(score=1, anchor="Loads on."),
            Anchor(score=3, anchor="Stops and tells the dispatcher."),
        ],
    }
    return QuestionDraft(**(values | changes))


def test_a_probe_that_gives_a_criterion_away_is_found():
    probe = FollowUp(text="Did you tell the dispatcher which pallets stay behind?")
    codes = [finding.code for finding in rating(question(follow_ups=[probe]), "skills.0.questions.0")]
    assert codes == ["craft.probe_gives_away"]


def test_a_neutral_probe_is_no_finding():
    assert list(rating(question(follow_ups=[FollowUp(text="What did you do next?")]), "skills.0.questions.0")) == []


def test_two_anchors_that_say_the_same_are_found():
    scale = [Anchor(score=1, anchor="Stops and tells nobody."), Anchor(score=3, anchor="Stops and tells nobody!")]
    assert [finding.code for finding in rating(question(rating_scale=scale), "x")] == ["craft.anchors_alike"]


def test_a_question_without_a_rating_is_found():
    assert [finding.code for finding in rating(question(rating_scale=[]), "x")] == ["craft.no_rating"]
