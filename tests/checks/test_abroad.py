"""What may not be asked in the other languages of plans, and what only sounds like it."""

from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml

from interviews.checks import check, check_question
from interviews.checks.abroad import abroad
from interviews.checks.prohibited import TOPICS, prohibited
from interviews.checks.words import Text
from interviews.drafts import General, Language
from tests import samples

LANGUAGES = [language for language in get_args(Language) if language != "English"]
CODES = [topic.code for topic in TOPICS]


@cache
def sentences(language):
    """`asked`: topic -> sentences; `harmless`: sentences."""
    return yaml.safe_load((Path(__file__).parent / "abroad" / f"{language.lower()}.yaml").read_text("utf-8"))


def found(words, language):
    return [finding.code for finding in prohibited(Text("prompt", "prompt", words), language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_about_a_protected_topic_is_found(language):
    asked = sentences(language)["asked"]
    missed = [(topic, words) for topic, every in asked.items() for words in every]
    assert [(topic, words) for topic, words in missed if f"prohibited.{topic}" not in found(words, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_sounds_like_it_is_no_finding(language):
    assert [words for words in sentences(language)["harmless"] if found(words, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_asked_in_several_ways(language):
    asked = sentences(language)["asked"]
    assert list(abroad(language)) == CODES
    assert sorted(asked) == sorted(CODES)
    assert [topic for topic in CODES if len(asked[topic]) < (6 if topic in CODES[:7] else 4)] == []
    assert len(sentences(language)["harmless"]) >= 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_takes_no_long_time(language):
    """Each word of the asked questions over and over, so that every expression begins to match again and again."""
    words = " ".join(words for every in sentences(language)["asked"].values() for words in every)
    assert isinstance(found((words * 20)[:20_000], language), list)


def test_the_checks_of_a_plan_know_its_language():
    asks = samples.question("Sind Sie verheiratet und haben Sie Kinder?")
    plan = samples.plan(general=General(language="German"))
    plan.skills[0].questions[0] = asks
    assert "prohibited.family" in [finding.code for finding in check(plan)]
    assert "prohibited.family" in [finding.code for finding in check_question(asks, "", "German")]
    assert "prohibited.family" not in [finding.code for finding in check_question(asks, "")]


def test_english_is_looked_for_in_every_language():
    assert "prohibited.religion" in found("What religion are you?", "German")
