"""Which skills a plan probes, and with which questions."""

import pytest

from interviews.drafts import Brief, Call, normalise
from interviews.engines import ENGINES
from interviews.engines.library import search
from interviews.engines.library.choosing import Wish, choose
from interviews.engines.library.fit import fitness
from interviews.engines.library.index import index
from interviews.engines.library.lexicon import terms
from interviews.engines.library.naming import is_spoken_of
from tests.engines.library import postings

NURSE = """Duties
- Assess patients on admission and write care plans
- Give medication and intravenous infusions safely
- Hand over to the next shift at the bedside
Requirements
- Registered nurse with a valid licence
- Experience with electronic patient records"""


def chosen(role: str, text: str, **wish):
    posting = search.opened(Brief(role=role, description=normalise(text)))
    return choose(posting, index(), Wish(**({"most": 6, "level": "mid", "minutes": 25} | wish)))


def entries():
    return {entry.id: entry for every in index().entries.values() for entry in every}


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_every_skill_is_chosen_with_a_question_that_fits_it(role, text):
    brief = Brief(role=role, description=normalise(text))
    known = entries()
    for skill in chosen(role, text):
        sought = search.sought_for(brief, skill, "mid", search.opened(brief).families)
        assert fitness(known[skill.planned[0]], sought, index()) > 0.35


@pytest.mark.parametrize("minutes", [10, 25, 40, 55])
def test_the_planned_questions_fit_into_the_minutes(minutes):
    known = entries()
    shortest = {"behavioral": 5, "situational": 4, "technical": 5, "work_sample": 5, "job_knowledge": 2}
    for role, text in postings.ALL.items():
        skills = chosen(role, text, minutes=minutes, most=10)
        assert sum(shortest[known[entry].type] for skill in skills for entry in skill.planned) <= minutes


def test_no_question_is_planned_twice_and_no_skill_gets_a_third():
    for role, text in postings.ALL.items():
        planned = [skill.planned for skill in chosen(role, text, most=10, minutes=55)]
        every = [entry for one in planned for entry in one]
        assert len(every) == len(set(every))
        assert all(1 <= len(one) <= 2 for one in planned)


def test_a_nurse_is_asked_about_patients_and_medication_and_nothing_of_other_trades():
    skills = chosen("Staff nurse", NURSE)
    families = {entry.split(".")[0] for skill in skills for entry in skill.planned}
    assert families <= {"healthcare", "general"}
    names = " ".join(skill.name for skill in skills).lower()
    assert "patient" in names
    assert "medication" in names


def test_a_competency_is_not_named_after_words_that_speak_for_another():
    for skill in chosen("Staff nurse", NURSE):
        if skill.name == "Electronic patient records":
            assert skill.reference == "healthcare.records"


def test_a_tool_is_asked_about_by_name_and_a_field_as_a_field():
    text = "Requirements\n- Two years of QuickBooks\n- Knowledge of maritime law\n- Excellent Photoshop"
    for skill in chosen("Assistant", text):
        for entry in skill.planned:
            assert not (entry.startswith("general.named_tool") and skill.name == "Maritime law")
            assert not (entry.startswith("general.subject") and skill.name in ("QuickBooks", "Photoshop"))


def test_another_seed_may_choose_another_question_that_fits():
    plans = {
        tuple(entry for skill in chosen("Staff nurse", NURSE, seed=seed) for entry in skill.planned)
        for seed in range(8)
    }
    assert len(plans) > 1


def test_the_analysis_is_the_same_whoever_asked_before():
    brief = Brief(role="Staff nurse", description=NURSE)
    first = ENGINES["library"].analyse(brief, Call())
    ENGINES["library"].analyse(Brief(role="Electrician", description=postings.TRADE), Call())
    search._opened.cache_clear()
    assert ENGINES["library"].analyse(brief, Call()) == first


def test_two_questions_of_different_skills_are_not_the_same_scene():
    text = (
        "Duties\nThe coordinator of the recreation centre organises and conducts a programme of community recreation "
        "activities for residents of all ages.\nRequirements\n- One year of work in recreation programmes"
    )
    asked = [entry for skill in chosen("Recreation Coordinator", text) for entry in skill.planned]
    assert len(set(asked) & {"public_administration.programmes.fewer", "general.programmes.fewer_came"}) == 1


def test_leading_is_asked_about_in_the_postings_own_trade():
    text = (
        "Requirements\n- Identify and source talent for open roles\n- Lead and develop the team of recruiters\n"
        "- Develop the recruitment strategy\n- Ten years of recruiting, five of them as a manager"
    )
    asked = [entry for skill in chosen("Head of Recruitment", text, level="lead") for entry in skill.planned]
    assert not any(entry.startswith(("software.", "data.", "engineering.")) for entry in asked)


def test_a_classroom_for_crews_brings_no_pupils():
    text = (
        "Duties\n- Instructs refuse collection truck operators on safe methods\n- Conducts classroom training\n"
        "- Monitors safe work in the field\nRequirements\n- Two years as a refuse collection truck operator"
    )
    asked = [entry for skill in chosen("Refuse Crew Field Instructor", text) for entry in skill.planned]
    assert asked
    assert not any(entry.startswith(("education.special_needs", "education.support")) for entry in asked)


STEP_DOWN = """What you will do
- Care for 4 to 5 patients after cardiac surgery on a 24-bed telemetry unit
- Give bedside handover at 7 pm and 7 am using SBAR
- Teach patients and families about wound care and heart failure diet before discharge
- Document assessments in Epic within two hours
What you bring
- At least one year of acute care experience"""


def test_a_skill_is_called_after_what_its_questions_are_about():
    known = entries()
    for role, text in [*postings.ALL.items(), ("Registered nurse", STEP_DOWN)]:
        for skill in chosen(role, text, most=8, minutes=55):
            for entry in skill.planned:
                assert is_spoken_of(skill.name, terms().get(skill.name.lower()), known[entry], index())


def test_handing_over_is_asked_about_handing_over():
    [skill] = [skill for skill in chosen("Registered nurse", STEP_DOWN) if "handover" in skill.name.lower()]
    assert all(entry.startswith("healthcare.handover.") for entry in skill.planned)
