"""Other settings, and what the opening says of them."""

from typing import get_args

import pytest

from interviews.drafts import Brief, General, Language, Proctoring
from interviews.edits.settings import with_settings
from interviews.library.scripts import opening
from tests import samples

LONG = General(duration={"min": 15, "max": 30})
SHORT = General(duration={"min": 15, "max": 20})
VARYING = Proctoring(randomize_question_order=True)


def spoken(language: Language, general: General, proctoring: Proctoring) -> str:
    return opening(Brief(role="Cook", description="Cooks.", general=general, proctoring=proctoring), language)


@pytest.mark.parametrize("language", get_args(Language))
def test_the_opening_as_it_was_written_follows_the_length_and_the_order(language):
    plan = samples.plan(opening=spoken(language, LONG, Proctoring()), general=LONG)
    shorter = with_settings(plan, general=SHORT)
    assert shorter.opening == spoken(language, SHORT, Proctoring()) != plan.opening
    mixed = with_settings(shorter, proctoring=VARYING)
    assert mixed.opening == spoken(language, SHORT, VARYING) != shorter.opening
    assert with_settings(mixed, general=LONG, proctoring=Proctoring()) == plan


def test_what_a_person_wrote_around_it_stays():
    ours = "Hello, I am Ana. We have about 30 minutes, and the last 3 are yours for questions. Coffee?"
    plan = samples.plan(opening=ours, general=LONG)
    assert with_settings(plan, general=SHORT).opening == ours.replace("30", "20")


def test_a_sentence_that_a_person_changed_stays():
    ours = "We have about 30 minutes, and no more. All are asked in the same order."
    plan = samples.plan(opening=ours, general=LONG)
    assert with_settings(plan, general=SHORT, proctoring=VARYING).opening == ours
