"""Probes that stay neutral."""

import pytest

from interviews.checks.probes import probes
from interviews.drafts import FollowUp
from tests.checks.questions import question


def found(*texts: str, **changes) -> list[tuple[str, str]]:
    asked = question(follow_ups=[FollowUp(text=text) for text in texts], **changes)
    return [(finding.code, finding.where) for finding in probes(asked, "q")]


@pytest.mark.parametrize(
    "words",
    [
        "Did you tell the dispatcher which pallets stay behind?",
        "What about the dispatcher?",
        "Which pallets does the dispatcher see?",
        "Would you tell the dispatcher?",
    ],
)
def test_a_probe_that_gives_a_criterion_away_is_found(words):
    assert found("What did you do next?", words) == [("craft.probe_gives_away", "q.follow_ups.1")]


@pytest.mark.parametrize(
    "words",
    [
        "What did you do next?",
        "Whom would you tell, and when?",
        "What would you do if they told you to carry on?",
        "What do you do with the bottle?",
        "Did anything go wrong?",
        "What if the dispatcher does not answer the telephone for an hour?",
    ],
)
def test_a_neutral_probe_is_no_finding(words):
    assert found(words) == []


def test_what_the_prompt_names_is_given_away_by_nobody():
    prompt = "The dispatcher sends four pallets too many, and the trailer is full. What do you do?"
    assert found("What do you say to the dispatcher about the pallets?", prompt=prompt) == []


def test_a_finding_names_the_criterion_and_a_neutral_probe():
    asked = question(follow_ups=[FollowUp(text="What about the dispatcher?")])
    (finding,) = probes(asked, "q")
    assert finding.model_dump() == {
        "code": "craft.probe_gives_away",
        "where": "q.follow_ups.0",
        "words": "What about the dispatcher?",
        "reason": 'This probe gives away what is listened for ("Tells the dispatcher which pallets stay behind"); '
        "ask it neutrally.",
        "suggestion": "What did you do next?",
        "blocks": "no",
        "fix": None,
    }
