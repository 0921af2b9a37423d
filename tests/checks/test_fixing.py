"""What one click offers: a good wording or none."""

import pytest

from interviews.checks import check, check_question
from interviews.drafts import Anchor, FollowUp, Replacement
from tests.checks.questions import COUNT, JAM, SEAL, plan, question, skill, sound

CRITERIA = [
    "Stops the line before opening the guard",
    "Tells the dispatcher which pallets stay behind",
    "Names two signs",
]


def becomes(found, code: str) -> list[tuple[str, str | int | None]] | None:
    (finding,) = [finding for finding in found if finding.code == code]
    return finding.fix and [(one.where, one.becomes) for one in finding.fix.replacements]


def of(code: str, **changes):
    return becomes(check_question(question(**{"evaluation_criteria": CRITERIA, **changes}), ""), code)


@pytest.mark.parametrize(
    ("code", "prompt", "new"),
    [
        ("craft.closed", "Have you ever led a crew of ten?", "Tell me about a time you led a crew of ten."),
        ("craft.closed", "Would you tell the dispatcher?", None),
        ("craft.closed", "Is the valve open?", None),
        ("craft.unfilled", "{tool|a spreadsheet} is down. What do you do?", "A spreadsheet is down. What do you do?"),
        ("craft.unfilled", "What do you do with {tool}?", None),
        ("craft.unfilled", "What do you do with {tool|Excel} at {{company}}?", None),
        ("prohibited.race", f"{JAM} What is your ethnic background?", JAM),
        ("prohibited.race", "What is your ethnic background?", None),
        ("prohibited.age", "We serve wine. How old are you?", None),
        ("wording.judges", f"{JAM} What makes you a culture fit for this crew?", JAM),
        ("wording.judges", "What makes you a culture fit for this crew?", None),
        ("privacy.personal_data", f"A mail comes in (from jane@example.org). {JAM}", f"A mail comes in. {JAM}"),
        ("privacy.personal_data", "What do you write to jane.roe@example.org?", None),
    ],
)  # fmt: skip
def test_a_prompt_is_written_anew_where_a_rule_knows_how(code, prompt, new):
    assert of(code, prompt=prompt) == (None if new is None else [(".prompt", new)])


@pytest.mark.parametrize(
    ("code", "prompt", "line"),
    [
        ("prohibited.family", "Do you have kids?", "Can you work the stated hours or travel as the role requires?"),
        ("prohibited.health", "Do you smoke?", "Can you do these duties with or without reasonable accommodation?"),
        ("prohibited.age", "We serve wine. How old are you?", "Are you at least 18?"),
        ("prohibited.age", "When did you leave school?", None),
        ("prohibited.credit", "Do you own a car?", "Do you have a reliable way to get to work?"),
        ("prohibited.credit", "How is your credit score?", None),
        ("prohibited.origin", "Are you a US citizen?", "Are you authorised to work in this country?"),
        ("prohibited.origin", "Where is your accent from?", None),
        ("prohibited.salary", "What is your current salary?", "What salary do you expect?"),
        ("prohibited.arrests", "Have you ever been arrested?", None),
    ],
)  # fmt: skip
def test_a_forbidden_prompt_goes_and_what_may_be_asked_instead_is_screened_first(code, prompt, line):
    asked = plan(skill("Line", 100, question(JAM), question(prompt)), screen_first=["Valid licence"])
    moved = [("screen_first.1", line)] if line else []
    assert becomes(check(asked), code) == [*moved, ("skills.0.questions.1", None)]
    asked.screen_first = [line or ""]
    assert becomes(check(asked), code) == [("skills.0.questions.1", None)]
    asked.general.language = "German"
    asked.screen_first = []
    assert becomes(check(asked), code) == [("skills.0.questions.1", None)]


@pytest.mark.parametrize("which", ["question", "skill"])
def test_nothing_is_offered_to_be_done_about_what_is_locked(which):
    asked = plan(
        skill("Line", 60, question("Have you ever led a crew?"), question("Do you have kids?")),
        skill("Stock", 40),
    )
    asked.skills[1].locked = asked.skills[0].locked = which == "skill"
    for one in asked.skills[0].questions:
        one.locked = which == "question"
    offered = {finding.code for finding in check(asked) if finding.fix}
    assert offered == (set() if which == "skill" else {"plan.must_have_unasked"})


def test_a_must_have_that_nobody_asks_for_becomes_a_nice_to_have():
    asked = plan(skill("Line", 50, question(JAM)), skill("Stock", 50))
    assert becomes(check(asked), "plan.must_have_unasked") == [("skills.1.importance", "nice_to_have")]


def test_a_forbidden_question_is_not_polished():
    found = check_question(question("Have you ever been arrested?"), "")
    assert [(finding.code, finding.fix) for finding in found if finding.code == "craft.closed"] == [
        ("craft.closed", None)
    ]


def test_what_may_be_asked_instead_is_not_written_into_a_plan_of_another_language():
    (finding,) = check_question(question("Haben Sie Kinder?"), "", "German")[:1]
    assert (finding.code, finding.fix) == ("prohibited.family", None)


def test_a_second_ask_becomes_a_probe_where_there_is_room():
    two = "The filler jams. What do you do first? Whom do you tell about it?"
    parted = [(".prompt", "The filler jams. What do you do first?"), (".follow_ups.0", "Whom do you tell about it?")]
    assert of("craft.two_tasks", prompt=two) == parted
    full = [FollowUp(text="What happened then?"), FollowUp(text="Who else was there?")]
    assert of("craft.two_tasks", prompt=two, follow_ups=full) is None


