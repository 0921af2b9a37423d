"""The engine inside a job: a whole plan, skills side by side, answers kept, nothing paid twice."""

import hashlib
import re
import threading
from typing import Any

import pytest

from interviews.drafts import Brief
from interviews.models import Answer, Interview, Job
from interviews.pipeline import runner
from interviews.pipeline.plain import make_plan
from interviews.services.generation import Order, start_generation
from tests import samples
from tests.engines.openai.answers import analysis, question, written
from tests.engines.openai.scripted import fails, minds, serving

SCENES = (
    "Walk me through the last trailer you had to load in a hurry and what you did about the straps.",
    "A delivery note lists nine cartons and you count seven. What do you do?",
    "The racking label and the pallet in your hands do not agree. What do you do first?",
    "Show me aloud how you would check the forklift at the beginning of a shift.",
)


def author(prompt: str) -> Any:
    """Answers as a model would that knows four scenes: another one for each skill."""
    if "read the posting" in prompt:
        return analysis()
    skill = re.search(r"^Skill: (.*) \(", prompt, re.M)
    assert skill is not None
    first = int(hashlib.sha256(skill[1].encode()).hexdigest(), 16) % len(SCENES)
    return written(*[question(SCENES[(first + place) % len(SCENES)]) for place in range(2)])


@pytest.fixture
def use(monkeypatch):
    """Configures the engine by the environment, as an operator would."""

    def use(server):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_MODEL", "scripted")
        monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    return use


def test_a_plan_is_made_on_the_command_line(use):
    brief = Brief(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai")
    with serving(then=minds(author)) as server:
        use(server)
        plan = make_plan(brief)
    assert [skill.name for skill in plan.skills] == ["Loading with a forklift", "Receiving goods", "SAP"]
    assert {question.source.engine for skill in plan.skills for question in skill.questions} == {"openai"}
    assert sum(skill.weight for skill in plan.skills) == 100
    assert '"id": "warehouse.' in server.prompt(1)
    assert all(finding.blocks == "no" for finding in plan.findings)


@pytest.mark.django_db(transaction=True)
def test_a_retried_job_asks_only_for_what_is_missing(team, use):
    job = start_generation(
        team, Order(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai", question_count=3)
    )

    def broken(prompt: str) -> Any:
        return author(prompt) if "Skill: SAP" not in prompt else "I would rather not."

    with serving(then=minds(broken)) as server:
        use(server)
        runner.run(str(job.pk))
        failed = Job.objects.get(pk=job.pk)
        assert failed.status == "failed"
        assert "gave no usable answer" in failed.error
        # One reading, one answer each for two skills, and two useless ones for the third.
        assert len(server.requests) == 5
        assert Answer.objects.filter(job=job).count() == 5
        assert failed.retry()
        server.then = minds(author)
        runner.run(str(job.pk))
        assert len(server.requests) == 6
    assert Job.objects.get(pk=job.pk).status == "completed"
    assert [skill.name for skill in Interview.objects.get().skills.order_by("position")][-1] == "SAP"


@pytest.mark.django_db(transaction=True)
def test_skills_are_asked_for_side_by_side(team, use):
    job = start_generation(
        team, Order(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai", question_count=3)
    )

    all_three = threading.Barrier(3, timeout=10)

    def together(prompt: str) -> Any:
        if "Skill: " in prompt:
            all_three.wait()
        return author(prompt)

    with serving(then=minds(together)) as server:
        use(server)
        runner.run(str(job.pk))
    assert not all_three.broken
    assert len(server.requests) == 4
    assert Job.objects.get(pk=job.pk).status == "completed"


@pytest.mark.django_db(transaction=True)
def test_a_wrong_key_fails_the_job_in_plain_words(team, use):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION, engine="openai"))
    with serving(fails(401, "no")) as server:
        use(server)
        runner.run(str(job.pk))
    assert "refused the key. Check OPENAI_API_KEY" in Job.objects.get(pk=job.pk).error
