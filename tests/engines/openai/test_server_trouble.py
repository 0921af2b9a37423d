"""A server in trouble: what is tried again, how long, and what people are told."""

import json
import socket
import time

import pytest

from interviews.drafts import Call
from interviews.engines.base import EngineError
from tests.engines.openai.answers import BRIEF, Memory, Slept, analysis, engine
from tests.engines.openai.scripted import drops, fails, hangs, says, sends, serving, trickles, trickles_headers


def failure(url, call=None, slept=None, **settings):
    """The error that an analysis ends with."""
    with pytest.raises(EngineError) as caught:
        engine(url, slept, **settings).analyse(BRIEF, call or Call())
    return caught.value


def test_a_busy_server_is_given_the_time_it_asks_for():
    said: list[str] = []
    slept = Slept()
    script = (fails(429, "slow down", "rate_limit_exceeded", retry_after="3"), fails(503), says(analysis()))
    with serving(*script) as server:
        engine(server.url, slept).analyse(BRIEF, Call(say=said.append))
    assert len(server.requests) == 3
    # Three seconds as asked and one of jitter, then the second pause of the ladder.
    assert sum(slept) == pytest.approx(4 + 2)
    assert said == [
        "AI Progress: The language model asked to slow down; trying again in 4 s",
        "AI Progress: The language model answered with error 503; trying again in 2 s",
    ]


def test_a_server_that_asks_for_more_time_than_there_is_ends_the_job():
    with serving(fails(429, retry_after="3600")) as server:
        error = failure(server.url)
    assert not error.permanent
    assert "asked to slow down" in str(error)
    assert len(server.requests) == 1


def test_trouble_that_does_not_pass_ends_after_five_attempts():
    with serving(*[fails(500, "boom")] * 5) as server:
        error = failure(server.url)
    assert not error.permanent
    assert 'error 500: "boom". Retry in a few minutes.' in str(error)
    assert len(server.requests) == 5


@pytest.mark.parametrize(
    ("step", "says_so"),
    [
        (fails(429, "You exceeded your current quota", "insufficient_quota"), "has no credit left"),
        (fails(402, "Insufficient credits"), "has no credit left"),
        (fails(401, "Incorrect API key provided: sk-test-secret", "invalid_api_key"), "Check OPENAI_API_KEY"),
        (fails(403, "no access"), "may not use the model scripted"),
        (fails(404, "The model does not exist", "model_not_found"), "does not know the model scripted"),
        (fails(400, "too many tokens", "context_length_exceeded"), "too long for the model scripted"),
        (fails(400, "the request exceeds the available context size"), "too long for the model scripted"),
        (fails(400, "bad sk-test-secret thing"), 'refused the request (400): "bad … thing"'),
        (fails(400, "The prompt was filtered", "content_filter"), "declined to answer"),
        (sends(200, "<html>Welcome</html>"), "which usually ends in /v1"),
    ],
)
def test_what_only_a_person_can_mend_is_said_at_once(step, says_so):
    with serving(step) as server:
        error = failure(server.url)
    assert error.permanent
    assert says_so in str(error)
    assert "sk-test-secret" not in str(error)
    assert len(server.requests) == 1


def test_an_error_in_a_200_is_an_error():
    body = json.dumps({"error": {"code": 502, "message": "Provider returned error"}})
    with serving(sends(200, body, "application/json"), says(analysis())) as server:
        engine(server.url).analyse(BRIEF, Call())
    assert len(server.requests) == 2


def test_a_quota_error_in_a_200_is_permanent():
    body = json.dumps({"error": {"type": "insufficient_quota", "message": "no"}, "choices": []})
    with serving(sends(200, body, "application/json")) as server:
        assert failure(server.url).permanent


def test_a_web_page_for_an_error_is_not_quoted():
    with serving(*[sends(502, "<html><h1>Bad gateway</h1></html>")] * 5) as server:
        error = failure(server.url)
    assert str(error).endswith("answered with error 502. Retry in a few minutes.")


def test_a_dropped_connection_is_tried_again():
    with serving(drops(), says(analysis())) as server:
        engine(server.url).analyse(BRIEF, Call())
    assert len(server.requests) == 2


@pytest.mark.parametrize("step", [hangs(), trickles(), trickles_headers()])
def test_a_server_that_hangs_is_left_at_the_deadline(step):
    with serving(step) as server:
        began = time.monotonic()
        error = failure(server.url, Call(deadline=began + 0.3))
        assert time.monotonic() - began < 2
    assert not error.permanent
    assert "did not finish in time" in str(error)


def test_one_hanging_call_does_not_use_up_the_job():
    with serving(hangs(), says(analysis())) as server:
        engine(server.url, call_seconds=0.2).analyse(BRIEF, Call())
    assert len(server.requests) == 2


def test_a_deadline_that_has_passed_asks_nothing():
    with serving() as server:
        assert "did not finish in time" in str(failure(server.url, Call(deadline=time.monotonic() - 1)))
    assert server.requests == []


def test_the_time_of_a_job_counts_from_when_it_was_taken_up():
    with serving() as server:
        error = failure(server.url, Call(began=time.monotonic() - 61), job_seconds=60)
    assert "did not finish in time" in str(error)
    assert server.requests == []


def test_a_server_that_is_not_there_is_named_without_its_password():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        error = failure(f"http://someone:secret@127.0.0.1:{port}/v1")
    assert str(error).startswith(f"No language-model server answers at http://127.0.0.1:{port}/v1. Start it")
    assert not error.permanent


def test_a_cancelled_job_asks_nothing_more():
    with serving(fails(503)) as server:
        error = failure(server.url, Call(cancelled=lambda: bool(server.requests)))
    assert str(error) == "The job was cancelled."
    assert len(server.requests) == 1


def test_a_cancel_is_seen_while_the_server_thinks():
    began = time.monotonic()
    with serving(hangs()) as server:
        error = failure(server.url, Call(cancelled=lambda: time.monotonic() - began > 0.3))
    assert str(error) == "The job was cancelled."
    assert time.monotonic() - began < 5


def test_a_spent_budget_stops_before_the_next_request():
    with serving(says("no"), says(analysis())) as server:
        error = failure(server.url, Memory().call(), job_tokens=1000)
    assert "has used 1,200 tokens for this job, and HIRING_LLM_JOB_TOKENS allows 1,000" in str(error)
    assert len(server.requests) == 1
    with serving(says("no"), says(analysis())) as server:
        error = failure(server.url, Memory().call(), job_dollars=0.001, model="gpt-6.1-terra")
    assert "has cost $0.0016 for this job, and HIRING_LLM_JOB_DOLLARS allows $0.001" in str(error)


def test_a_budget_in_dollars_needs_a_known_price():
    with serving() as server:
        assert "the price of scripted is not known" in str(failure(server.url, job_dollars=1))
    assert server.requests == []


def test_no_more_requests_at_once_than_allowed():
    from concurrent.futures import ThreadPoolExecutor

    with serving(*[says(analysis())] * 6) as server:
        asked = engine(server.url, concurrency=2)
        memories = [Memory() for _ in range(6)]
        with ThreadPoolExecutor(6) as pool:
            found = list(pool.map(lambda memory: asked.analyse(BRIEF, memory.call()), memories))
    assert len(server.requests) == 6
    assert all(one == found[0] for one in found)
