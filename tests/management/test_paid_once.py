"""A worker is killed in the middle of its calls: what the model had answered is not asked for again."""

import json
import os
import signal
import threading
from collections import Counter
from typing import Any

import pytest
import requests

from tests import samples
from tests.engines.openai.answers import question, written
from tests.engines.openai.scenes import SCENES, asked_skill, author
from tests.engines.openai.scripted import minds, serving
from tests.management.databases import value_of
from tests.product import product

pytestmark = pytest.mark.xdist_group("product")
BODY = {"job_role": samples.ROLE, "job_description": samples.DESCRIPTION}
KEPT = "SELECT count(*) FROM interviews_answer"
FREE = "from interviews.models import Job; Job.objects.update(lease_until=None, woken_at='2020-01-01T00:00:00Z')"


def test_after_a_kill_no_call_is_made_whose_answer_was_kept(tmp_path, ready_database):
    """SAP's first answer is flawed and kept, its repair hangs; then the whole cluster is killed."""
    released, too_long = threading.Event(), f"{SCENES[4][:-1]} {'and then ' * 40}?"

    def slow_to_mend(prompt: str) -> Any:
        if asked_skill(prompt) != "SAP":
            return author(prompt)
        if "cannot be used as it is" in prompt:
            released.wait(60)
            return author(prompt)
        return written(question(too_long), question(SCENES[5]))

    with serving(then=minds(slow_to_mend)) as server:
        database = ready_database(tmp_path / "data")
        model = {"OPENAI_BASE_URL": server.url, "OPENAI_MODEL": "scripted"}
        with product(tmp_path / "data", "--workers", "1", **model, **database) as running:
            running.wait_until_served()
            headers = {"apiKey": running.manage("create_api_key", "Test").stdout.split()[-1]}
            url = running.url + "/api/v2/ai-interviews/generate-interview"
            job = requests.post(url, json=BODY, headers=headers, timeout=20).json()["job_id"]
            running.wait_for(lambda: len(server.requests) == 5)
            running.wait_for(lambda: value_of(KEPT, tmp_path / "data", database) == 4)
            [cluster] = [p for p in running.parent.children() if "qcluster" in p.cmdline()]
            os.killpg(cluster.pid, signal.SIGKILL)
            asked_before = len(server.requests)
            released.set()
            running.manage("shell", "-c", FREE)

            def state() -> Any:
                path = f"{running.url}/api/v2/task-executions/status/{job}"
                return requests.get(path, headers=headers, timeout=20).json()

            running.wait_for(lambda: state()["status"] == "completed")
            usage = state()["result"]["usage"]
    asked = Counter(json.dumps(one["messages"]) for one in server.requests)
    assert asked_before == 5
    assert len(server.requests) == 6, "only the repair that hung was asked for again"
    assert sorted(asked.values()) == [1, 1, 1, 1, 2]
    assert usage["prompt_tokens"] == 5_000, "each kept answer is counted once"
    assert [step["step"] for step in usage["steps"]] == ["Analyzing job requirements", "Generating interview questions"]
