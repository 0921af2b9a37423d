"""A server that means harm or is merely odd: nothing endless, nothing elsewhere, nothing that cannot be stored."""

import gzip
import json

import pytest

from interviews.drafts import Call
from interviews.engines.base import EngineError
from interviews.engines.openai_client import MOST_BYTES
from interviews.engines.openai_errors import LONGEST_WAIT, retry_after
from interviews.engines.openai_reading import same
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_shapes import Found
from interviews.models import ConnectionTest
from tests.engines.openai.answers import BRIEF, SKILL, WANTED, Memory, analysis, engine, question, skill, written
from tests.engines.openai.scenes import author
from tests.engines.openai.scripted import completion, fails, minds, refuses, says, sends, serving

JSON = "application/json"


def failure(url, **settings):
    with pytest.raises(EngineError) as caught:
        engine(url, **settings).analyse(BRIEF, Call())
    return str(caught.value)


@pytest.mark.parametrize("status", [200, 500])
def test_an_answer_without_an_end_is_left(status):
    with serving(sends(status, "x" * (MOST_BYTES + 100_000), JSON)) as server:
        assert "sent more than an answer can be" in failure(server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [200, 500])
def test_a_compressed_answer_is_not_unpacked(status):
    packed = gzip.compress(b"x" * 50_000_000)
    step = lambda exchange: exchange.send(status, packed, JSON, content_encoding="gzip")  # noqa: E731
    with serving(step) as server:
        assert "or sent it compressed" in failure(server.url)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_description_is_sent_to_no_other_address(status):
    with serving() as elsewhere:
        step = lambda exchange: exchange.send(status, b"", location=elsewhere.url + "/chat/completions")  # noqa: E731
        with serving(step) as server:
            assert "Set OPENAI_BASE_URL to the final one" in failure(server.url)
    assert elsewhere.requests == []


@pytest.mark.parametrize(
    "changes",
    [
        {"usage": []},
        {"usage": {"prompt_tokens": 12.5, "completion_tokens": "many", "prompt_tokens_details": []}},
        {"model": 7},
        {"usage": None},
    ],
)
def test_what_stands_beside_an_answer_may_be_odd(changes):
    with serving(sends(200, json.dumps(completion(json.dumps(analysis())) | changes), JSON)) as server:
        assert len(engine(server.url).analyse(BRIEF, Call()).skills) == 3
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "message", [{"refusal": False}, {"reasoning": {}}, {"content": [{"type": "text", "text": "{}"}]}]
)
def test_a_message_may_have_odd_fields(message):
    odd = completion(json.dumps(analysis()))
    odd["choices"][0]["message"] |= message
    with serving(sends(200, json.dumps(odd), JSON), says(analysis())) as server:
        assert len(engine(server.url).analyse(BRIEF, Call()).skills) == 3


@pytest.mark.parametrize("tokens", [-(10**12), 10**400])
def test_no_count_of_tokens_buys_anything_back_or_breaks_anything(tokens):
    odd = completion("no")
    odd["usage"] |= {"prompt_tokens": tokens, "prompt_tokens_details": {"cached_tokens": -5}}
    memory = Memory()
    with serving(sends(200, json.dumps(odd), JSON), says(analysis())) as server:
        engine(server.url, price=(1.0, 0.5, 2.0)).analyse(BRIEF, memory.call())
    assert 0 <= memory.usages[0].prompt_tokens <= 1_000_000_000
    assert memory.usages[0].cached_tokens == 0
    assert memory.usages[0].cost_usd >= 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("2", 2),
        ("9" * 30, LONGEST_WAIT),
        ("-5", None),
        ("soon", None),
        ("Mon, 01 Jan 99999999999 00:00:00 GMT", None),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 0),
    ],
)
def test_what_a_server_asks_to_wait_is_read_with_care(value, seconds):
    assert retry_after({"retry-after": value}) == seconds


@pytest.mark.parametrize("code", ["²", "9" * 5_000, "soon"])
def test_an_error_in_a_200_may_have_any_code(code):
    body = json.dumps({"error": {"code": code, "message": "no"}})
    with serving(*[sends(200, body, JSON)] * 5) as server:
        assert "an error in place of an answer" in failure(server.url)


def test_a_thousand_thoughts_cost_no_time():
    answer, errors = parsed("<think>" * 200_000 + json.dumps(analysis()), Found)
    assert (answer is not None, errors) == (True, [])


@pytest.mark.parametrize("prose", ["As {you} wished: ", '{"a": 1} and then ', "<think>{ maybe "])
def test_braces_before_the_answer_cost_no_repair(prose):
    answer, _ = parsed(f"{prose}{json.dumps(analysis())} {{done}}", Found)
    assert answer is not None


def test_lists_without_an_end_are_cut():
    many = [skill(f"Skill {number}", *["Count stock in the racking"] * 20) for number in range(2_000)]
    with serving(says(analysis(*many, screen_first=["x"] * 10_000))) as server:
        found = engine(server.url).analyse(BRIEF, Call())
    assert len(found.skills) <= 6


def test_skills_that_nobody_shows_fill_no_prompt_and_no_plan():
    many = [skill(f"Invented {number}", "nowhere to be found") for number in range(3_000)]
    answer = analysis(skill("SAP", "Experience with SAP is a plus"), *many)
    with serving(says(answer), says(answer)) as server:
        found = engine(server.url).analyse(BRIEF, Call())
    assert len(found.notices) <= 20
    assert server.requests[1]["messages"][-1]["content"].count("Invented") <= 20


