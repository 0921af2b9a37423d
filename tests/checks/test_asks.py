"""One ask, open, neutral, about the work, short enough to be spoken."""

import pytest

from interviews.checks.asks import asks, neutral
from interviews.checks.words import Text
from interviews.drafts import Finding

PLACE = "skills.0.questions.0.prompt"


def findings(words: str) -> list[Finding]:
    return list(asks(Text(PLACE, "prompt", words)))


def codes(words: str) -> list[str]:
    return [finding.code for finding in findings(words)]


@pytest.mark.parametrize(
    "words",
    [
        "A trailer arrives two pallets short and the driver wants your signature. What do you do?",
        "What do you do, step by step?",
        "What did you do, and why?",
        "Which polish do you put on a vinyl floor, and why?",
        "Two gauges differ. How do you find out which of them is right?",
        "Two readings differ and a colleague says it is fine, isn't it. What do you check first?",
        'A survey asks: "You like our food, right?" What do you change in it?',
        'A guest asks, "Do you take dogs?" What do you answer?',
        "How many samples does a study in biology need?",
        "How many pallets fit on a trailer of 13.6 metres when two of them are wide?",
        "If the owner does not answer, what do you do with the dog?",
        "How do you decide whether you stop the line?",
        "Describe a tree that you had to fell close to a house.",
    ],
)
def test_a_good_prompt_has_no_finding(words):
    assert codes(words) == []


def test_a_prompt_of_41_words_is_too_long():
    (finding,) = findings(" ".join(["pallet"] * 41))
    assert (finding.code, finding.words) == ("craft.long", "41 words")
    assert codes(" ".join(["pallet"] * 40)) == []


def test_what_asks_two_things_is_found_with_the_first_ask_alone():
    (finding,) = findings("You lose the key. What do you do? And whom do you tell in the morning?")
    assert finding.model_dump() == {
        "code": "craft.two_tasks",
        "where": PLACE,
        "words": "And whom do you tell in the morning?",
        "reason": "This asks two things at once; ask one.",
        "suggestion": "You lose the key. What do you do?",
        "blocks": "no",
        "fix": None,
    }


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        ("Do you know how to strap a load?", "Do you"),
        ("Is there a rule for it?", "Is there"),
        ("The belt runs off and a hand is near it. Do you stop the line?", "Do you"),
        ("The belt runs off. Would you stop the line?", "Would you"),
        ("If a guest asks for the manager, do you call her?", "do you"),
        ("When the alarm rings, would you leave the desk?", "would you"),
        ("Tell me if you have ever led a crew.", "Tell me if you"),
        ("Haven't you ever led a crew?", "Haven't you"),
    ],
)
def test_what_yes_or_no_can_answer_is_found(words, matched):
    found = {finding.code: finding.words for finding in findings(words)}
    assert found["craft.closed"] == matched


def test_a_closed_question_comes_with_an_open_one():
    (finding,) = findings("Do you have experience with forklifts?")
    assert (finding.code, finding.suggestion) == ("craft.closed", "Tell me about work you did with forklifts.")


@pytest.mark.parametrize(
    "words",
    [
        "How do you do it, and don't you think the belt is safer?",
        "You would check the gauge first, right?",
        "Why is the belt safer, as everyone knows?",
        "What do you do, since you would agree that the belt is safer?",
        "You surely stop the line. What comes next?",
        "What do you check? The belt is safer, isn't it?",
        "How would you do it, since obviously the belt comes first?",
    ],
)
def test_what_leads_to_the_answer_is_found(words):
    assert "craft.leading" in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "How many golf balls fit into this room?",
        "How many piano tuners are there in Chicago?",
        "How many windows are there in New York?",
        "Why are manhole covers round?",
        "If you were an animal, which one would you be?",
        "If you could be any tool, which one?",
        "What superpower would you choose?",
        "Sell me this pen.",
        "What is your greatest weakness?",
        "Where do you see yourself in five years?",
        "Why should we hire you?",
        "Which three words describe you?",
        "You have nine balls, one of them heavier. How do you find it with a scale?",
        "How often do the clock's hands overlap in a day?",
        "How would you move Mount Fuji?",
        "Two guards stand at two doors and one of them lies. What do you ask?",
    ],
)
def test_a_brainteaser_is_found(words):
    assert "craft.brainteaser" in codes(words)


def test_a_probe_may_lead_no_more_than_a_prompt():
    probe = Text("skills.0.questions.0.follow_ups.0", "probe", "Don't you think the belt is safer?")
    assert [(finding.code, finding.words) for finding in neutral(probe)] == [("craft.leading", "Don't you think")]
