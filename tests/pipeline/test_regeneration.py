"""A part of a plan written again: a proposal comes of it, the plan stays as it is, locked questions are left alone."""

from functools import partial

import pytest

from interviews.drafts import Analysis, Brief, Intake, SkillDraft
from interviews.edits.questions import add_question
from interviews.engines.library.search import find, opened
from interviews.models import Author, Interview, Job, Proposal, Question
from interviews.pipeline import runner
from interviews.services.editing import edit
from interviews.services.regeneration import Again, NothingToWrite, start_regeneration
from tests import samples
from tests.engines.openai.answers import question, written
from tests.engines.openai.scenes import SCENES, author
from tests.engines.openai.scripted import fails, minds, says, serving


@pytest.fixture
def interview(team):
    """Two skills with one question each; the built-in engine has others for both."""
    return samples.interview(team)


@pytest.fixture
def use(monkeypatch):
    def use(server):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_MODEL", "scripted")

    return use


def run(job):
    runner.run(str(job.pk))
    job.refresh_from_db()
    return job


def proposed(job):
    return Proposal.objects.get(job=job).content


def first_question(interview):
    return interview.skills.all()[0].questions.all()[0]


def test_one_question_is_proposed_anew_and_the_plan_stays(interview, owner):
    old = first_question(interview)
    job = run(start_regeneration(interview, Again("question", old.pk), person=owner))
    assert (job.status, job.error, job.interview) == ("completed", "", interview)
    [one] = proposed(job).questions
    assert (one.skill, one.replaces) == (old.skill_id, old.pk)
    assert one.question.prompt != old.prompt
    assert one.question.rating_scale
    after = Interview.objects.with_plan().get(pk=interview.pk)
    assert (after.version, after.plan()) == (interview.version, interview.plan())


def test_the_log_speaks_of_a_regeneration(interview):
    job = run(start_regeneration(interview, Again("question", first_question(interview).pk)))
    said = list(job.log.values_list("message", flat=True))
    assert said[0] == "AI interview plan regeneration has started"
    assert [line for line in said if line.endswith("...")] == [
        "AI Progress: Reading the plan...",
        "AI Progress: Searching the skill library...",
        "AI Progress: Generating interview questions...",
        "AI Progress: Checking the proposal...",
        "AI Progress: Saving the proposal...",
    ]
    assert said[-1] == "AI interview plan regeneration completed"


def test_a_locked_question_is_never_touched(interview):
    Question.objects.filter(pk=first_question(interview).pk).update(locked=True)
    job = run(start_regeneration(interview, Again("interview")))
    assert [one.replaces for one in proposed(job).questions] == [interview.skills.all()[1].questions.all()[0].pk]


def test_what_is_locked_or_gone_or_too_long_is_said_at_once(interview):
    locked = first_question(interview)
    Question.objects.filter(pk=locked.pk).update(locked=True)
    with pytest.raises(NothingToWrite, match="that you chose is locked"):
        start_regeneration(interview, Again("question", locked.pk))
    with pytest.raises(NothingToWrite, match="question is not in the plan any more"):
        start_regeneration(interview, Again("question", 0))
    with pytest.raises(NothingToWrite, match="skill is not in the plan any more"):
        start_regeneration(interview, Again("skill", 0))
    with pytest.raises(NothingToWrite, match="Shorten it to 500"):
        start_regeneration(interview, Again("interview", instruction="x" * 501))
    assert Job.objects.count() == 0


def test_a_later_proposal_for_the_same_part_takes_the_place_of_an_open_one(interview):
    again = Again("question", first_question(interview).pk)
    first, second = run(start_regeneration(interview, again)), run(start_regeneration(interview, again))
    assert Proposal.objects.get(job=first).status == "dismissed"
    assert Proposal.objects.get(job=second).status == "open"


def test_a_retry_reads_the_plan_as_it_was_when_it_was_asked(interview):
    old = first_question(interview)
    job = start_regeneration(interview, Again("question", old.pk))
    Question.objects.filter(pk=old.pk).update(prompt="Edited meanwhile: what do you do at the gate?")
    assert run(job).target.plan.skills[0].questions[0].prompt == old.prompt
    assert Proposal.objects.get(job=job).based_on_version == interview.version


def test_an_interview_that_was_deleted_meanwhile_ends_the_job_with_a_reason(interview):
    job = start_regeneration(interview, Again("interview"))
    Interview.objects.all().delete()
    assert run(job).error == runner.DELETED


def test_the_built_in_engine_says_that_it_cannot_follow_an_instruction(interview):
    again = Again("question", first_question(interview).pk, instruction="for a night shift")
    made = proposed(run(start_regeneration(interview, again)))
    assert made.notices == ["The built-in engine chose other questions; it cannot follow an instruction."]
    assert made.instruction == ""


