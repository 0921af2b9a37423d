"""Questions that take a skill's own name: which duties, tools and fields a sentence can take."""

import pytest

from interviews.drafts import Brief, Evidence, SkillDraft
from interviews.engines.library import search
from interviews.engines.library.index import index
from interviews.engines.library.names import spoken_duty
from interviews.engines.library.subject_names import is_field
from interviews.engines.library.tools import makes_with
from interviews.library.shelf import NAMED_TOOL
from interviews.pipeline.plain import make_plan

BUILDS = {
    "fails_on_yours",
    "chased",
    "against",
    "rings_back",
    "nobody_explains",
    "few_clicks",
    "new_version",
    "looks_right",
}


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Replacing worn hoses", "replacing worn hoses"),
        ("Giving bedside handover", "giving bedside handover"),
        ("Landfill maintenance", "landfill maintenance"),
        ("Calm communication", None),
        ("Written communication", None),
        ("Influencing stakeholders", None),
        ("Owning the payout service", None),
        ("Creating customer value", None),
        ("Love data visualisation", None),
        ("Double check high-alert medication", None),
        ("Soil research supporting farmers", None),
    ],
)
def test_a_duty_is_spoken_of_by_its_name_where_it_is_work_that_somebody_does(name, spoken):
    assert spoken_duty(name) == spoken


@pytest.mark.parametrize(
    ("role", "line", "tool", "makes"),
    [
        ("Ward nurse", "Document observations in Epic", "Epic", False),
        ("Accounts clerk", "Book supplier invoices in SAP", "SAP", False),
        ("Accounts clerk", "Keep the ageing list in Excel", "Excel", True),
        ("Epic analyst", "Configure Epic for the wards", "Epic", True),
        ("SAP consultant", "Advise plants on their order process in SAP", "SAP", True),
        ("Clerk", "SAP customising for two plants", "SAP", True),
        ("Backend developer", "Build services in Java and run them in Docker", "Docker", True),
        ("Backend developer", "Write code in Python and keep tickets in Jira", "Jira", False),
        ("Veterinary nurse", "Keep records in a program for Java finches", "Docker", False),
    ],
)
def test_who_builds_with_a_tool_is_told_from_who_works_in_it(role, line, tool, makes):
    posting = search.opened(Brief(role=role, description=f"Duties\n- {line}\n- Answer the telephone"))
    assert makes_with(tool, posting) is makes


def named(role, line, tool):
    """The questions by its name that might be asked about a tool."""
    brief = Brief(role=role, description=f"Duties\n- {line}\n- Answer the telephone")
    quote = Evidence(quote=line, start=9, end=9 + len(line))
    skill = SkillDraft(name=tool, kind="hard", importance="must_have", evidence=[quote], reference=NAMED_TOOL)
    sought = search.sought_for(brief, skill, "mid", search.opened(brief).families)
    return {entry.id.rpartition(".")[2] for entry in search.pool(sought, index()) if entry.competency == NAMED_TOOL}


def test_who_only_works_in_a_tool_is_not_asked_what_they_built_with_it_or_changed():
    asked = named("Ward nurse", "Document observations in Epic", "Epic")
    assert "ordinary_day" in asked
    assert not BUILDS & asked
    assert named("Epic analyst", "Configure Epic for the wards", "Epic") >= BUILDS


@pytest.mark.parametrize("name", ["PCI DSS", "tax law", "Soil mechanics", "Scrum"])
def test_a_field_is_asked_about_by_its_name(name):
    assert is_field(name)


@pytest.mark.parametrize("name", ["modern web frameworks", "content management systems", "PLC", "Excel"])
def test_things_are_no_fields(name):
    assert not is_field(name)


def test_no_question_speaks_of_another_field_than_the_skills():
    text = (
        "You will\n- Work with finance and compliance on audits (PCI DSS)\n- Keep the rules of PCI DSS in every release"
    )
    for seniority in ("entry", "mid", "senior", "lead"):
        plan = make_plan(Brief(role="Payments engineer", description=text, seniority=seniority))
        for skill in plan.skills:
            for question in skill.questions:
                if question.source.reference.startswith("general.subject."):
                    assert question.source.note
                    assert skill.name in question.prompt
