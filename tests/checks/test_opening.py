"""Whether the opening says what the settings say."""

import pytest

from interviews.checks.opening import of_opening
from interviews.drafts import Brief, General, PlanDraft, Proctoring, put
from interviews.library.scripts import opening
from tests.checks.questions import sound


def plan(said: str, longest: int = 20, *, varies: bool = False) -> PlanDraft:
    general = General(duration={"min": 5, "max": longest})
    return sound(opening=said, general=general, proctoring=Proctoring(randomize_question_order=varies))


@pytest.mark.parametrize(
    ("said", "words", "becomes"),
    [
        ("We have about 30 minutes.", "30 minutes", "We have about 20 minutes."),
        ("This 45-minute talk is about your work.", "45-minute", "This 20-minute talk is about your work."),
        ("Wir haben 15 bis 30 Minuten Zeit.", "15 bis 30 Minuten", "Wir haben 15 bis 20 Minuten Zeit."),
        ("We have 25 to 30 minutes.", "25 to 30 minutes", "We have 20 minutes."),
        ("It takes half an hour.", "half an hour", "It takes 20 minutes."),
        ("Это займёт 30 минут.", "30 минут", "Это займёт 20 минут."),
        ("مدة المقابلة بالدقائق نحو 30، شكرًا.", "بالدقائق نحو 30", "مدة المقابلة بالدقائق نحو 20، شكرًا."),
        ("면접 시간은 약 30분이고, 마지막 3분은 질문", "30분", "면접 시간은 약 20분이고, 마지막 3분은 질문"),
    ],
)
def test_another_length_is_found_and_mended(said, words, becomes):
    checked = plan(said)
    (finding,) = of_opening(checked)
    assert (finding.code, finding.where, finding.words) == ("opening.length", "opening", words)
    mended = put(checked, finding.fix.replacements)
    assert mended.opening == becomes
    assert not list(of_opening(mended))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Thank you for coming.",
        "We have about 20 minutes, and the last 3 are yours.",
        "You are with us for 45 minutes, 20 minutes of them with me.",
        "Take 5 minutes to read the case.",
        "The role is at the 30 Minster Road site.",
    ],
)
def test_what_fits_or_is_the_time_for_something_else_is_left_alone(said):
    assert not list(of_opening(plan(said)))


@pytest.mark.parametrize("language", ["English", "Filipino", "Arabic", "Korean"])
@pytest.mark.parametrize("varies", [False, True])
def test_another_order_is_found_and_mended_both_ways(language, varies):
    brief = Brief(role="Cook", description="Cooks.", proctoring=Proctoring(randomize_question_order=not varies))
    checked = plan(opening(brief, language) + " Hello.", 30, varies=varies)
    (finding,) = of_opening(checked)
    assert finding.code == "opening.order"
    mended = put(checked, finding.fix.replacements)
    assert not list(of_opening(mended))
    assert mended.opening.endswith(" Hello.")
