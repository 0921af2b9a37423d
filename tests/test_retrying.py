"""A failed job goes on from the step that failed, whichever door it is retried by."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from interviews.engines import ENGINES
from interviews.engines.base import EngineError
from interviews.models import ApiKey, Job
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from tests import samples


class Broken:
    """The built-in engine, which writes no questions until it is mended."""

    def __init__(self):
        self.real, self.analysed, self.mended = ENGINES["library"], 0, False

    def analyse(self, brief, call):
        self.analysed += 1
        return self.real.analyse(brief, call)

    def questions(self, brief, skill, wanted, call):
        if not self.mended:
            raise EngineError("The server is out of credit.", permanent=True)
        return self.real.questions(brief, skill, wanted, call)


def by_page(client, job, owner):
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(reverse("retry_job", args=[job.pk])).status_code == 302


def by_api(client, job, owner):
    secret = ApiKey.issue(job.team, "Applicant system")[1]
    answer = client.post(f"/api/v2/task-executions/retry/{job.pk}", headers={"apiKey": secret})
    assert answer.status_code == 202


def by_admin(client, job, owner):
    owner.is_staff = owner.is_superuser = True
    owner.save()
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    form = {"action": "retry", "_selected_action": [str(job.pk)]}
    assert client.post(reverse("admin:interviews_job_changelist"), form).status_code == 302


def by_command(client, job, owner):
    call_command("retry", str(job.pk))


@pytest.mark.parametrize("door", [by_page, by_api, by_admin, by_command])
def test_a_job_is_retried_from_the_failed_step(client, team, owner, monkeypatch, door):
    engine = Broken()
    monkeypatch.setitem(ENGINES, "library", engine)
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION), person=owner)
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, job.step_name) == ("failed", "Generating interview questions")
    kept = set(job.units.values_list("pk", flat=True))
    door(client, job, owner)
    assert Job.objects.get().status == "pending"
    engine.mended = True
    runner.run(str(job.pk))
    job.refresh_from_db()
    assert (job.status, engine.analysed) == ("completed", 1)
    assert kept < set(job.units.values_list("pk", flat=True))
    lines = [line for line in job.log.values_list("message", flat=True) if line.endswith("...")]
    assert len(lines) == len(set(lines)) == 5
