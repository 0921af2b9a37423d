"""What was found is remembered by content: the answer is that of a first check, and only what changed is looked at."""

import random
from collections.abc import Sequence

from interviews.checks import check, looking, remembered
from interviews.checks.craft import craft, rating
from interviews.checks.prohibited import prohibited
from interviews.checks.words import of_question
from interviews.drafts import Finding, FollowUp, PlanDraft
from tests.checks.asked import ASKED
from tests.checks.harmless import HARMLESS
from tests.checks.questions import COUNT, JAM, SEAL, plan, question, skill

WORDS = [
    *(every[0] for every in ASKED.values()),
    *HARMLESS[:20],
    JAM,
    COUNT,
    SEAL,
    "Do you use {tool|Excel}?",
    "Be clear",
]


def forget() -> None:
    remembered._of_question.cache_clear()
    remembered._of_text.cache_clear()
    looking._in_text.cache_clear()


def several() -> PlanDraft:
    """Five skills with two questions each."""
    return plan(
        *(
            skill(f"Line {number}", 20, *(question(f"{JAM} It is hall {number}.{place}.") for place in range(2)))
            for number in range(5)
        )
    )


def seen() -> list[int]:
    """How many questions, texts beside them, and texts were looked at."""
    caches = (remembered._of_question, remembered._of_text, looking._in_text)
    return [cache.cache_info().misses for cache in caches]


def bare(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without their fixes."""
    return [finding.model_copy(update={"fix": None}) for finding in findings]


def anew(asked: PlanDraft) -> list[Finding]:
    forget()
    return check(asked)


def test_findings_are_those_of_a_first_check_whatever_was_checked_before():
    chance = random.Random(7)
    asked = several()
    for _ in range(25):
        one, other = (chance.choice(chance.choice(asked.skills).questions) for _ in range(2))
        words = chance.choice(WORDS)
        one.prompt = chance.choice([words, other.prompt])
        other.evaluation_criteria = [chance.choice(WORDS), words]
        other.follow_ups = [FollowUp(text=words)]
        one.minutes, asked.opening = chance.randint(1, 30), words
        asked.general.language = chance.choice(["English", "German"])
        chance.shuffle(asked.skills)
        remembering = check(asked)
        assert remembering == anew(asked)


def test_a_question_is_found_at_as_its_parts_are():
    for words in WORDS:
        asked = question(words, minutes=9, alternate=words, follow_ups=[FollowUp(text=words)], why=words)
        texts, between = remembered.found_in_question(asked, "English")
        parts = list(of_question(asked, ""))
        expected = []
        for text in parts:
            forbidden = list(prohibited(text)) if text.part != "why" else []
            reworded = {"suggestion": ""} if forbidden else {}
            expected += [*forbidden, *(finding.model_copy(update=reworded) for finding in craft(text))]
        assert bare(texts) == expected
        assert bare(between) == list(rating(asked, ""))


def test_after_an_edit_only_what_changed_is_looked_at():
    asked = several()
    forget()
    check(asked)
    before = seen()
    asked.skills[4].questions[1].evaluation_criteria[0] = "Stops the line before anything else"
    asked.skills.insert(0, asked.skills.pop())
    check(asked)
    assert [now - then for now, then in zip(seen(), before, strict=True)] == [1, 0, 1]


def test_what_a_caller_does_with_a_finding_is_not_remembered():
    asked = plan(skill("Line", 100, question("How old are you?")))
    for finding in check(asked):
        finding.reason = "changed"
    assert [finding.reason for finding in check(asked) if finding.reason == "changed"] == []
