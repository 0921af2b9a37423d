"""Closed questions opened by rule."""

import pytest

from interviews.checks.rewrites import opened


@pytest.mark.parametrize(
    ("closed", "open_"),
    [
        ("Do you have experience with forklifts?", "Tell me about work you did with forklifts."),
        ("Do you have any prior experience in retail?", "Tell me about work you did in retail."),
        ("Have you had experience using a lathe?", "Tell me about work you did with a lathe."),
        ("Do you have experience as a shift leader?", "Tell me about your work as a shift leader."),
        ("Do you have experience leading crews?", "Tell me about your experience leading crews."),
        ("Have you ever worked with a lathe?", "Tell me about work you did with a lathe."),
        ("Are you familiar with Excel?", "Tell me about work you did with Excel."),
        ("Have you ever led a crew of ten?", "Tell me about a time you led a crew of ten."),
        ("Have you written a safety plan?", "Tell me about a time you wrote a safety plan."),
        ("Have you ever been asked to skip a check?", "Tell me about a time you were asked to skip a check."),
        ("Have you ever refused an order?", "Tell me about a time you refused an order."),
        ("Can you tell me about a load that shifted?", "Tell me about a load that shifted."),
        ("Could you please walk me through your last audit?", "Walk me through your last audit."),
        ("Can you think of a time when a load shifted?", "Tell me about a time when a load shifted."),
        ("Is there a time when a load shifted?", "Tell me about a time when a load shifted."),
        ("Do you know how to strap a load?", "How do you strap a load?"),
        ("The belt runs off. Do you stop the line?", "The belt runs off. What do you do?"),
        ("The belt runs off. Would you stop the line?", "The belt runs off. What would you do?"),
        ("The belt ran off. Did you stop the line?", "The belt ran off. What did you do?"),
    ],
)
def test_a_closed_question_is_opened(closed, open_):
    assert opened(closed) == open_


@pytest.mark.parametrize(
    "closed",
    [
        "Can you lift a crate of 20 kilos?",
        "Is the valve open?",
        "Have you ever swum in open water?",
        "Do you have experience with forklifts, and what went wrong?",
        "The belt runs off. Do you stop the line or call the fitter?",
        "The belt runs off. Do you know the rule?",
        "What do you check? Do you stop the line?",
        "",
    ],
)
def test_where_no_rule_keeps_what_is_asked_there_is_no_rewrite(closed):
    assert opened(closed) == ""