def test_minutes_are_kept_to_the_type():
    assert of("craft.minutes", minutes=19) == [(".minutes", 5)]
    assert of("craft.minutes", minutes=1) == [(".minutes", 4)]


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("Explains the valve, speaks confidently, and makes eye contact.", "Explains the valve."),
        ("Shows confidence and names two signs of wear.", "Names two signs of wear."),
        ("Shows confidence, which calms the guests.", None),
        ("Seems passionate about the trade.", None),
        ("Has charisma and a good memory for names.", None),
    ],
)
def test_an_anchor_loses_the_clause_that_judges(words, new):
    scale = [Anchor(score=1, anchor="Reaches in while it runs."), Anchor(score=3, anchor=words)]
    assert of("wording.judges", rating_scale=scale) == (new and [(".rating_scale.1", new)])


def test_items_of_a_list_go_where_enough_are_left():
    assert of("wording.judges", evaluation_criteria=[*CRITERIA, "Speaks with great confidence"]) == [
        (".evaluation_criteria.3", None)
    ]
    assert of("wording.judges", evaluation_criteria=[CRITERIA[0], "Speaks with great confidence"]) is None
    assert of("wording.judges", red_flags=["Avoids eye contact"]) == [(".red_flags.0", None)]
    assert of(
        "craft.criterion_grades", evaluation_criteria=[*CRITERIA, "Excellent, in-depth response with clear examples."]
    ) == [(".evaluation_criteria.3", None)]
    assert of("prohibited.age", follow_ups=[FollowUp(text="How old are you?")]) == [(".follow_ups.0", None)]
    assert of("prohibited.age", alternate="How old are your parents, and how old are you?") == [(".alternate", "")]


def test_a_probe_that_gives_away_goes_or_becomes_a_neutral_one():
    away = FollowUp(text="What about the dispatcher?")
    assert of("craft.probe_gives_away", follow_ups=[FollowUp(text="And then?"), away]) == [(".follow_ups.1", None)]
    assert of("craft.probe_gives_away", follow_ups=[away]) == [(".follow_ups.0", "What would you do next?")]


def test_scripts_and_lines_beside_the_interview_are_mended_too():
    asked = sound(
        opening="Welcome. How old are you?",
        screen_first=["Ask: are you married?", "Ask whether you were arrested: have you ever been arrested?"],
        assess_elsewhere=["Culture fit: by a lunch with the team."],
    )
    fixes = {finding.where: finding.fix.replacements[0].becomes for finding in check(asked) if finding.fix}
    assert fixes == {
        "opening": "Welcome.",
        "screen_first.0": "Can you work the stated hours or travel as the role requires?",
        "screen_first.1": None,
        "assess_elsewhere.0": None,
    }


def test_weights_are_balanced():
    off = plan(skill("Line", 60, question(JAM)), skill("Stock", 60, question(COUNT)))
    assert becomes(check(off), "plan.weights") == [("skills.0.weight", 50), ("skills.1.weight", 50)]
    off.skills[1].weight_by_hand = True
    assert becomes(check(off), "plan.weights") == [("skills.0.weight", 40)]


def test_a_plan_that_is_too_long_loses_what_is_dropped_first():
    long = plan(skill("Line", 60, question(JAM), question(SEAL)), skill("Stock", 40, question(COUNT)))
    assert becomes(check(long), "plan.too_long") == [("skills.0.questions.1", None)]
    long.skills[0].questions.pop()
    long.skills[0].questions[0].minutes = 12
    assert becomes(check(long), "plan.too_long") is None


def test_of_two_that_ask_the_same_the_later_one_goes_unless_its_skill_needs_it():
    twice = plan(skill("Line", 50, question(JAM)), skill("Stock", 50, question(COUNT), question(JAM)))
    assert becomes(check(twice), "plan.near_duplicate") == [("skills.1.questions.1", None)]
    twice.skills[1].questions.pop(0)
    assert becomes(check(twice), "plan.near_duplicate") is None


@pytest.mark.parametrize(
    ("description", "new"),
    [
        ("We need a rock star for the line.", "We need an expert for the line."),
        ("You are a coding ninja. Ninjas are welcome.", "You are a coding expert. Experts are welcome."),
        ("English native speaker wanted.", "Fluent English speaker wanted."),
        ("We are a young, dynamic team.", "We are a dynamic team."),
        ("An  international,\nyoung team of ten.", "An  international team of ten."),
        ("A dynamic and young company", "A dynamic company"),
        ("He/she will drive. He or she is on time.", "They will drive. They are on time."),
        ("He/she drives.", None),
        ("The nurse must help her.", None),
        ("The ideal candidate will bring his tools.", "The ideal candidate will bring their tools."),
        ("A foreman leads. An “old” foreman helps.", "A supervisor leads. An “old” supervisor helps."),
        ("Candidates aged 25 to 35.", "Candidates."),
        ("We want guys who care.", "We want people who care."),
        ("Young at heart?", None),
    ],
)  # fmt: skip
def test_biased_words_of_the_description_are_replaced_wherever_they_stand(description, new):
    (finding,) = [one for one in check(sound(description=description)) if one.code == "wording.biased_description"]
    text = description
    for one in reversed(finding.fix.replacements if finding.fix else []):
        assert text[one.start : one.start + len(one.was)] == one.was
        text = f"{text[: one.start]}{one.becomes}{text[one.start + len(one.was) :]}"
    assert text == (description if new is None else new)
    assert (finding.fix is None) == (new is None)


def test_a_fix_says_what_it_does():
    (finding,) = check(plan(skill("Line", 100, question("Have you ever led a crew?"), question(COUNT))))
    assert finding.fix.says == 'Write "Tell me about a time you led a crew." instead.'
    assert finding.fix.replacements == [
        Replacement(
            where="skills.0.questions.0.prompt",
            was="Have you ever led a crew?",
            becomes="Tell me about a time you led a crew.",
        )
    ]
