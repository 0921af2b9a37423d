"""The variables that configure the engine, and what it says when they do not."""

import pytest

from interviews.drafts import Call, Usage
from interviews.drafts.language_model import DEFAULT_MODEL, OPENAI_URL, LanguageModel
from interviews.engines.base import EngineError
from interviews.engines.openai_cost import cost
from interviews.engines.openai_engine import OpenAIEngine
from tests.engines.openai.answers import BRIEF


def test_a_key_alone_is_enough():
    settings = LanguageModel.from_environment({"OPENAI_API_KEY": " sk-1 ", "OPENAI_BASE_URL": "", "OPENAI_MODEL": " "})
    settings.complain()
    assert (settings.api_key, settings.url, settings.model_name) == ("sk-1", OPENAI_URL, DEFAULT_MODEL)
    assert settings.is_openai
    assert "sk-1" not in repr(settings)


def test_limits_come_from_the_environment():
    settings = LanguageModel.from_environment(
        {
            "HIRING_LLM_CALL_SECONDS": "30",
            "HIRING_LLM_JOB_SECONDS": "300",
            "HIRING_LLM_CONCURRENCY": "2",
            "HIRING_LLM_JOB_TOKENS": "50000",
            "HIRING_LLM_JOB_DOLLARS": "0.50",
        }
    )
    assert (settings.call_seconds, settings.job_seconds, settings.concurrency) == (30, 300, 2)
    assert (settings.job_tokens, settings.job_dollars) == (50000, 0.5)


@pytest.mark.parametrize(
    ("environ", "says_so"),
    [
        ({}, "Set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL"),
        ({"OPENAI_BASE_URL": "http://localhost:1/v1"}, "OPENAI_MODEL is not set"),
        ({"OPENAI_BASE_URL": "localhost:11434", "OPENAI_MODEL": "m"}, "OPENAI_BASE_URL is not usable"),
        ({"OPENAI_BASE_URL": "http://x:99999999/v1", "OPENAI_MODEL": "m"}, "OPENAI_BASE_URL is not usable"),
        ({"OPENAI_API_KEY": "sk „typographic“"}, "OPENAI_API_KEY is not usable"),
        ({"OPENAI_API_KEY": "sk-1", "HIRING_LLM_CONCURRENCY": "many"}, "HIRING_LLM_CONCURRENCY is not usable"),
        ({"OPENAI_API_KEY": "sk-1", "HIRING_LLM_JOB_DOLLARS": "nan"}, "HIRING_LLM_JOB_DOLLARS is not usable"),
        ({"OPENAI_API_KEY": "sk-1", "HIRING_LLM_CONCURRENCY": "1.5"}, "should be a whole number from 1 to 64"),
        ({"OPENAI_API_KEY": "sk-1", "HIRING_LLM_JOB_TOKENS": "10k"}, "should be a number from 1,000 to 100,000,000"),
        (
            {"OPENAI_API_KEY": "sk-1", "OPENAI_MODEL": "mine", "HIRING_LLM_JOB_DOLLARS": "1"},
            "cannot be kept: the price of mine is not known",
        ),
        ({"OPENAI_API_KEY": "sk-1", "HIRING_LLM_PRICE": "1 2"}, "HIRING_LLM_PRICE is not usable"),
    ],
)
def test_what_is_missing_or_malformed_is_named(environ, says_so):
    with pytest.raises(EngineError) as caught:
        OpenAIEngine(environ=environ).analyse(BRIEF, Call())
    assert caught.value.permanent
    assert says_so in str(caught.value)


def test_the_price_of_a_model_is_found_by_its_name_with_provider_and_date():
    usage = Usage(prompt_tokens=1_000_000, cached_tokens=500_000, completion_tokens=100_000)
    assert cost(LanguageModel(model="gpt-6.1-terra"), usage) == pytest.approx(0.5 + 0.025 + 0.5)
    assert cost(LanguageModel(model="openai/gpt-6-luna-2026-09-22"), usage) == pytest.approx(0.05 + 0.005 + 0.05)
    assert cost(LanguageModel(model="gpt-6-luna-mini"), usage) is None


def test_a_price_of_ones_own_comes_before_the_table():
    usage = Usage(prompt_tokens=1_000_000, completion_tokens=1_000_000)
    settings = LanguageModel.from_environment({"OPENAI_API_KEY": "k", "HIRING_LLM_PRICE": "2, 0.5, 3"})
    assert cost(settings, usage) == pytest.approx(5)


def test_the_cost_of_a_sum_is_unknown_when_that_of_a_part_is():
    known = Usage(prompt_tokens=1, cost_usd=0.1) + Usage(prompt_tokens=2, cost_usd=0.2)
    assert known.tokens == 3
    assert known.cost_usd == pytest.approx(0.3)
    assert (known + Usage(prompt_tokens=2)).cost_usd is None
