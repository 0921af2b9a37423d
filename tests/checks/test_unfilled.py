"""What was never filled in, and data of people."""

import pytest

from interviews.checks.unfilled import personal, unfilled
from interviews.checks.words import Text


def slot(words: str) -> list[str]:
    return [finding.words for finding in unfilled(Text("x", "prompt", words))]


def data(words: str) -> list[str]:
    return [finding.words for finding in personal(Text("x", "prompt", words))]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Tell me about {tool|Excel} in your work.", "{tool|Excel}"),
        ("Tell me about {skill} in your work.", "{skill}"),
        ("Tell me about {{ skill }} in your work.", "{{ skill }}"),
        ("Tell me about [skill] in your work.", "[skill]"),
        ("Tell me about [Insert tool here].", "[Insert tool here]"),
        ("Tell me about <SKILL_NAME>.", "<SKILL_NAME>"),
        ("Tell me about XXX.", "XXX"),
        ("TODO: ask about the pump.", "TODO"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
    ],
)
def test_a_place_that_was_never_filled_is_found(words, place):
    assert slot(words) == [place]


@pytest.mark.parametrize(
    "words",
    [
        "What does the empty object {} stand for in JSON?",
        "How do you read data[0] of a list?",
        "Cuéntame todo lo que hiciste.",
        "What does List<String> promise?",
    ],
)
def test_code_and_other_languages_have_no_slots(words):
    assert slot(words) == []


@pytest.mark.parametrize(
    ("words", "datum"),
    [
        ("Write to jane.roe@example.org and tell me what you wrote.", "jane.roe@example.org"),
        ("Ring +49 30 1234567 and ask.", "+49 30 1234567"),
        ("Ring 555-123-4567 and ask.", "555-123-4567"),
        ("See linkedin.com/in/jane-roe for it.", "linkedin.com/in/jane-roe"),
    ],
)
def test_personal_data_is_found(words, datum):
    assert data(words) == [datum]


@pytest.mark.parametrize(
    "words",
    [
        "What happens after you type https://example.org into a browser?",
        "How do you clone git@github.com:house/tool.git on a new machine?",
        "The budget is 10 000 000 and 2,500,000 are spent. What do you report?",
        "The log says 2024-01-01 10:15:00 twice. What do you check?",
        "Pressure went from 128 over 76 to 84 over 50. What do you do?",
        "Part 3.14159265358 is a number.",
    ],
)
def test_addresses_of_machines_sums_and_dates_are_no_personal_data(words):
    assert data(words) == []