@pytest.mark.django_db(transaction=True)
def test_the_model_is_told_the_wish_and_the_question_that_it_is_about(interview, use):
    old = first_question(interview)
    with serving(says(written(question("Two pallets are missing and the driver wants to leave. What now?")))) as server:
        use(server)
        again = Again("question", old.pk, instruction="  shorter,\nfor a night shift ", engine="openai")
        job = run(start_regeneration(interview, again))
    assert (job.status, job.error) == ("completed", "")
    told = server.prompt(0)
    assert "Wish of the person who plans the interview: shorter, for a night shift" in told
    assert f'"prompt": "{old.prompt}"' in told
    assert f"- {old.prompt}" not in told
    assert "- Walk me through the last stock count you did that did not add up." in told
    [one] = proposed(job).questions
    assert (one.question.source.engine, proposed(job).instruction) == ("openai", "shorter, for a night shift")


@pytest.mark.django_db(transaction=True)
def test_without_a_wish_the_model_is_kept_from_the_old_question(interview, use):
    old = first_question(interview)
    with serving(then=minds(author)) as server:
        use(server)
        job = run(start_regeneration(interview, Again("skill", old.skill_id, engine="openai")))
    assert f"- {old.prompt}" in server.prompt(0)
    assert "Wish of the person who plans the interview: none" in server.prompt(0)
    assert proposed(job).questions[0].question.prompt in SCENES


@pytest.mark.django_db(transaction=True)
def test_everything_unlocked_is_written_skill_by_skill_and_findings_come_along(interview, use):
    flawed = question("Do you count the pallets?")
    with serving(then=says(written(flawed, question(SCENES[1])))) as server:
        use(server)
        job = run(start_regeneration(interview, Again("interview", engine="openai")))
    assert len(proposed(job).questions) == 2
    assert {finding.code for one in proposed(job).questions for finding in one.findings} & {
        "craft.closed",
        "plan.near_duplicate",
    }


@pytest.mark.django_db(transaction=True)
def test_the_model_writes_a_question_for_a_skill_that_has_none(interview, use):
    skill = interview.skills.all()[1]
    skill.questions.all().delete()
    with serving(then=minds(author)) as server:
        use(server)
        again = Again("new", skill.pk, instruction="for a night shift", engine="openai")
        job = run(start_regeneration(interview, again))
    [one] = proposed(job).questions
    assert (one.skill, one.replaces, one.question.source.engine) == (skill.pk, None, "openai")
    assert "Wish of the person who plans the interview: for a night shift" in server.prompt(0)
    assert "are replaced by your answer" not in server.prompt(0)
    assert f"- {first_question(interview).prompt}" in server.prompt(0)


def test_a_skill_on_which_the_library_has_nothing_fails_by_itself_and_is_told_of_among_others(interview):
    first, skill = interview.skills.all()
    plan = Interview.objects.with_plan().get(pk=interview.pk).plan()
    skills = [SkillDraft.model_validate(one.model_dump(include=set(SkillDraft.model_fields))) for one in plan.skills]
    brief = Brief(role=plan.role, description=plan.description)
    analysis = Analysis(seniority=plan.seniority, families=opened(brief).families, skills=skills)
    for entry in find(brief, analysis, skills[1], team=[]):
        asked = samples.question(entry.prompt, source={"reference": entry.id})
        edit(interview, partial(add_question, skill=first.pk, question=asked), by=Author(""))
    skill.questions.all().delete()
    nothing = "The library has no question on Stock counts. Write one yourself, or choose the language model."
    assert run(start_regeneration(interview, Again("new", skill.pk))).error == nothing
    Question.objects.filter(skill=first).exclude(pk=first_question(interview).pk).update(locked=True)
    made = proposed(run(start_regeneration(interview, Again("interview"))))
    assert ([one.skill for one in made.questions], made.notices) == ([first.pk], [nothing])


@pytest.mark.django_db(transaction=True)
def test_a_server_that_fails_fails_the_job_and_nothing_stands_in(interview, use):
    with serving(fails(401, "no")) as server:
        use(server)
        job = run(start_regeneration(interview, Again("question", first_question(interview).pk, engine="openai")))
    assert job.status == "failed"
    assert "refused the key" in job.error
    assert Proposal.objects.count() == 0


def test_what_the_team_said_goes_with_it(interview):
    Interview.objects.filter(pk=interview.pk).update(intake=Intake(learned="SAP"))
    assert start_regeneration(interview, Again("interview")).brief.intake == Intake(learned="SAP")
