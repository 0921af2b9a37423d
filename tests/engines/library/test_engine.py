"""The built-in engine from description to questions."""

import subprocess
import sys

import pytest

from interviews.drafts import Brief, Call, Duration, General, Wanted, normalise, weights
from interviews.engines import ENGINES
from interviews.engines.base import EngineError
from interviews.engines.library import search
from interviews.engines.library.candidates import candidates
from interviews.engines.library.index import competency_names, index
from interviews.engines.library.words import stems
from tests.engines.library import postings

ENGINE = ENGINES["library"]


def analysed(role, text, **more):
    return ENGINE.analyse(Brief(role=role, description=normalise(text), **more), Call())


def asked(role, text, seed=0):
    brief = Brief(role=role, description=normalise(text), seed=seed)
    analysis = ENGINE.analyse(brief, Call())
    questions = []
    for skill in analysis.skills:
        found = search.find(brief, analysis, skill, team=[])
        wanted = Wanted(seniority=analysis.seniority, families=analysis.families, material=found)
        made = ENGINE.questions(brief, skill, wanted, Call())
        questions += made
    return questions


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_evidence_is_quoted_exactly(role, text):
    text = normalise(text)
    for skill in analysed(role, text).skills:
        assert len(skill.evidence) <= 3
        for evidence in skill.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert len(evidence.quote.split()) <= 25


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_skills_are_distinct_and_weigh_a_hundred(role, text):
    skills = analysed(role, text).skills
    assert 4 <= len(skills) <= 6
    assert len({skill.name.lower() for skill in skills}) == len(skills)
    assert [skill.weight for skill in skills] == weights([skill.importance for skill in skills])
    assert all(1 <= len(skill.name.split()) <= 6 for skill in skills)


@pytest.mark.parametrize(
    ("role", "level"),
    [("Staff nurse", "mid"), ("Staff engineer", "senior"), ("Staff accountant", "mid"), ("Shift leader", "lead")],
)
def test_staff_means_senior_among_engineers_only(role, level):
    assert analysed(role, postings.SOFTWARE).seniority == level


def test_families_and_level_are_read():
    assert analysed("Senior backend developer", postings.SOFTWARE).seniority == "senior"
    assert analysed("Backend developer", postings.SOFTWARE).families[0] == "software"
    assert analysed("Care assistant", postings.CARE).families[0] == "social_care"
    assert analysed("Electrician", postings.TRADE).families[0] == "skilled_trades"
    assert analysed("Sales assistant", postings.RETAIL).families[0] == "retail"


def test_the_asked_level_wins():
    assert analysed("Senior backend developer", postings.SOFTWARE, seniority="entry").seniority == "entry"


def test_what_is_offered_or_negated_is_no_skill():
    said = str(analysed("Backend developer", postings.SOFTWARE, question_count=10).model_dump())
    assert "Kubernetes" not in [skill["name"] for skill in analysed("x", postings.SOFTWARE).model_dump()["skills"]]
    assert "Java" not in said
    assert "petting" not in said
    assert "Django" in said


def test_personal_data_reach_no_text():
    said = str(analysed("Backend developer", postings.SOFTWARE).model_dump())
    assert not any(part in said for part in ["Jane", "jobs@", "555", "90,000"])


def test_never_more_skills_than_questions():
    assert len(analysed("Backend developer", postings.SOFTWARE, question_count=3).skills) == 3
    short = General(duration=Duration(min=15, max=15))
    assert len(analysed("Backend developer", postings.SOFTWARE, general=short).skills) == 2


def test_wishes_weigh_half():
    skills = analysed("Backend developer", postings.SOFTWARE, question_count=10).skills
    assert {skill.importance for skill in skills if skill.name == "Terraform"} <= {"nice_to_have"}


def test_conditions_are_screened_first_and_never_scored():
    analysis = analysed("Care assistant", postings.CARE)
    labels = [line.split(":")[0] for line in analysis.screen_first]
    assert "Shifts and hours" in labels
    assert "Driving licence" in labels
    assert not any("licence" in skill.name.lower() for skill in analysis.skills)


