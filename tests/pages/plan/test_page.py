"""A plan, to read."""

import pytest

from interviews.drafts import Evidence
from interviews.models import Author, Interview, Role, write_plan
from tests.pages.plans import DESCRIPTION, python_plan


def text(response):
    return response.content.decode()


def url(interview):
    return f"/interviews/{interview.pk}/"


@pytest.fixture
def page(signed_in, interview):
    return text(signed_in.get(url(interview)))


@pytest.mark.parametrize(
    "words",
    [
        "Senior Python Developer",
        "version 1",
        "24 of 30 min",
        "6 free",
        "Behavioral <b>1</b>",
        "The description says little about the size of the team.",
        "40 %",
        "Must have",
        "2 questions",
        "11 min",
        "Tell me about a schema change",
        "Why we ask",
        "ask all",
        "if needed",
        "Splits the change into steps that can each be undone",
        "Runs one ALTER TABLE in the quiet hours and hopes",
        "Red flags",
        "How would you add a required column",
        "software.schema_change.1",
        "dropped first when late",
        "We did it on a Sunday night.",
        "Thank you for coming.",
        "That was my last question.",
        "If something protected is volunteered",
        "Screen first",
        "Assess elsewhere",
        "Not covered",
    ],
)
def test_it_shows_all_that_an_interviewer_needs(page, words):
    assert words in page


def test_what_waits_for_somebody_is_counted_and_listed_in_one_place(page):
    assert 'Check <span class="check-count">(1)</span>' in page
    assert '<span class="checks-count">1 requirement not covered</span>' in page
    listed = page.split('id="plan-checks"')[1].split("</section>")[0]
    assert '<a href="#gaps-title" dir="auto">on-call rotation</a>' in listed
    assert page.count("requirement not covered") == 1


def test_a_list_of_the_skills_leads_to_each(page, interview):
    skill = interview.skills.first()
    listed = page.split('id="plan-outline"')[1].split("</nav>")[0]
    assert "3 skills, 4 questions" in listed
    assert f'<a href="#skill-{skill.pk}" dir="auto">PostgreSQL</a>' in listed
    assert "<span>2 questions</span><span>11 min</span>" in listed


def test_evidence_is_marked_with_its_skill(page, interview):
    skill = interview.skills.get(name="PostgreSQL")
    assert f'data-skills="{skill.pk}"' in page
    assert f'<a href="#skill-{skill.pk}">Plan schema changes on PostgreSQL tables' in page
    assert f'href="#evidence-{skill.pk}"' in page
    assert f'id="evidence-{skill.pk}"' in page
    assert '<mark class="gap-mark">on-call rotation</mark>' in page


def test_what_people_wrote_is_text_and_never_markup(signed_in, team):
    plan = python_plan()
    evil = "<script>alert(1)</script><b>x</b>"
    plan.name = plan.opening = plan.skills[0].name = plan.skills[0].questions[0].prompt = evil
    plan.description = f"{evil} {DESCRIPTION}"
    plan.skills[0].evidence = [Evidence(quote=evil, start=0, end=len(evil))]
    plan.gaps, plan.notices = [Evidence(quote=evil, start=3, end=9)], [evil]
    page = text(signed_in.get(url(write_plan(team, Role.objects.create(team=team, title=evil), plan, by=Author("")))))
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_offsets_that_no_longer_fit_break_nothing(signed_in, interview):
    Interview.objects.update(description="Short")
    assert "Short" in text(signed_in.get(url(interview)))


def test_a_plan_without_anything_is_still_a_page(signed_in, team):
    plan = python_plan()
    plan.skills, plan.findings, plan.gaps, plan.opening, plan.description = [], [], [], "", ""
    empty = write_plan(team, Role.objects.create(team=team, title="x"), plan, by=Author(""))
    assert "5 of 30 min" in text(signed_in.get(url(empty)))


def test_minutes_above_the_limit_are_said(signed_in, interview):
    interview.skills.first().questions.update(minutes=20)
    assert "23 too long" in text(signed_in.get(url(interview)))


def test_an_editor_is_offered_to_edit_and_a_viewer_is_not(page, viewer, interview):
    assert page.count('-edit" href="/questions/') == 4
    assert '-edit" href="/questions/' not in text(viewer.get(url(interview)))


def test_it_takes_the_same_queries_however_many_questions(signed_in, interview, django_assert_num_queries):
    with django_assert_num_queries(13):
        signed_in.get(url(interview))


def test_a_stranger_finds_nothing(stranger, interview):
    assert stranger.get(url(interview)).status_code == 404


@pytest.mark.parametrize("identifier", ["999999", "9" * 30])
def test_an_interview_that_is_not_there_is_not_found(signed_in, identifier):
    answer = signed_in.get(f"/interviews/{identifier}/")
    assert answer.status_code == 404
    assert "Nothing is here" in text(answer)


def test_it_is_a_get(signed_in, interview):
    assert signed_in.post(url(interview)).status_code == 405


def test_no_script_and_no_style_stands_in_the_page(page):
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="module" src=')


def test_the_policy_allows_nothing_inline(signed_in, interview):
    policy = signed_in.get(url(interview)).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
