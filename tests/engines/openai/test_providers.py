"""What differs between the servers that speak the same language, found in their documentation and trackers."""

import json

import pytest

from interviews.drafts import Call, LanguageModel
from interviews.engines.base import EngineError
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_shapes import Found
from interviews.engines.openai_wire import FORMATS, Request, Server
from tests.engines.openai.answers import BRIEF, analysis, engine
from tests.engines.openai.scripted import completion, says, sends, serving

REQUEST = Request(({"role": "user", "content": "Hello"},), Found, 100)


def body(**settings):
    """The first request that a server with these settings gets."""
    return Server(LanguageModel(api_key="k", **settings)).first_body(REQUEST)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"base_url": "https://hiring.openai.azure.com/openai/v1/", "model": "my-deployment"},
        {"base_url": "https://openrouter.ai/api/v1", "model": "openai/gpt-6.1-terra"},
    ],
)
def test_openais_own_models_get_no_limits_of_length(settings):
    sent = body(**settings)
    assert "maxLength" not in json.dumps(sent["response_format"])
    assert "max_tokens" not in sent


@pytest.mark.parametrize("model", ["qwen3:14b", "openai/gpt-oss-20b"])
def test_models_of_ones_own_get_limits_and_both_names_of_the_token_limit(model):
    sent = body(base_url="http://127.0.0.1:11434/v1", model=model)
    assert "maxLength" in json.dumps(sent["response_format"])
    assert (sent["max_tokens"], sent["max_completion_tokens"]) == (100, 100)


def test_a_router_is_told_to_ask_only_providers_that_keep_to_the_schema():
    assert body(base_url="https://openrouter.ai/api/v1", model="a/b")["extra_body"] == {
        "provider": {"require_parameters": True}
    }
    assert "extra_body" not in body(base_url="https://example.org/v1", model="a/b")


def test_an_answer_that_a_thinking_model_put_in_the_wrong_place_is_found():
    whole = completion("")
    whole["choices"][0]["message"]["reasoning_content"] = json.dumps(analysis())
    with serving(sends(200, json.dumps(whole), "application/json")) as server:
        assert len(engine(server.url).analyse(BRIEF, Call()).skills) == 3


def test_a_prompt_that_is_too_long_is_known_in_a_200_too():
    message = "The number of tokens to keep from the initial prompt is greater than the context length."
    step = sends(200, json.dumps({"error": {"message": message}}), "application/json")
    with serving(step) as server, pytest.raises(EngineError, match="too long for the model") as caught:
        engine(server.url).analyse(BRIEF, Call())
    assert caught.value.permanent
    assert len(server.requests) == 1


def test_a_provider_that_broke_down_in_the_middle_is_asked_again():
    broken = completion("")
    broken["choices"][0] |= {"finish_reason": "error", "error": {"code": 502, "message": "Provider returned error"}}
    with serving(sends(200, json.dumps(broken), "application/json"), says(analysis())) as server:
        assert len(engine(server.url).analyse(BRIEF, Call()).skills) == 3
    assert len(server.requests) == 2


@pytest.mark.parametrize(("read", "said"), [(1_000, True), (3_000, False), (0, False)])
def test_a_test_of_the_connection_tells_of_a_context_that_is_too_short(read, said):
    whole = completion('{"colour": "green"}')
    whole["usage"]["prompt_tokens"] = read
    with serving(sends(200, json.dumps(whole), "application/json")) as server:
        found = engine(server.url).try_out(Call())
    assert ("its context may be too short" in found.message) is said


def test_what_a_model_thought_before_its_answer_is_left_aside_however_it_is_marked():
    for thought in ("<think>{a} or {b}?</think>", "So {this} it is.</think>"):
        answer, errors = parsed(thought + json.dumps(analysis()), Found)
        assert errors == []
        assert answer is not None


def test_the_strictest_form_is_tried_first():
    assert FORMATS == ("json_schema with limits", "json_schema", "json_object", "text")
