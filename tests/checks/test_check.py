"""All checks over a plan: every text is read, what blocks comes first, no kind of finding floods the page."""

import pytest

from interviews.checks import check, check_question
from interviews.drafts import Anchor, FollowUp
from tests.checks.questions import JAM, plan, question, skill, sound

PARTS = {
    "prompt": "prompt",
    "alternate": "alternate",
    "follow_ups": "follow_ups.0",
    "evaluation_criteria": "evaluation_criteria.0",
    "rating_scale": "rating_scale.0",
    "red_flags": "red_flags.0",
}


def spoilt(part: str, words: str):
    values = {
        "follow_ups": [FollowUp(text=words)],
        "evaluation_criteria": [words],
        "rating_scale": [Anchor(score=1, anchor=words)],
        "red_flags": [words],
    }
    return question(**{part: values.get(part, words)})


def test_a_sound_plan_has_no_finding():
    assert check(sound()) == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("prohibited.age", "How old are you, and what does that mean for the shift?"),
        ("wording.judges", "What shows that somebody is a culture fit for the crew?"),
        ("craft.unfilled", "What do you do with {tool|Excel} on a normal day of the week?"),
        ("privacy.personal_data", "What do you write to jane.roe@example.org about the load?"),
    ],
)
def test_every_part_of_a_question_is_read(part, code, words):
    asked = plan(skill("Line", 100, spoilt(part, words)))
    places = [finding.where for finding in check(asked) if finding.code == code]
    assert places == [f"skills.0.questions.0.{PARTS[part]}"]


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"opening": "Welcome. How old are you?"}, "prohibited.age", "opening"),
        ({"closing": "Thank you, {name}."}, "craft.unfilled", "closing"),
        ({"screen_first": ["Ask: are you married?"]}, "prohibited.family", "screen_first.0"),
        ({"assess_elsewhere": ["Culture fit: by a lunch with the team."]}, "wording.judges", "assess_elsewhere.0"),
    ],
)
def test_scripts_and_lines_beside_the_interview_are_read(changes, code, where):
    assert [(finding.code, finding.where) for finding in check(sound(**changes))] == [(code, where)]


def test_the_name_of_a_skill_is_read():
    asked = sound()
    asked.skills[0].name = "Confidence"
    assert [(finding.code, finding.where) for finding in check(asked)] == [("wording.judges", "skills.0.name")]


@pytest.mark.parametrize(
    "line",
    [
        'Minimum age: ask only whether the candidate is at least that old ("at least 18 years of age").',
        'Background check: leave it to the lawful stage after an offer and tell every candidate ("criminal history").',
        'Authorisation to work: ask whether the candidate is authorised to work where the job is ("work visa").',
        "Own transport: ask only for a reliable way to get to the places of work.",
        "Physical demands: describe the task and ask whether it can be done with or without reasonable accommodation.",
        "German: use a short language test, as far as the work needs it.",
        "First aid: check the certificate.",
    ],
)
def test_a_lawful_screening_line_is_no_finding(line):
    assert check(sound(screen_first=[line], assess_elsewhere=[line])) == []


def test_the_note_on_what_is_protected_may_name_it():
    assert check(sound(protected_note="If the candidate brings up family, health or age: do not write it down.")) == []


def test_why_may_quote_the_description_but_holds_no_slot():
    asked = sound()
    asked.skills[0].questions[0].why = 'The description asks for "your citizenship". It matters.'
    assert check(asked) == []
    asked.skills[0].questions[0].why = "Needed for {tool|Excel}."
    assert [finding.where for finding in check(asked)] == ["skills.0.questions.0.why"]


def test_what_blocks_publishing_comes_first():
    asked = plan(skill("Line", 60, question("How old are you, and what do you do?", alternate="Are you married?")))
    assert [(finding.code, finding.blocks) for finding in check(asked)] == [
        ("prohibited.family", "always"),
        ("prohibited.age", "ground"),
        ("craft.closed", "no"),
        ("plan.weights", "no"),
    ]


def test_of_one_kind_five_are_shown_and_the_rest_is_counted():
    every = [question(f"Do you check pump {number} of hall {number * 7919}?") for number in range(20)]
    closed = [finding for finding in check(plan(skill("Pumps", 100, *every))) if finding.code == "craft.closed"]
    assert len(closed) == 5
    assert closed[3].reason == "This can be answered by yes or no; begin with what, how, or tell me about."
    assert closed[4].reason == f"{closed[3].reason} There are 15 more like this."


def test_what_blocks_is_shown_every_time():
    every = [question("How old are you?") for _ in range(20)]
    blocking = [finding for finding in check(plan(skill("Pumps", 100, *every))) if finding.blocks == "ground"]
    assert len(blocking) == 20


def test_one_question_is_checked_by_itself():
    found = check_question(question(f"{JAM} Are you married?", minutes=9), "questions")
    assert [(finding.code, finding.where) for finding in found] == [
        ("prohibited.family", "questions.prompt"),
        ("craft.two_tasks", "questions.prompt"),
        ("craft.closed", "questions.prompt"),
        ("craft.minutes", "questions.minutes"),
    ]


def test_what_may_not_be_asked_is_not_offered_in_better_words():
    asked = question("Have you ever been arrested or convicted of a crime?")
    found = {finding.code: finding.suggestion for finding in check_question(asked, "q")}
    assert found["craft.closed"] == ""
    assert [code for code in found if code.startswith("prohibited.")]
