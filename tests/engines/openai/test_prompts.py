"""The prompts as texts: what they show as good is good, and what differs stands last."""

import re
from pathlib import Path

from interviews.checks import check_question
from interviews.drafts import Anchor, FollowUp, QuestionDraft
from interviews.engines import openai_prompts
from interviews.engines.openai_prompts import messages
from interviews.engines.openai_wishes import wishes
from tests.engines.openai.answers import BRIEF, SKILL, WANTED

FOLDER = Path(openai_prompts.__file__).parent / "prompts"


def example() -> QuestionDraft:
    """The good question that the rules show."""
    rules = " ".join((FOLDER / "rules.md").read_text("utf-8").partition("# One good question")[2].split())
    names = ["prompt", "probe_all", "probe_if_needed", "criteria", "one", "three", "five", "red_flags", "alternate"]
    found = dict(re.findall(rf"\b({'|'.join(names)}): (.+?)(?= (?:{'|'.join(names)}): | # )", rules))
    assert list(found) == names
    return QuestionDraft(
        prompt=found["prompt"],
        type="situational",
        difficulty="intermediate",
        minutes=5,
        follow_ups=[
            FollowUp(text=found["probe_all"], ask="all"),
            FollowUp(text=found["probe_if_needed"], ask="if_needed"),
        ],
        alternate=found["alternate"],
        evaluation_criteria=found["criteria"].split(" / "),
        rating_scale=[
            Anchor(score=1, anchor=found["one"]),
            Anchor(score=3, anchor=found["three"]),
            Anchor(score=5, anchor=found["five"]),
        ],
        red_flags=[found["red_flags"]],
    )


def test_the_example_of_the_rules_passes_the_checks_of_every_plan():
    assert [(finding.where, finding.reason) for finding in check_question(example(), "example")] == []


def test_nothing_is_left_unfilled():
    asked = messages("questions", BRIEF, **wishes(SKILL, WANTED))
    assert not re.findall(r"\$[a-z]+", "\n".join(message["content"] for message in asked))


def test_a_dollar_in_the_posting_is_a_dollar():
    brief = BRIEF.model_copy(update={"description": "You earn $18 an hour and count $stock and ${skill}."})
    assert brief.description in messages("questions", brief, **wishes(SKILL, WANTED))[1]["content"]


def test_what_is_the_same_for_every_skill_stands_before_the_skill():
    told = messages("questions", BRIEF, **wishes(SKILL, WANTED))[1]["content"]
    order = ["# The job", BRIEF.description, "# Your task", "- alternate:", SKILL.name, "Write exactly"]
    assert [told.index(part) for part in order] == sorted(told.index(part) for part in order)


def test_the_version_changes_with_the_templates():
    assert re.fullmatch(r"1-[0-9a-f]{8}", openai_prompts.PROMPT_VERSION)
