"""Answers that say who somebody is, told from answers that say what is done in the work."""

import pytest

from interviews.checks import check
from interviews.checks.intake import about_the_work
from interviews.drafts import Intake
from tests import samples


def found(sentence):
    """The reasons of what is found in an answer."""
    findings = check(samples.plan(intake=Intake(strong=sentence)))
    return [one for one in findings if one.where == "intake.strong"]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Strong people are young and without children", "age"),
        ("Women only", "sex or gender"),
        ("Those who do not get sick", "health or disability"),
        ("He was 58 and slow", "age"),
        ("Our best nurses are in their twenties", "age"),
        ("Digital natives learn it in a day", "age"),
        ("They are all women", "sex or gender"),
        ("Men are stronger and do this better", "sex or gender"),
        ("We hired a woman and she left", "sex or gender"),
        ("They had small kids and could never do nights", "family"),
        ("The last one was pregnant.", "family"),
        ("She went on maternity leave after two months", "family"),
        ("The last hire was often sick", "health or disability"),
        ("He had a bad back", "health or disability"),
        ("The previous teacher was a Muslim", "religion"),
        ("Careful workers, no Muslims", "religion"),
        ("Native Germans, please", "origin"),
        ("A strong young man", "sex or gender"),
        ("The best drivers are Polish", "origin"),
        ("Only native speakers do well", "origin"),
        ("He had a criminal record", "convictions, debts, unions or politics"),
        ("Ask them: do you have children?", "what an interview may not ask"),
    ],
)
def test_a_sentence_about_who_somebody_is_steers_nothing_and_is_named(sentence, topic):
    [one, *more] = found(sentence)
    assert (one.code, one.reason) == (
        "intake.protected",
        f"What your team said speaks of {topic}, not of the work: it steered nothing in the plan.",
    )
    assert {finding.blocks for finding in [one, *more]} == {"no"}
    assert one.words in sentence
    assert not about_the_work(Intake(strong=sentence)).says_something


@pytest.mark.parametrize(
    "sentence",
    [
        "They keep calm with young children and with their parents",
        "Young people in the youth club trust them",
        "Men and women of the ward are washed in private",
        "They notice that older residents drink too little",
        "They make sure the women in the refuge are safe",
        "They check that the patient is not pregnant before the x-ray",
        "Residents who are ill get fluids first",
        "The bread was old and the customers left",
        "They know which customers are new and which are old friends",
        "They were 20 minutes late with every delivery",
        "They talk to parents when a child is sick",
        "They handle race conditions and parent processes",
        "They explain the form to refugees in plain words",
        "They help patients with depression get up in the morning",
        "They serve German and French customers",
        "They cook without nuts for children who are allergic",
        "Sick leave was booked twice in payroll",
        "They have no child left waiting alone at the gate",
        "They read the native code when the stack trace ends there",
        "They plan for customers who are in debt",
        "They see at once when a resident has back pain",
        "They are honest when they are wrong",
        "They know men and women on the ward by name",
    ],
)
def test_a_sentence_about_the_work_or_those_whom_it_serves_stays(sentence):
    assert found(sentence) == []
    assert about_the_work(Intake(strong=sentence)).strong == sentence


def test_each_topic_of_a_sentence_is_named():
    findings = found("Young women without children who do not get sick, like Anna Schmidt")
    assert [one.reason.split(" speaks of ")[1].split(",")[0] for one in findings] == [
        "age",
        "sex or gender",
        "family",
        "health or disability",
    ]


def test_only_the_sentence_goes_and_the_rest_keeps_its_words():
    answer = "They check labels. The best ones are young.\nThey phone first; they are all women; they count."
    assert about_the_work(Intake(went_wrong=answer)).went_wrong == "They check labels. They phone first; they count."


def test_personal_data_in_an_answer_is_named():
    [one] = found("Ask jane.doe@example.org what happened")
    assert (one.code, one.words) == ("privacy.personal_data", "jane.doe@example.org")
