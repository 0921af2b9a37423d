"""Two asks in one prompt, parted."""

import pytest

from interviews.checks.parting import Parted, parted


@pytest.mark.parametrize(
    "words",
    [
        "What do you do, step by step?",
        "What did you do and why?",
        "What did you do, and how did it end?",
        "How do you find out where you stand, and what do you do?",
        "Tell me about a repair that did not hold the first time, and what you did next.",
        "Tell me about stock that nobody needed. Take me through how you dealt with it.",
        "Walk me round the excavator and tell me what you look at.",
        "Walk round it with me and say aloud what you look at.",
        "Pick an idea that beginners get wrong and explain it to me as if I were one.",
        "Tell me how you describe and explain a fault to a customer.",
        "Walk me through how you list the parts and compare what they cost.",
        "Describe how you would tell a client and explain why it costs more.",
        'I am your customer and say, "What does it cost? And when?" Ask me what you need to know.',
        "The list says 1. flour, then sugar. What do you weigh first?",
        "When did a plan fail, how did you notice, and what came of it?",
        "Fish, salad and tins arrive. Which do you use today, which can wait, and how do you know?",
    ],
)
def test_one_ask_is_not_parted(words):
    assert parted(words) is None


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (
            "Describe a fault you found and then tell me how you train others.",
            "Describe a fault you found.",
            "Tell me how you train others.",
        ),
        ("Describe a project you led and explain your role.", "Describe a project you led.", "Explain your role."),
        (
            "Tell me about a bid that was lost, and describe your best customer. ",
            "Tell me about a bid that was lost.",
            "Describe your best customer.",
        ),
        (
            "The pump fails. What did you do then, and how would you do it today?",
            "The pump fails. What did you do then?",
            "How would you do it today?",
        ),
        (
            "How would you plan the shift, and when did you last have to change one?",
            "How would you plan the shift?",
            "When did you last have to change one?",
        ),
        (
            "Describe the site. Also, explain how it was paid for.",
            "Describe the site.",
            "Explain how it was paid for.",
        ),
        (
            "How do you plan your week, and how would you settle a conflict of two dates?",
            "How do you plan your week?",
            "How would you settle a conflict of two dates?",
        ),
        ("What do you check? Whom do you tell?", "What do you check?", "Whom do you tell?"),
    ],
)
def test_two_asks_are_parted_into_whole_sentences(words, first, second):
    assert parted(words) == Parted(first, second, whole=True)


@pytest.mark.parametrize(
    "words",
    [
        "What do you do? The light begins to flash. Whom do you call?",
        "Tell me (a) how you plan the shift, (b) how you fill the gaps.",
        "What do you do, how do you do it, and who is told?",
    ],
)
def test_where_the_first_ask_cannot_stand_alone_nothing_is_made_up(words):
    assert not parted(words).whole
    assert parted(words).first == ""
