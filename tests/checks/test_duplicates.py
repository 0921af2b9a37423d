"""Questions that ask nearly the same."""

from interviews.checks.duplicates import near_duplicates
from tests.checks.questions import COUNT, JAM, plan, question, skill


def found(*prompts: tuple[str, str], role: str = "Operator") -> list[str]:
    asked = plan(*(skill(name, 50, question(prompt)) for name, prompt in prompts), role=role)
    return [finding.where for finding in near_duplicates(asked)]


def test_near_duplicates_are_found_at_the_second():
    assert found(("Line", JAM), ("Guard", JAM.replace("first", "now"))) == ["skills.1.questions.0.prompt"]


def test_questions_that_differ_only_by_the_name_of_the_skill_are_duplicates():
    asked = (
        ("Python", "Walk me through the last program you wrote in Python."),
        (
            "Rust",
            "Walk me through the last program you wrote in Rust.",
        ),
    )
    assert found(*asked) == ["skills.1.questions.0.prompt"]


def test_the_title_is_masked_too():
    asked = (
        ("Loads", "What does a forklift driver check before the first lift of a day?"),
        ("Racks", "What does a driver check before the first lift of a day?"),
    )
    assert found(*asked, role="Forklift driver") == ["skills.1.questions.0.prompt"]


def test_different_questions_are_none():
    assert found(("Line", JAM), ("Stock", COUNT)) == []


def test_three_of_a_kind_are_reported_once_each():
    assert found(("Line", JAM), ("Line", JAM), ("Line", JAM)) == [
        "skills.1.questions.0.prompt",
        "skills.2.questions.0.prompt",
    ]
