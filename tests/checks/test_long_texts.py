"""Texts that would choke a careless pattern; each check ends all the same."""

import pytest

from interviews.checks import check, mended
from tests.checks.questions import plan, question, skill

LENGTH = 20_000
SEEDS = [
    "a", "0", " ", "?", ".", "{", "[skill ", "<A", '"', 'says "', "a@", "+1 ", "1 ( ", "(1) a", "do you ",
    "have you ever ", "your own ", "are you ", "candidate's current ", "what do you do, and how ",
    "describe a and then ", "describe your x and explain your ", "as a man you ", "you as a ", "discharge you ",
    "in your family ", "young and ", "young dynamic, ", "the candidate is a ", "he ", "aged 20", "very good ",
    "shows confidence ", "Do you have experience with a ", "Have you ever led ", "young fresh fun ",
    "how many balls are ", "did you and what would ", "and then also ", "native english ", "10 000 ", "if you a, do ",
    "a.b.c@d.e.f", "What do you do? ", "well presented and ",
    "you are well, ", "polish and ", "polished ", "must be a ", "are you trying ", "your weight ",
]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_a_text_of_20000_characters_is_checked_to_its_end(seed):
    long = (seed * (LENGTH // len(seed) + 1))[:LENGTH]
    asked = question(f"{long}?", evaluation_criteria=[long])
    checked = plan(skill("Line", 100, asked), description=long)
    assert "craft.long" in [finding.code for finding in check(checked)] or len(long.split()) <= 40
    assert mended(asked)[0].minutes == 5
