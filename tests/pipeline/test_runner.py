"""The runner walks the steps, commits each unit once, and ends every job."""

import pytest
from django.db import connection, connections

from interviews.drafts import Answered, LibraryEntry, Usage
from interviews.engines import ENGINES
from interviews.engines.base import EngineError, Stopped
from interviews.models import Answer, Interview, Job, LibraryQuestion
from interviews.models.steps import STEP_NAMES
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from tests import samples

NAMES = STEP_NAMES["ai_interview_generation"]


def start(team, **changes):
    return start_generation(team, Order(**({"role": samples.ROLE, "description": samples.DESCRIPTION} | changes)))


def run(job):
    runner.run(str(job.pk))
    job.refresh_from_db()
    return job


def lines(job) -> list[str]:
    return list(job.log.values_list("message", flat=True))


class Scripted:
    """The built-in engine with a fault: only what the test says goes wrong."""

    def __init__(self, fault):
        self.real, self.fault, self.calls = ENGINES["library"], fault, []

    def analyse(self, brief, call):
        self.calls.append("analyse")
        return self.real.analyse(brief, call)

    def questions(self, brief, skill, wanted, call):
        self.calls.append(skill.name)
        self.fault(skill, call, len(self.calls))
        return self.real.questions(brief, skill, wanted, call)


def test_a_job_ends_with_an_interview(team, owner):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION), person=owner)
    runner.run(str(job.pk))
    job.refresh_from_db()
    interview = Interview.objects.with_plan().get()
    assert (job.status, job.interview, job.current_step) == ("completed", interview, "Completed")
    assert (interview.name, interview.author, interview.description) == (
        samples.ROLE,
        "owner@example.org",
        samples.DESCRIPTION,
    )
    assert sum(skill.weight for skill in interview.skills.all()) == 100


def test_the_log_reads_as_the_contract_says(team):
    job = start(team)
    runner.run(str(job.pk))
    said = lines(job)
    skills = list(Interview.objects.get().skills.values_list("name", flat=True))
    assert said[0] == "AI interview plan generation has started"
    assert [line for line in said if line.endswith("...")] == [f"AI Progress: {name}..." for name in NAMES]
    for skill in skills:
        assert any(line.startswith(f"AI Progress: Completed search for skill: {skill} (found ") for line in said)
        assert f"AI Progress: Generating interview questions for {skill}" in said
    assert said[-1] == "AI interview plan generation completed"


def test_a_finished_job_is_left_alone(team):
    job = start(team)
    runner.run(str(job.pk))
    before = lines(job)
    runner.run(str(job.pk))
    assert (lines(job), Interview.objects.count()) == (before, 1)


def test_an_unknown_job_is_no_error(db):
    runner.run("6efe0833-332a-4b78-b022-e2275f8204aa")


def test_an_engine_that_cannot_answer_fails_the_job_with_its_sentence(team):
    text = "Wir suchen eine Pflegekraft für unsere Station. Sie betreuen die Patienten und führen die Akten. " * 3
    job = start(team, description=text)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.interview) == ("failed", None)
    assert "German" in job.error
    assert lines(job)[-1] == f"AI interview plan generation failed: {job.error}"


def test_a_crash_loses_only_the_unit_at_work(team, monkeypatch):
    def fault(skill, call, calls):
        if calls == 3:
            raise KeyboardInterrupt

    engine = Scripted(fault)
    monkeypatch.setitem(ENGINES, "library", engine)
    job = start(team)
    with pytest.raises(KeyboardInterrupt):
        runner.run(str(job.pk))
    done = job.units.count()
    Job.objects.update(lease_until=None)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert job.status == "completed"
    assert engine.calls.count("analyse") == 1
    assert job.units.count() > done > 3
    assert [line for line in lines(job) if line.endswith("...")] == [f"AI Progress: {name}..." for name in NAMES]
    assert len(lines(job)) == len(set(lines(job)))


def test_a_fault_of_ours_fails_the_job_in_plain_words(team, monkeypatch, caplog):
    def fault(skill, call, calls):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    job = start(team)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.BROKEN)
    assert "secret detail" in caplog.text


