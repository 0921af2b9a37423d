"""A real OpenAI-compatible server, named by OPENAI_BASE_URL and OPENAI_MODEL: the wire, not the author.

Run with `pytest -m llm`. Any model will do, however small: what it writes is held to its shape and to nothing else."""

import os
import time

import pytest

from interviews.drafts import Call, LanguageModel
from interviews.engines.base import EngineError
from interviews.engines.openai_engine import OpenAIEngine
from interviews.engines.openai_prompts import messages
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_shapes import Written, WrittenQuestion
from interviews.engines.openai_wire import Request, Server
from tests.engines.openai.answers import BRIEF, Memory, Slept

pytestmark = [pytest.mark.llm, pytest.mark.xdist_group("llm")]
PATIENCE = 240.0


@pytest.fixture
def settings():
    found = LanguageModel.from_environment(os.environ)
    assert found.configured, "Name a server by OPENAI_BASE_URL and OPENAI_MODEL."
    return found


@pytest.fixture
def server(settings):
    found = Server(settings)
    yield found
    found.close()


def answered(server, request):
    return server.complete(request, time.monotonic() + PATIENCE)


def test_the_connection_can_be_tried_out(settings):
    found = OpenAIEngine(settings).try_out(Call())
    assert found.model
    assert 0 < found.seconds < 60
    assert "It keeps to a schema." in found.message


def test_an_answer_keeps_to_the_schema_and_counts_its_tokens(server):
    request = Request(
        ({"role": "user", "content": "Write one interview question for a baker."},), WrittenQuestion, 3_000
    )
    reply = answered(server, request)
    answer, errors = parsed(reply.text, WrittenQuestion)
    assert errors == []
    assert answer is not None
    assert reply.finish == "stop"
    assert reply.usage.prompt_tokens > 0
    assert reply.usage.completion_tokens > 0
    assert server.takes_schemas


def test_the_beginning_that_two_prompts_share_is_not_read_twice(server):
    values = {"level": "entry", "most": "6", "families": "warehouse", "language": "English"}
    request = Request(messages("analyse", BRIEF, **values), Written, 16)
    answered(server, request)
    assert answered(server, request).usage.cached_tokens > 1_000


def test_an_answer_that_does_not_fit_into_its_tokens_says_so(server):
    request = Request(({"role": "user", "content": "Write five interview questions for a baker."},), Written, 20)
    assert answered(server, request).finish == "length"


def test_a_posting_that_is_too_long_is_named_as_such(settings):
    brief = BRIEF.model_copy(update={"description": "You load trailers and count the pallets. " * 7_000})
    with pytest.raises(EngineError, match="too long for the model") as caught:
        OpenAIEngine(settings, pace=Slept().pace()).analyse(brief, Memory().call())
    assert caught.value.permanent
