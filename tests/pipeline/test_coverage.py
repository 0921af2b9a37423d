"""What a description asks for is in the plan, or listed as not covered."""

from interviews.drafts import Brief
from interviews.pipeline.plain import make_plan

PYTHON = """What you will do
- Design and build REST APIs in Django
- Run migrations on large PostgreSQL tables without downtime
- Review code of colleagues and mentor juniors
- Keep the CI/CD pipeline fast
Requirements
- 5+ years of Python
- Docker, Kubernetes and AWS
- Nice to have: Terraform, React"""


def test_what_the_title_names_and_a_short_line_asks_for_is_probed():
    plan = make_plan(Brief(role="Senior Python developer", description=PYTHON))
    assert "Python" in [skill.name for skill in plan.skills]


def test_every_tool_of_a_short_line_is_asked_about_or_listed_as_a_gap():
    plan = make_plan(Brief(role="Senior Python developer", description=PYTHON))
    said = " ".join([gap.quote for gap in plan.gaps] + [skill.name for skill in plan.skills])
    said += " ".join(question.prompt for skill in plan.skills for question in skill.questions)
    for tool in ("Django", "PostgreSQL", "Python", "Docker", "Kubernetes", "AWS", "Terraform", "React"):
        assert tool in said


NURSE = """Your duties
- Assess patients on admission and write care plans
- Give medication and intravenous infusions safely
- Dress wounds and look after drains
- Hand over to the next shift at the bedside"""


def test_a_second_verb_is_no_part_of_a_skills_name():
    plan = make_plan(Brief(role="Staff nurse, surgical ward", description=NURSE))
    names = [skill.name for skill in plan.skills]
    assert "Dressing wounds" in names
    assert not any("look" in name for name in names)
