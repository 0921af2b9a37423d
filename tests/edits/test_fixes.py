"""Taking a suggestion: the finding is gone, nothing that blocks has come, and what changed meanwhile is left alone."""

import random
from collections import Counter

import pytest

from interviews.checks import check
from interviews.drafts import Anchor, Evidence, Finding, Fix, FollowUp, PlanDraft, Replacement, Source
from interviews.edits.fixes import Outdated, take_fix
from tests.checks.asked import ASKED
from tests.checks.questions import COUNT, JAM, SEAL, plan, question, skill

BAD = [
    *(every[0] for every in ASKED.values()),
    "Have you ever led a crew of ten?",
    "What do you do with {tool|Excel} here?",
    "What do you check first? Whom do you tell about it?",
    "What makes you a culture fit for this crew?",
    "Shows confidence and names two signs of wear.",
    "Excellent, in-depth response with clear examples.",
    "What about the dispatcher?",
    "Write down the number (by phone 0171 2345678) first.",
]
DESCRIPTION = "We need a rock star, a young and energetic foreman; he/she is a native German speaker. Rock stars rock."


def spoilt(chance: random.Random) -> PlanDraft:
    """A plan with bad words in chosen places."""
    every = []
    for _ in range(4):
        asked = question(chance.choice([JAM, COUNT, SEAL, *BAD]), minutes=chance.randint(1, 12))
        asked.follow_ups = [FollowUp(text=chance.choice(BAD)) for _ in range(chance.randint(0, 2))]
        asked.evaluation_criteria += chance.sample(BAD, 2)
        asked.rating_scale[1] = Anchor(score=3, anchor=chance.choice(BAD))
        asked.red_flags, asked.alternate = [chance.choice(BAD)], chance.choice(["", *BAD])
        every.append(asked)
    opening, line = f"Welcome. {chance.choice(BAD)}", chance.choice(BAD)
    return plan(
        skill("Line", 30, *every[:2]),
        skill("Stock", 30, *every[2:]),
        description=DESCRIPTION,
        opening=opening,
        screen_first=[line],
        assess_elsewhere=[line],
    )


def told(findings: list[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.words) for finding in findings)


def test_what_is_taken_is_gone_and_nothing_that_blocks_has_come():
    chance, taken = random.Random(3), set()
    for _ in range(6):
        asked = spoilt(chance)
        before = check(asked)
        blocking = sum(finding.blocks != "no" for finding in before)
        for finding in before:
            if finding.fix is not None:
                after = check(take_fix(asked, finding))
                assert told(after)[finding.code, finding.words] < told(before)[finding.code, finding.words]
                assert sum(one.blocks != "no" for one in after) <= blocking
                taken.add(finding.code)
    assert {
        "craft.closed", "craft.two_tasks", "craft.unfilled", "craft.minutes", "craft.criterion_grades",
        "craft.probe_gives_away", "wording.judges", "wording.biased_description", "privacy.personal_data",
        "plan.weights", "plan.too_long", "plan.near_duplicate", "prohibited.family", "prohibited.age",
    } <= taken  # fmt: skip


def test_a_plan_is_mended_click_by_click():
    asked = spoilt(random.Random(5))
    for _ in range(200):
        found = [finding for finding in check(asked) if finding.fix]
        if not found:
            break
        asked = take_fix(asked, found[0])
    assert [finding.code for finding in check(asked) if finding.fix] == []


def test_what_becomes_a_nice_to_have_gives_of_its_weight():
    asked = plan(skill("Line", 50, question(JAM)), skill("Stock", 50))
    (finding,) = check(asked)
    changed = take_fix(asked, finding)
    assert [(one.importance, one.weight) for one in changed.skills] == [("must_have", 67), ("nice_to_have", 33)]
    assert check(changed) == []


def test_taking_changes_the_copy_alone_and_keeps_ids():
    asked = plan(skill("Line", 100, question("Have you ever led a crew?", id=7), question(COUNT, id=8)))
    (finding,) = check(asked)
    changed = take_fix(asked, finding)
    assert asked.skills[0].questions[0].prompt == "Have you ever led a crew?"
    assert [(one.id, one.prompt) for one in changed.skills[0].questions] == [
        (7, "Tell me about a time you led a crew."),
        (8, COUNT),
    ]


@pytest.mark.parametrize("change", ["words", "gone", "moved"])
def test_what_changed_meanwhile_is_left_alone(change):
    asked = plan(skill("Line", 100, question("Have you ever led a crew?"), question(COUNT)))
    (finding,) = check(asked)
    questions = asked.skills[0].questions
    if change == "words":
        questions[0].prompt = "Have you ever led a crew of ten?"
    elif change == "gone":
        questions.clear()
    else:
        questions.reverse()
    with pytest.raises(Outdated, match="has been changed since it was checked, so nothing was done"):
        take_fix(asked, finding)


def test_a_finding_without_a_fix_is_not_taken():
    with pytest.raises(LookupError):
        take_fix(plan(), Finding(code="craft.long"))


@pytest.mark.parametrize(
    "where", ["general", "skills.0.locked", "skills.x.name", "skills", "skills.0.questions.0.id", "name"]
)
def test_a_fix_reaches_no_other_part_of_a_plan(where):
    fix = Fix(says="", replacements=[Replacement(where=where, was=None, becomes="x")])
    with pytest.raises(Outdated):
        take_fix(plan(skill("Line", 100, question())), Finding(code="x", fix=fix))


def test_evidence_moves_along_with_the_description():
    description = "We need a rock star, a young team player with a licence."
    spans = ["need", "a rock star", "young team", "a licence"]
    asked = plan(skill("Line", 100, question()), description=description)
    asked.skills[0].evidence = [span(description, words) for words in spans]
    asked.gaps = [span(description, "young ")]
    asked.skills[0].questions[0].source = Source(serves=span(description, "licence"))
    for _ in range(2):
        finding = next(one for one in check(asked) if one.code == "wording.biased_description")
        asked = take_fix(asked, finding)
    assert asked.description == "We need an expert, a team player with a licence."
    told = [*asked.skills[0].evidence, *asked.gaps, asked.skills[0].questions[0].source.serves]
    assert [asked.description[one.start : one.end] for one in told] == [one.quote for one in told]
    assert [one.quote for one in asked.skills[0].evidence] == ["need", "an expert", "a team", "a licence"]
    assert told[-1].quote == "licence"


def test_evidence_whose_words_are_all_gone_is_left_out():
    description = "Candidates aged 25 to 35."
    asked = plan(skill("Line", 100, question()), description=description)
    asked.gaps = [span(description, " aged 25 to 35"), span(description, "Candidates")]
    (finding,) = [one for one in check(asked) if one.code == "wording.biased_description"]
    assert [gap.quote for gap in take_fix(asked, finding).gaps] == ["Candidates"]


def test_a_snapshot_without_fixes_is_read():
    old = plan(skill("Line", 60, question("Have you ever led a crew?")))
    old.findings = check(old)
    dumped = old.model_dump(mode="json")
    assert PlanDraft.model_validate(dumped).findings == old.findings
    for finding in dumped["findings"]:
        del finding["fix"]
    assert [finding.fix for finding in PlanDraft.model_validate(dumped).findings] == [None] * len(old.findings)


def span(description: str, words: str) -> Evidence:
    start = description.index(words)
    return Evidence(quote=words, start=start, end=start + len(words))
