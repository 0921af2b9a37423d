"""What may not be asked, and what only sounds like it."""

import pytest

from interviews.checks.prohibited import TOPICS, prohibited
from interviews.checks.words import Text
from tests.checks.asked import ASKED
from tests.checks.harmless import HARMLESS


def found(words: str, part: str = "prompt") -> list[str]:
    return [finding.code for finding in prohibited(Text("skills.0.questions.0.prompt", part, words))]


@pytest.mark.parametrize(("topic", "words"), [(topic, words) for topic, every in ASKED.items() for words in every])
def test_a_question_about_a_protected_topic_is_found(topic, words):
    assert f"prohibited.{topic}" in found(words)


def test_every_topic_is_asked_in_at_least_eight_ways():
    assert list(ASKED) == [topic.code for topic in TOPICS]
    assert [topic for topic, every in ASKED.items() if len(every) < 8] == []


@pytest.mark.parametrize("words", HARMLESS)
def test_what_only_sounds_like_it_is_no_finding(words):
    assert found(words) == []


@pytest.mark.parametrize("words", [topic.instead for topic in TOPICS if topic.instead])
def test_what_is_suggested_instead_is_itself_lawful(words):
    assert found(words) == []


def test_what_a_customer_asks_is_not_put_to_the_candidate():
    assert found('A guest asks you, "How old are you?" What do you answer?') == []
    assert found('Ask: "How old are you?"') == ["prohibited.age"]


def test_curly_quotes_and_line_breaks_hide_nothing():
    assert found("What is the candidate’s\nage?") == ["prohibited.age"]


def test_the_first_seven_topics_block_for_good_and_the_others_until_a_ground_is_chosen():
    assert [topic.always for topic in TOPICS] == [True] * 7 + [False] * 7


def test_a_finding_names_the_words_the_reason_and_what_to_ask_instead():
    (finding,) = prohibited(Text("skills.1.questions.0.prompt", "prompt", "So, how old are you?"))
    assert finding.model_dump() == {
        "code": "prohibited.age",
        "where": "skills.1.questions.0.prompt",
        "words": "how old are you",
        "reason": "This asks the candidate about age, birth date or graduation year, which an interview may not do.",
        "suggestion": "Are you at least 18? (Only where the law sets a minimum age.)",
        "blocks": "ground",
        "fix": None,
    }
