"""What a job uses of the model, counted and held to its budget."""

import pytest

from interviews.engines.openai_prompts import PROMPT_VERSION
from interviews.models import Interview
from tests.engines.openai.scenes import author, author_failing
from tests.engines.openai.scripted import fails, minds, serving

in_a_database = pytest.mark.django_db(transaction=True)


@in_a_database
def test_what_is_used_is_counted_by_step_with_retries_and_the_version_of_the_prompts(generate, run, use):
    with serving(fails(503), then=minds(author_failing("SAP"))) as server:
        use(server, HIRING_LLM_PRICE="1 0.5 2")
        job = run(generate())
    units = {(unit.step, unit.key): unit for unit in job.units.all()}
    # Of a scripted answer's 1,000 tokens 400 came from the cache, and it wrote 200.
    one = (600 * 1 + 400 * 0.5 + 200 * 2) / 1_000_000
    assert units[0, "analysis"].usage.tokens == 1_200
    assert units[2, "0"].usage.cost_usd == pytest.approx(one)
    assert units[2, "2"].usage.cost_usd == pytest.approx(2 * one)
    assert units[1, "0"].usage.tokens == 0
    assert {unit.prompt_version for unit in units.values() if unit.usage.tokens} == {PROMPT_VERSION}
    assert set(job.answers.values_list("prompt_version", "model")) == {(PROMPT_VERSION, "scripted")}


@in_a_database
def test_a_budget_stops_the_job_as_a_whole_and_raised_it_goes_on(generate, run, use):
    with serving(then=minds(author)) as server:
        use(server, HIRING_LLM_JOB_TOKENS="1200")
        job = run(generate())
        assert job.status == "failed"
        assert "has used 1,200 tokens for this job, and HIRING_LLM_JOB_TOKENS allows 1,200" in job.error
        assert Interview.objects.count() == 0
        assert len(server.requests) == 1
        use(server, HIRING_LLM_JOB_TOKENS="100000")
        job.retry()
        assert run(job).status == "completed"
        assert len(server.requests) == 4


@in_a_database
def test_calls_side_by_side_do_not_pass_the_budget_together(generate, run, use):
    """Each call costs 1,200 tokens: after the reading and one skill nothing is left, however many wait at once."""
    with serving(then=minds(author)) as server:
        use(server, HIRING_LLM_JOB_TOKENS="2400")
        job = run(generate())
    assert job.status == "failed"
    assert "has used 2,400 tokens for this job, and HIRING_LLM_JOB_TOKENS allows 2,400" in job.error
    assert (len(server.requests), job.answers.count()) == (2, 2)
