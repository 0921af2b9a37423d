"""Words that judge the person."""

import pytest

from interviews.checks.judging import judging
from interviews.checks.words import Text


def found(words: str, part: str) -> list[str]:
    return [finding.code for finding in judging(Text("x", part, words))]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("prompt", "What makes you a culture fit for this crew?"),
        ("prompt", "How would you describe your personality?"),
        ("prompt", "What are you most passionate about, and what are your passions?"),
        ("prompt", "Are you a people person?"),
        ("probe", "How confident are you in your driving?"),
        ("criterion", "Shows confidence and speaks well"),
        ("criterion", "Speaks with confidence"),
        ("criterion", "Is confident and calm"),
        ("criterion", "Maintains good eye contact throughout"),
        ("criterion", "Has no accent"),
        ("criterion", "Good attitude shown"),
        ("criterion", "Brings good energy"),
        ("criterion", "Shows polish and presence"),
        ("criterion", "Has a bubbly personality"),
        ("criterion", "Shows enthusiasm for the role"),
        ("criterion", "Fits into our culture"),
        ("criterion", "Confidence and poise in the talk"),
        ("criterion", "Is articulate and confident"),
        ("criterion", "Would fit in with our team"),
        ("criterion", "Presents with poise and polish"),
        ("criterion", "Eye contact, posture, smile"),
        ("anchor", "Explains the valve, speaks confidently, and makes eye contact."),
        ("anchor", "Seems passionate about the trade."),
        ("anchor", "Has executive presence."),
        ("anchor", "Is likeable and has charisma."),
        ("red flag", "Avoids eye contact"),
        ("red flag", "Speaks with a heavy accent"),
        ("red flag", "The candidate lacks confidence."),
        ("red flag", "Bad attitude towards work"),
        ("red flag", "Closed body language"),
        ("skill", "Confidence"),
        ("skill", "Passion for sales"),
        ("skill", "Positive attitude"),
        ("skill", "Cultural fit"),
    ],
)
def test_words_that_judge_the_person_are_found(part, words):
    assert found(words, part) == ["wording.judges"]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("prompt", "Which polish do you put on a vinyl floor, and why?"),
        ("prompt", "A caller with a heavy accent wants to move an appointment. What do you do?"),
        ("prompt", "How do you win back the confidence of a customer whose order was lost?"),
        ("prompt", "How do you explain a confidence interval to a manager?"),
        ("prompt", "A trainee with a bad attitude is late again. What do you say?"),
        ("prompt", "How did you find out your client's attitude to risk?"),
        ("prompt", "How do you check your energy use?"),
        ("prompt", 'A guest says, "I like your personality." What do you answer?'),
        ("criterion", "Names the confidence level with the figure"),
        ("criterion", "Says how confident the team is that the backup works"),
        ("criterion", "Stops and gets eye contact before passing people"),
        ("criterion", "Notes that the child avoids eye contact"),
        ("criterion", "Reads the child's body language"),
        ("criterion", "Keeps what was said in confidence to the team"),
        ("criterion", "Paints the accent wall last"),
        ("criterion", "Releases stored energy and tests that nothing is live"),
        ("criterion", "Builds the trainee's confidence by small tasks"),
        ("criterion", "Names energy sources and locks them"),
        ("anchor", "Puts their reluctance down to their attitude."),
        ("anchor", "Sands with a good energy rating in mind."),
        ("red flag", "Gives away confidential details"),
        ("red flag", "Would pull forward orders to polish a quarter"),
        ("criterion", "Confidence interval is named with the figure"),
        ("criterion", "Polish is put on thin and buffed"),
        ("skill", "Floor polishing"),
        ("skill", "Energy management"),
        ("skill", "High energy physics"),
    ],
)
def test_trade_speech_judges_nobody(part, words):
    assert found(words, part) == []


def test_a_finding_says_what_to_write_instead():
    (finding,) = judging(Text("skills.0.questions.0.evaluation_criteria.0", "criterion", "Shows confidence throughout"))
    assert finding.model_dump() == {
        "code": "wording.judges",
        "where": "skills.0.questions.0.evaluation_criteria.0",
        "words": "Shows confidence",
        "reason": "This judges the person, not the work.",
        "suggestion": "Say what is decided or explained, and on what ground.",
        "blocks": "no",
        "fix": None,
    }