def test_a_failed_job_is_retried_from_the_failed_step(team, monkeypatch):
    def fault(skill, call, calls):
        if not mended:
            raise EngineError("The server is out of credit.", permanent=True)

    mended: list[bool] = []
    engine = Scripted(fault)
    monkeypatch.setitem(ENGINES, "library", engine)
    job = start(team)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", "The server is out of credit.")
    mended.append(True)
    job.retry()
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, engine.calls.count("analyse")) == ("completed", 1)


def test_a_job_that_never_gets_further_fails_after_five_attempts(team):
    job = start(team)
    Job.objects.update(attempts_without_progress=5)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("failed", runner.POISONED)


def test_a_cancel_is_seen_between_two_units(team, monkeypatch):
    def fault(skill, call, calls):
        Job.objects.get().cancel()

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    job = start(team)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.current_step, Interview.objects.count()) == ("Cancelled", 0)


def test_an_engine_that_stops_because_of_a_cancel_ends_the_job_as_cancelled(team, monkeypatch):
    def fault(skill, call, calls):
        Job.objects.get().cancel()
        raise EngineError("The job was cancelled.", permanent=True)

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    job = start(team)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert job.current_step == "Cancelled"
    assert lines(job)[-1] == "AI interview plan generation was cancelled"


def test_an_answer_is_kept_as_it_arrives_and_given_back(team, monkeypatch):
    seen = []

    def fault(skill, call, calls):
        seen.append(call.kept("digest"))
        call.keep(Answered("digest", '{"answer": 1}', Usage(prompt_tokens=7)))
        if len(seen) == 1:
            raise Stopped("Try again.")

    monkeypatch.setitem(ENGINES, "library", Scripted(fault))
    job = start(team)
    runner.run(str(job.pk))
    assert Answer.objects.get().usage == Usage(prompt_tokens=7)
    job.refresh_from_db()
    job.retry()
    runner.run(str(job.pk))
    assert seen[:2] == [None, '{"answer": 1}']


def test_no_transaction_is_open_while_an_engine_works(team, monkeypatch):
    opened = []
    monkeypatch.setitem(
        ENGINES, "library", Scripted(lambda skill, call, calls: opened.append(connection.savepoint_ids[:]))
    )
    runner.run(str(start(team).pk))
    depth = len(connection.savepoint_ids)
    assert opened
    assert {len(ids) for ids in opened} == {depth}


@pytest.mark.django_db(transaction=True)
def test_units_of_a_waiting_engine_run_side_by_side_and_are_all_committed(monkeypatch):
    import threading

    from interviews.models import Team

    together = threading.Barrier(2, timeout=10)

    def fault(skill, call, calls):
        assert connections["default"].connection is None, "a thread that waits touches no rows"
        if calls <= 3:
            together.wait()
        call.keep(Answered(f"digest {skill.name}", "{}", Usage()))

    monkeypatch.setitem(ENGINES, "openai", Scripted(fault))
    team = Team.objects.create_named("Side by side")
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai"))
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.error) == ("completed", "")
    assert Answer.objects.filter(job=job).count() == job.units.filter(step=2).count()


def test_a_question_that_the_team_approved_for_a_skill_is_asked_before_any_other(team):
    first = Interview.objects.with_plan().get(pk=run(start(team)).interview_id).plan().skills[0]
    asked = first.questions[0]
    shared = {"type", "why", "follow_ups", "evaluation_criteria", "rating_scale", "red_flags", "alternate"}
    entry = LibraryEntry(
        id="team",
        family="team",
        competency="",
        competency_name="",
        levels=["entry", "mid", "senior", "lead"],
        minutes=asked.minutes,
        prompt=f"In our own words. {asked.prompt}",
        **asked.model_dump(include=shared),
    )
    own = LibraryQuestion.objects.create(team=team, skill_name=first.name, entry=entry, status="approved")
    again = Interview.objects.with_plan().get(pk=run(start(team)).interview_id).plan()
    assert again.skills[0].questions[0].source.reference == f"team.{own.pk}"
