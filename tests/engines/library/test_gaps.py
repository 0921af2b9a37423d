"""Every duty and requirement of a description is evidence of a skill, settled elsewhere, or listed as not covered."""

from functools import cache

import pytest

from interviews.drafts import Brief
from interviews.pipeline.plain import make_plan

NURSE = """What you will do
- Care for 4 to 5 patients after cardiac surgery on a 24-bed telemetry unit
- Recognise changes in heart rhythm on telemetry and start the rapid response call
- Give bedside handover at 7 pm and 7 am using SBAR
- Precept new graduates and nursing students
- Document assessments in Epic within two hours
- Performs other related duties as assigned
What you bring
- Current RN licence
- At least one year of acute care experience
- Calm communication with physicians and upset relatives
Nice to have
- PCCN certification"""
PAYMENTS = """You will
- Design and run Python services that book 3 million ledger entries a day
- Make payouts idempotent and reconcile them with two banks every morning
- Take part in the on-call rotation, one week in six, and lead post-incident reviews
- Review code and mentor two junior engineers
You have
- Solid knowledge of PostgreSQL: transactions, locking, indexes"""
LEADER = """You will
- lead a team of 12 pickers and loaders on the night shift
- run stock counts and investigate differences in SAP EWM
You need
- at least 2 years of experience leading a team in a warehouse
- good knowledge of SAP EWM or a similar warehouse management system
- calm handling of conflicts in the team"""
POSTINGS = {"Registered nurse": NURSE, "Senior Backend Engineer": PAYMENTS, "Warehouse Team Leader": LEADER}


@cache
def made(role):
    return make_plan(Brief(role=role, description=POSTINGS[role]))


def cited(plan):
    return [span for skill in plan.skills for span in skill.evidence]


@pytest.mark.parametrize("role", POSTINGS)
def test_every_line_has_a_place(role):
    plan = made(role)
    settled = " ".join([*plan.screen_first, *plan.assess_elsewhere])
    for line in POSTINGS[role].splitlines():
        if not line.startswith("- ") or "other related duties" in line:
            continue
        start = POSTINGS[role].index(line)
        placed = any(span.start < start + len(line) and start < span.end for span in [*cited(plan), *plan.gaps])
        assert placed or line[2:30] in settled, line


@pytest.mark.parametrize("role", POSTINGS)
def test_no_phrase_is_evidence_and_not_covered(role):
    plan = made(role)
    for gap in plan.gaps:
        assert not any(span.start >= gap.start and span.end <= gap.end for span in cited(plan))


@pytest.mark.parametrize(
    ("role", "quote"),
    [
        ("Registered nurse", "Recognise changes in heart rhythm on telemetry and start the rapid response call"),
        ("Registered nurse", "Precept new graduates and nursing students"),
        ("Registered nurse", "PCCN certification"),
        ("Senior Backend Engineer", "Make payouts idempotent and reconcile them with two banks every morning"),
        ("Senior Backend Engineer", "lead post-incident reviews"),
    ],
)
def test_what_nothing_asks_about_is_listed(role, quote):
    assert quote in [gap.quote for gap in made(role).gaps]


def test_a_formula_and_years_are_no_gap():
    plan = made("Registered nurse")
    assert not any("related duties" in gap.quote or "one year" in gap.quote for gap in plan.gaps)
    assert 'Length of experience: read it in the application ("At least one year of acute care experience").' in (
        plan.assess_elsewhere
    )


def test_a_skill_does_not_cite_what_its_questions_do_not_speak_of():
    [skill] = [skill for skill in made("Warehouse Team Leader").skills if skill.reference == "warehouse.leading"]
    assert not any("SAP" in span.quote for span in skill.evidence)