def test_degrees_are_assessed_elsewhere():
    lines = analysed("Backend developer", postings.SOFTWARE).assess_elsewhere
    assert lines == [
        "Degree in computer science: check the certificate.",
        'Length of experience: read it in the application ("3+ years of experience with Python and Django").',
    ]


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_every_question_is_complete_and_says_why(role, text):
    for question in asked(role, text):
        assert "{" not in question.prompt + question.alternate + question.why
        assert question.why.startswith(("The description asks for ", "Usual in this role, though "))
        assert [anchor.score for anchor in question.rating_scale] == [1, 3, 5]
        assert 3 <= len(question.evaluation_criteria) <= 5
        assert question.source.engine == "library"
        assert question.source.reference


def test_no_question_comes_twice():
    prompts = [question.prompt for question in asked("Backend developer", postings.SOFTWARE)]
    assert len(set(prompts)) == len(prompts)


def test_kept_and_avoided_questions_do_not_come_again():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    skill = analysis.skills[0]
    first = ENGINE.questions(brief, skill, Wanted(families=analysis.families), Call())[0]
    kept = ENGINE.questions(brief, skill, Wanted(families=analysis.families, keep=[first]), Call())[0]
    avoided = ENGINE.questions(brief, skill, Wanted(families=analysis.families, avoid=[first.prompt]), Call())[0]
    assert first.prompt not in (kept.prompt, avoided.prompt)


def test_the_asked_type_is_preferred_where_no_question_is_planned():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    skill = analysis.skills[0].model_copy(update={"planned": []})
    types = ["situational", "behavioral"]
    made = ENGINE.questions(brief, skill, Wanted(count=2, types=types, families=analysis.families), Call())
    assert [question.type for question in made] == types


def test_the_question_that_a_skill_was_chosen_with_is_asked():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    for skill in analysis.skills:
        wanted = Wanted(types=["job_knowledge"], families=analysis.families, seniority=analysis.seniority)
        (made,) = ENGINE.questions(brief, skill, wanted, Call())
        assert made.source.reference == skill.planned[0]


def test_a_seed_gives_the_same_plan_and_another_may_differ():
    same = [[question.prompt for question in asked("Electrician", postings.TRADE, seed)] for seed in (1, 1, 2, 3, 4, 5)]
    assert same[0] == same[1]
    assert any(prompts != same[0] for prompts in same[2:])


def test_the_plan_is_the_same_in_every_process():
    code = (
        "from tests.engines.library.test_engine import asked\n"
        "from tests.engines.library import postings\n"
        "print([[q.prompt for q in asked(role, text, 7)] for role, text in postings.ALL.items()])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": str(seed), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(outputs) == 1


def test_another_language_is_refused_by_name():
    with pytest.raises(EngineError, match="German") as caught:
        analysed("Softwareentwickler", postings.GERMAN)
    assert caught.value.permanent
    assert "language-model" in str(caught.value)


def test_a_title_alone_gives_a_plan_and_a_notice():
    analysis = analysed("Electrician", "Electrician wanted")
    assert len(analysis.skills) >= 3
    assert "too little" in analysis.notices[0]


def test_nothing_at_all_is_refused_with_what_to_do():
    with pytest.raises(EngineError, match="describe its duties") as caught:
        analysed("Zxqv", "hello")
    assert caught.value.permanent


def test_a_tool_is_not_matched_by_part_of_its_name():
    text = "Requirements\n- Two years of Visual Basic\n- Mentoring of interns"
    posting = search.opened(Brief(role="Head of development", description=text))
    found = {candidate.name: candidate.reference for candidate in candidates(posting, index(), "lead")}
    assert found["Visual Basic"] == "general.named_tool"


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_a_skill_named_after_a_line_quotes_that_line_first(role, text):
    for skill in analysed(role, text).skills:
        if skill.evidence and skill.kind == "duty" and skill.name.lower() not in competency_names():
            assert set(stems(skill.name)) & set(stems(skill.evidence[0].quote))
