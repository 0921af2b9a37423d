"""What the tests of the engine inside a job share."""

import pytest

from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from tests import samples


@pytest.fixture
def use(monkeypatch):
    """Configures the engine by the environment, as an operator would."""

    def use(server, **more):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_MODEL", "scripted")
        monkeypatch.delenv("OPENAI_API_KEY", raising=False)
        for name, value in more.items():
            monkeypatch.setenv(name, value)

    return use


@pytest.fixture
def generate(team):
    """Starts a job for the language model; `run` works on it and gives it back as it ended."""

    def generate(**changes):
        order = {"role": samples.ROLE, "description": samples.DESCRIPTION, "engine": "openai", "question_count": 3}
        return start_generation(team, Order(**(order | changes)))

    return generate


@pytest.fixture
def run():
    """Works on a job as a worker does, and reads it back."""

    def run(job):
        runner.run(str(job.pk))
        job.refresh_from_db()
        return job

    return run
