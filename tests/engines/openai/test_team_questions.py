"""The team's approved questions: taken over as they are where they fit, and marked so."""

import pytest

from interviews.drafts import Call, LibraryEntry
from interviews.models import LibraryQuestion
from tests import samples
from tests.engines.openai.answers import BRIEF, SKILL, WANTED, engine, question, written
from tests.engines.openai.scenes import author
from tests.engines.openai.scripted import minds, says, serving

OURS = "The seal number on the trailer is not the one on the delivery note. What do you do?"


def entry(prompt=OURS, **changes) -> LibraryEntry:
    whole = samples.question(prompt)
    values = {
        "id": "team.7",
        "family": "team",
        "competency": "",
        "competency_name": "Receiving goods",
        "levels": ["entry", "mid"],
        "type": "situational",
        "minutes": 5,
        "prompt": prompt,
        "why": "Goods that were signed for and never came are paid for by the house.",
        "follow_ups": whole.follow_ups,
        "evaluation_criteria": whole.evaluation_criteria,
        "rating_scale": whole.rating_scale,
        "red_flags": whole.red_flags,
        "alternate": whole.alternate,
        "status": "approved",
    }
    return LibraryEntry(**(values | changes))


def wanted(*material: LibraryEntry, **changes):
    reuse = [one.id for one in material]
    return WANTED.model_copy(update={"material": list(material), "reuse": reuse} | changes)


def test_one_that_fits_is_taken_over_without_asking_the_server():
    with serving() as server:
        [found] = engine(server.url).questions(BRIEF, SKILL, wanted(entry()), Call())
    assert server.requests == []
    assert (found.prompt, found.source.engine, found.source.reference) == (OURS, "team", "team.7")
    assert found.evaluation_criteria == entry().evaluation_criteria
    assert found.source.note == "Approved by the team, taken over as it is"


def test_what_is_left_is_written_beside_it():
    with serving(says(written(question(type="technical")))) as server:
        order = wanted(entry(), count=2, types=["situational", "technical"])
        first, second = engine(server.url).questions(BRIEF, SKILL, order, Call())
    assert (first.source.engine, second.source.engine) == ("team", "openai")
    assert "Write exactly one question" in server.prompt(0)
    assert "Types in this order: technical." in server.prompt(0)
    assert f"- {OURS}" in server.prompt(0)


def test_one_that_is_in_the_plan_already_is_not_taken_twice():
    with serving(says(written())) as server:
        order = wanted(entry(), keep=[samples.question(OURS)])
        [found] = engine(server.url).questions(BRIEF, SKILL, order, Call())
    assert found.source.engine == "openai"


def test_one_that_may_not_be_asked_is_not_taken():
    with serving(says(written())) as server:
        order = wanted(entry("Which holidays do you observe, and what is your religion?"))
        [found] = engine(server.url).questions(BRIEF, SKILL, order, Call())
    assert found.source.engine == "openai"


def test_one_in_another_language_than_the_plans_is_not_taken():
    with serving(says(written()), says(written())) as server:
        [found] = engine(server.url).questions(BRIEF, SKILL, wanted(entry(), language="German"), Call())
    assert found.source.engine == "openai"


def test_one_that_the_model_repeats_word_for_word_is_the_teams_with_all_that_belongs_to_it():
    with serving(says(written(question(OURS, material="team.7", criteria=["Changes it"] * 3)))) as server:
        order = wanted(entry()).model_copy(update={"reuse": []})
        [found] = engine(server.url).questions(BRIEF, SKILL, order, Call())
    assert found.source.engine == "team"
    assert found.evaluation_criteria == entry().evaluation_criteria


@pytest.mark.django_db(transaction=True)
def test_in_a_job_it_is_found_by_the_name_of_its_skill_and_marked(team, generate, run, use):
    approved = LibraryQuestion.objects.create(
        team=team, skill_name="Receiving goods", entry=entry(id="x", status="draft"), status="approved"
    )
    LibraryQuestion.objects.create(team=team, skill_name="SAP", entry=entry("Explain SAP."), status="retired")
    with serving(then=minds(author)) as server:
        use(server)
        job = run(generate())
    sources = {one.name: [q.source for q in one.questions.all()] for one in job.interview.skills.all()}
    assert [(source.engine, source.reference) for source in sources["Receiving goods"]] == [
        ("team", f"team.{approved.pk}")
    ]
    assert {source.engine for source in sources["SAP"]} == {"openai"}
    assert len(server.requests) == 3, "the skill with an approved question costs nothing"


@pytest.mark.django_db(transaction=True)
def test_one_of_another_skill_is_not_forced_on_a_plan(team, generate, run, use):
    far = entry("A guest at the bar has had too much. What do you do?", competency_name="Bar service")
    LibraryQuestion.objects.create(team=team, skill_name="Bar service", entry=far, status="approved")
    with serving(then=minds(author)) as server:
        use(server)
        job = run(generate())
    engines = {q.source.engine for one in job.interview.skills.all() for q in one.questions.all()}
    assert engines == {"openai"}
