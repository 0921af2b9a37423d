"""Minutes against the type of a question and against the planned duration."""

import pytest

from interviews.checks.minutes import of_plan, of_type
from interviews.drafts import General
from tests.checks.questions import COUNT, JAM, plan, question, skill


def of_limit(minutes: int, limit: int) -> list[tuple[str, str]]:
    asked = plan(skill("Line", 100, question(JAM, minutes=minutes), question(COUNT, minutes=minutes)))
    asked.general = General.model_validate({"duration": {"min": 15, "max": limit}})
    return [(finding.code, finding.words) for finding in of_plan(asked)]


def test_a_plan_longer_than_its_interview_is_found():
    assert of_limit(13, 30) == [("plan.too_long", "31 minutes")]
    assert of_limit(12, 30) == []


def test_a_plan_that_uses_less_than_60_percent_is_found():
    assert of_limit(6, 30) == [("plan.too_short", "17 minutes")]
    assert of_limit(7, 30) == []


@pytest.mark.parametrize(
    ("kind", "minutes", "suggestion"),
    [
        ("behavioral", 4, "5 minutes"),
        ("behavioral", 7, "6 minutes"),
        ("situational", 6, "5 minutes"),
        ("technical", 9, "8 minutes"),
        ("work_sample", 3, "5 minutes"),
        ("job_knowledge", 5, "3 minutes"),
    ],
)
def test_minutes_that_do_not_fit_the_type_are_found(kind, minutes, suggestion):
    (finding,) = of_type(question(type=kind, minutes=minutes), "q")
    assert (finding.code, finding.where, finding.words) == ("craft.minutes", "q.minutes", f"{minutes} minutes")
    assert finding.suggestion == suggestion


def test_the_reason_names_the_type_and_its_minutes():
    (finding,) = of_type(question(minutes=9), "q")
    assert finding.reason == "A situational question takes 4 to 5 minutes with its probes, not 9."
