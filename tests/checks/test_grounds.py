"""Which grounds may be chosen for which topic."""

import pytest

from interviews.checks.grounds import BY_CODE, GROUNDS, grounds_for, topic_name
from interviews.checks.prohibited import TOPICS


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.code)
def test_the_first_seven_topics_have_no_ground_and_each_of_the_others_has_one(topic):
    assert bool(grounds_for(f"prohibited.{topic.code}")) is not topic.always


def test_grounds_name_topics_that_there_are():
    with_ground = {topic.code for topic in TOPICS if not topic.always}
    assert {topic for ground in GROUNDS for topic in ground.topics} == with_ground
    assert len(BY_CODE) == len(GROUNDS)
    assert max(len(ground.code) for ground in GROUNDS) <= 60


def test_a_finding_about_no_topic_has_no_ground():
    assert (grounds_for("craft.closed"), topic_name("craft.closed")) == ((), "")
    assert topic_name("prohibited.age") == "age, birth date or graduation year"