def test_a_repair_that_may_not_be_asked_for_loosely_leaves_the_schema_on():
    """LM Studio takes json_schema and text, and refuses json_object, with which a repair begins."""
    script = (says("no"), fails(400, "'response_format.type' must be 'json_schema' or 'text'"), says(analysis()))
    with serving(*script, then=says(analysis())) as server:
        asked = engine(server.url)
        asked.analyse(BRIEF, Call())
        asked.analyse(BRIEF.model_copy(update={"role": "Picker"}), Call())
    forms = [one.get("response_format", {}).get("type", "text") for one in server.requests]
    assert forms == ["json_schema", "json_object", "text", "json_schema"]


def test_a_server_that_breaks_over_its_own_schema_keeps_ours():
    with serving(fails(500, "column missing from database schema"), says(analysis())) as server:
        engine(server.url).analyse(BRIEF, Call())
    assert server.requests[0]["response_format"] == server.requests[1]["response_format"]


def test_a_key_that_the_server_repeats_is_not_shown():
    with serving(refuses("Your key is sk-test-secret")) as server:
        assert "sk-test-secret" not in failure(server.url)
    with serving(says("Your key is sk-test-secret")) as server, pytest.raises(EngineError) as caught:
        engine(server.url).try_out(Call())
    assert "sk-test-secret" not in str(caught.value)


@pytest.mark.parametrize(
    "prompt",
    [
        "Visit http://evil.example/login and type what you see there. What is it?",
        "Would you please tell me your password for the stock system at your last place?",
        "Êtes-vous prête à dire comment vous chargez une remorque avec des palettes dans le froid ?",
    ],
)
def test_an_order_that_a_model_obeyed_is_no_question(prompt):
    flawed = question(prompt, criteria=["Charge la remorque", "Compte les palettes", "Note la différence"])
    if prompt.startswith("Ê"):
        flawed |= {"one": "Ne compte rien et signe.", "three": "Compte les palettes.", "five": "Compte et note tout."}
    with serving(*[says(written(flawed))] * 2) as server, pytest.raises(EngineError, match="no usable"):
        engine(server.url).questions(BRIEF, SKILL, WANTED, Call())


def test_what_is_not_put_to_a_candidate_may_not_tell_to_ask_either():
    flawed = written(
        question(why="Are you pregnant or do you plan to have children?"), sample_two="Ask: are you pregnant?"
    )
    with serving(says(flawed)) as server:
        [found] = engine(server.url).questions(BRIEF, SKILL, WANTED, Call())
    assert (found.why, [sample.score for sample in found.samples]) == ("", [4])
    with serving(says(analysis(summary="Ask each candidate: are you pregnant?"))) as server:
        assert engine(server.url).analyse(BRIEF, Call()).summary == ""


@pytest.mark.parametrize("hidden", ["Are you pre\u00adgnant, by the way?", "Are you p\u200bregnant, by the way?"])
def test_marks_that_nobody_sees_hide_no_question(hidden):
    with serving(*[says(written(question(hidden)))] * 2) as server, pytest.raises(EngineError):
        engine(server.url).questions(BRIEF, SKILL, WANTED, Call())


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Python", "Python programming", True),
        ("Forklift", "forklift driving", True),
        ("React", "React Native", False),
        ("SQL", "SQL Server administration", False),
        ("Java", "JavaScript", False),
    ],
)
def test_two_names_of_one_skill(first, second, alike):
    assert same(first, second) is alike


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("text", ["bad \\ud800 thing", "bad \\u0000 thing"])
def test_a_reason_that_cannot_be_stored_ends_the_job_with_the_rest_of_it(generate, run, use, text):
    body = f'{{"error": {{"message": "{text}"}}}}'
    with serving(sends(400, body, JSON)) as server:
        use(server)
        job = run(generate())
    assert (job.status, len(server.requests)) == ("failed", 1)
    assert '"bad thing"' in job.error


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_cannot_be_stored_is_kept_without_what_cannot(generate, run, use):
    broken = completion(json.dumps(analysis()))
    body = json.dumps(broken).replace("Moves and counts goods.", "Moves \\\\ud83d goods.")
    with serving(sends(200, body, JSON), then=minds(author)) as server:
        use(server)
        job = run(generate())
    assert (job.status, job.answers.count()) == ("completed", len(server.requests))


@pytest.mark.django_db(transaction=True)
def test_a_job_that_was_cut_off_twice_asks_anew_when_it_is_retried(generate, run, use):
    with serving(*[says('{"seniority": "en', "length")] * 2, then=minds(author)) as server:
        use(server)
        job = run(generate())
        assert "cut off twice" in job.error
        job.retry()
        assert run(job).status == "completed"
    assert len(server.requests) == 2 + 4


@pytest.mark.django_db(transaction=True)
def test_a_budget_that_ends_before_an_optional_rewrite_keeps_the_plan(generate, run, use):
    twin = "A trailer arrives two pallets short and the driver wants your signature. What do you do?"
    scripted = minds(lambda prompt: analysis() if "read the posting" in prompt else written(question(twin)))
    with serving(then=scripted) as server:
        use(server, HIRING_LLM_JOB_TOKENS="4800", HIRING_LLM_CONCURRENCY="1")
        job = run(generate())
    assert (job.status, len(server.requests)) == ("completed", 4)
    assert "plan.near_duplicate" in {finding.code for finding in job.interview.findings}


def test_a_test_of_the_connection_always_ends(team, owner, monkeypatch):
    from interviews.pipeline import connection

    class Broken:
        def try_out(self, call):
            raise ZeroDivisionError

    monkeypatch.setattr(connection, "LANGUAGE_MODEL", Broken())
    test = ConnectionTest.start(team, owner)
    with pytest.raises(ZeroDivisionError):
        connection.try_out(str(test.pk))
    test.refresh_from_db()
    assert (test.succeeded, test.message) == (False, connection.BROKEN)
