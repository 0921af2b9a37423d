"""The interviewer's kit as a description."""

import pytest

from interviews.exports import kit_words as words
from interviews.exports.facts import Facts
from interviews.exports.kit_making import kit
from tests import samples
from tests.exports.kits import FACTS, HOSTILE, bare, hostile_plan, long_plan, strings


@pytest.fixture(scope="module")
def whole():
    return kit(samples.plan(), FACTS)


def first_question(**changes):
    plan = samples.plan()
    plan.skills[0].questions[0] = plan.skills[0].questions[0].model_copy(update=changes)
    return kit(plan, FACTS).skills[0].questions[0]


def test_it_holds_every_text_that_an_interviewer_needs(whole):
    said = " ".join(strings(whole))
    for skill in samples.plan().skills:
        assert skill.name in said
        for question in skill.questions:
            needed = [question.prompt, question.why, question.alternate, *question.evaluation_criteria]
            needed += [*question.red_flags, *(probe.text for probe in question.follow_ups)]
            needed += [anchor.anchor for anchor in question.rating_scale]
            assert [text for text in needed if text not in said] == []
    plan = samples.plan()
    assert plan.opening in said
    assert plan.closing in said
    assert plan.protected_note in said
    assert "Holds a valid forklift licence" in said
    assert "Experience with SAP" in said


def test_the_cover_tells_version_length_and_cutoff(whole):
    assert whole.cover.facts == (
        ("Team", "Harbour Logistics"),
        ("Edition", "Version 3, draft, 7 November 2026"),
        ("Level", "Mid"),
        ("Length", "30 minutes, 2 questions"),
        ("Cutoff", "6 of 10 (a 6 meets the bar)"),
        ("Language", "English"),
    )
    assert whole.footer == "Warehouse operative · Version 3, draft · Harbour Logistics"
    assert words.DRAFT_REMARK in whole.cover.remarks
    assert words.DRAFT_REMARK not in kit(samples.plan(), Facts(status="published")).cover.remarks


def test_the_minutes_of_the_agenda_add_up(whole):
    rows = [(row.name, row.questions, row.weight, row.minutes) for row in whole.cover.agenda.rows]
    assert rows == [
        ("Opening", "", "", "2"),
        ("Receiving goods", "1", "60 %", "5"),
        ("Stock counts", "2", "40 %", "5"),
        ("Closing", "", "", "3"),
    ]
    assert whole.cover.agenda.total.minutes == "15 of 30 minutes"


def test_probes_say_when_and_a_question_says_if_it_goes_first(whole):
    first, second = (skill.questions[0] for skill in whole.skills)
    assert [probe.when for probe in first.probes.items] == ["ask everyone", "if needed"]
    assert (first.drop_first, second.drop_first) == ("", words.DROP_FIRST)
    assert second.heading == "Question 2 of 2"


def test_the_scale_has_five_scores_and_two_answers_that_are_none():
    scale = first_question(rating_scale=samples.plan().skills[0].questions[0].rating_scale[:2]).scale
    assert [(mark.score, mark.is_described) for mark in scale.marks] == [
        ("1", True),
        ("2", False),
        ("3", True),
        ("4", False),
        ("5", False),
    ]
    assert [mark.text for mark in scale.marks if not mark.is_described] == [
        "Between 1 and 3.",
        "Between 3 and 5.",
        words.NOT_DESCRIBED,
    ]
    assert [name for name, _meaning in scale.beside] == ["Not asked", "Not enough evidence"]


def test_what_a_question_does_not_have_leaves_no_heading():
    bare_question = first_question(why=" ", follow_ups=[], alternate="", evaluation_criteria=[""], red_flags=[])
    assert (bare_question.why, bare_question.probes, bare_question.alternate) == (None, None, None)
    assert (bare_question.criteria, bare_question.red_flags) == (None, None)


def test_sample_answers_are_those_of_the_heaviest_question_with_its_number(whole):
    assert "question 1 alone" in whole.calibration.lead
    assert [name for name, _answer in whole.calibration.samples] == ["Worth a 2", "Worth a 4"]


def test_the_scorecard_marks_must_haves_and_where_their_questions_are(whole):
    assert [(row.name, row.number, row.note, row.weight) for row in whole.scorecard.skills] == [
        ("Receiving goods", "1", "must have", "60 %"),
        ("Stock counts", "2", "", "40 %"),
    ]
    assert "it is not zero" in " ".join(whole.scorecard.notes)
    assert "B ÷ A × 2" in whole.scorecard.formula


def test_so_many_questions_that_they_do_not_fit_leave_the_scorecard_with_its_skills():
    card = kit(long_plan(10, 4), FACTS).scorecard
    assert card.questions == ()
    assert [row.number for row in card.skills[:2]] == ["1 to 4", "5 to 8"]


def test_the_debrief_says_the_decision_rule_with_the_cutoff():
    plan = samples.plan()
    plan.general.cutoff = 7.5
    rules = " ".join(kit(plan, FACTS).debrief.rules)
    for said in (
        "Everyone scores alone before anyone talks.",
        "weighted mean of the skill ratings, times 2",
        "not zero",
        "A must-have rated under 2 is flagged and discussed. It is not averaged away",
        "The cutoff is 7.5 of 10. Below it people discuss: nothing is rejected by itself",
    ):
        assert said in rules


def test_hostile_texts_lose_only_what_no_page_can_show():
    said = "".join(strings(kit(hostile_plan(), FACTS)))
    assert not [letter for letter in said if ord(letter) < 32 and letter != "\n"]
    assert not {"\u202e", "\u202c", "\ufffe", "\ud800", "\x7f"} & set(said)
    assert HOSTILE[0] in said
    assert HOSTILE[3] in said
    assert "line one\nline two\n- dash" in said
    assert bare("emoji 🎉👩‍👩‍👧 🇩🇪 and [31m control evil") in bare(said)


def test_a_plan_without_anything_still_has_names_for_its_parts():
    empty = kit(samples.plan(name="", role="", skills=[], opening="", closing="", protected_note=""), Facts())
    assert (empty.name, empty.footer) == (words.UNNAMED, f"{words.UNNAMED} · Version 1, draft")
    assert (empty.opening, empty.protected, empty.calibration) == (None, None, None)
    plan = hostile_plan()
    plan.skills[-1].questions = plan.skills[0].questions[:1]
    assert kit(plan, FACTS).skills[-1].name == words.UNNAMED_SKILL


def test_a_skill_without_a_question_has_no_page_and_stands_on_the_cover():
    made = kit(hostile_plan(), FACTS)
    assert words.UNNAMED_SKILL not in [skill.name for skill in made.skills]
    assert [(row.name, row.questions) for row in made.cover.agenda.rows][-2] == (words.UNNAMED_SKILL, "none")
