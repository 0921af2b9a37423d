"""Time and mix at a glance, and what proctoring asks of a candidate."""

import pytest

from interviews.drafts import PROCTORING_PRESETS, Proctoring
from interviews.edits.burden import ASKS, burden
from interviews.edits.gauges import GroupGauge, SkillGauge, gauges
from tests.checks.questions import plan, question, skill

APPLIED, BRACKETS = "technical, work sample or knowledge", "the numbers in brackets tell most."


def mixed(seniority="mid", **types):
    every = [question(kind, type=kind) for kind, count in types.items() for _ in range(count)]
    return plan(skill("Line", 100, *every), seniority=seniority)


def test_minutes_are_told_for_the_plan_and_for_each_skill():
    made = plan(skill("Line", 60, question(minutes=6), question()), skill("Stock", 40, question()), skill("Sums", 0))
    told = gauges(made)
    assert (told.used, told.limit, told.over, told.free) == (21, 15, 6, 0)
    assert told.skills == [
        SkillGauge(None, "Line", 11, 69, 60),
        SkillGauge(None, "Stock", 5, 31, 40),
        SkillGauge(None, "Sums", 0, 0, 0),
    ]
    assert gauges(plan()).skills == []


def test_questions_are_counted_by_type_and_group_against_the_level():
    told = gauges(mixed(behavioral=3, situational=2, technical=1, job_knowledge=2))
    assert told.types == {"behavioral": 3, "situational": 2, "technical": 1, "work_sample": 0, "job_knowledge": 2}
    assert told.mix == [GroupGauge("behavioral", 3, 4), GroupGauge("situational", 2, 2), GroupGauge("applied", 3, 2)]
    assert told.mix_note == ""
    assert [gauge.target for gauge in gauges(mixed("entry", behavioral=8)).mix] == [2, 4, 2]


@pytest.mark.parametrize(
    ("made", "note"),
    [
        (
            mixed(technical=4),
            f"Many {APPLIED} questions for this level: {BRACKETS}",
        ),
        (
            mixed("entry", behavioral=5, technical=1),
            f"Many behavioural questions for an entry role: {BRACKETS}",
        ),
        (mixed(behavioral=2, situational=2, technical=2), ""),
        (mixed(technical=3), ""),
        (mixed(), ""),
    ],
)
def test_a_mix_that_is_far_off_is_said_in_a_sentence(made, note):
    told = gauges(made).mix_note
    assert told == note


@pytest.mark.parametrize(
    ("preset", "count", "grade"), [("off", 0, "none"), ("light", 1, "light"), ("standard", 5, "considerable")]
)
def test_presets_have_their_grade(preset, count, grade):
    told = burden(PROCTORING_PRESETS[preset])
    assert (told.count, told.grade, told.warnings) == (count, grade, [])


def test_the_burden_is_said_in_a_sentence():
    assert (
        burden(Proctoring()).sentence == "Nothing is monitored: the candidate needs no more than a way to talk to you."
    )
    assert burden(Proctoring(webcam_required=True, record_session=True, fullscreen_required=True)).sentence == (
        "A considerable burden: the candidate has to show themselves and their room on camera, stay in full screen "
        "and be recorded."
    )
    assert burden(Proctoring(**dict.fromkeys(ASKS, True))).grade == "heavy"


@pytest.mark.parametrize(
    "name",
    [
        "multiple_face_detection",
        "face_absence_detection",
        "gaze_tracking",
        "identity_photo",
        "randomize_question_order",
    ],
)
def test_faces_gaze_photographs_and_a_random_order_warn(name):
    assert len(burden(Proctoring(**{name: True})).warnings) == 1


def test_every_switch_is_weighed():
    switches = {name for name, value in Proctoring().model_dump().items() if value is False}
    assert switches == {*ASKS, "randomize_question_order"}
