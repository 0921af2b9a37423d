"""What the engine sends: the wire format, the prompt, and what it makes of a good answer."""

import pytest

from interviews.drafts import Call, LibraryEntry
from interviews.engines.base import Engine
from interviews.engines.openai_engine import OpenAIEngine
from interviews.engines.openai_prompts import PROMPT_VERSION
from tests import samples
from tests.engines.openai.answers import (
    BRIEF,
    PROMPT,
    SKILL,
    WANTED,
    Memory,
    analysis,
    engine,
    question,
    written,
)
from tests.engines.openai.scripted import says, serving


def test_a_posting_becomes_an_analysis():
    with serving(says(analysis())) as server:
        found = engine(server.url).analyse(BRIEF, Call())
    assert found.seniority == "entry"
    assert found.families == ["warehouse"]
    assert found.screen_first == ["Holds a valid forklift licence"]
    assert [(skill.name, skill.importance, skill.weight) for skill in found.skills] == [
        ("Loading with a forklift", "must_have", 40),
        ("Receiving goods", "must_have", 40),
        ("SAP", "nice_to_have", 20),
    ]
    for skill in found.skills:
        for evidence in skill.evidence:
            assert samples.DESCRIPTION[evidence.start : evidence.end] == evidence.quote
    assert found.skills[1].reference.startswith("warehouse.")


def test_a_skill_becomes_a_whole_question():
    with serving(says(written())) as server:
        [found] = engine(server.url).questions(BRIEF, SKILL, WANTED, Call())
    assert found.prompt == PROMPT
    assert found.difficulty == "entry"
    assert [probe.ask for probe in found.follow_ups] == ["all", "if_needed"]
    assert [anchor.score for anchor in found.rating_scale] == [1, 3, 5]
    assert [sample.score for sample in found.samples] == [2, 4]
    assert (found.source.engine, found.source.reference) == ("openai", "")


def test_the_request_is_a_strict_schema_to_chat_completions():
    with serving(says(analysis())) as server:
        engine(server.url).analyse(BRIEF, Call())
    [asked] = server.requests
    assert server.paths == ["/v1/chat/completions"]
    assert server.keys == ["Bearer sk-test-secret"]
    assert asked["model"] == "scripted"
    # Servers that are not OpenAI's: Ollama ignores the new name without a word.
    assert (asked["max_completion_tokens"], asked["max_tokens"]) == (6000, 6000)
    assert set(asked) == {"model", "messages", "max_completion_tokens", "max_tokens", "response_format"}
    schema = asked["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["required"] == list(schema["schema"]["properties"])
    assert schema["schema"]["additionalProperties"] is False
    skill = schema["schema"]["properties"]["skills"]["items"]
    assert list(skill["properties"]) == ["evidence", "name", "importance", "kind"]
    assert skill["additionalProperties"] is False


def test_a_server_without_keys_needs_none():
    with serving(says(analysis())) as server:
        engine(server.url, api_key="").analyse(BRIEF, Call())
    assert server.keys == ["Bearer no-key"]


def test_two_skills_of_a_posting_share_the_beginning_of_the_prompt():
    with serving(says(written()), says(written())) as server:
        asked = engine(server.url)
        asked.questions(BRIEF, SKILL, WANTED, Call())
        asked.questions(BRIEF, SKILL.model_copy(update={"name": "Stock counts"}), WANTED, Call())
    first, second = server.prompt(0), server.prompt(1)
    shared = next(place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1])
    assert samples.DESCRIPTION in first[:shared]


def test_the_wishes_stand_in_the_prompt():
    entry = LibraryEntry(
        id="team.7",
        family="team",
        competency="team.receiving",
        competency_name="Receiving",
        levels=["entry"],
        type="situational",
        minutes=5,
        prompt="A {vehicle|trailer} comes in short. What do you do?",
        why="",
        follow_ups=[],
        evaluation_criteria=["Counts the pallets"],
        rating_scale=[],
        red_flags=[],
        alternate="",
        status="approved",
    )
    wanted = WANTED.model_copy(
        update={
            "count": 2,
            "types": ["behavioral", "technical"],
            "language": "German",
            "material": [entry],
            "keep": [samples.question("How do you count a pallet?")],
            "avoid": ["What is a pallet?"],
            "instruction": "For a night shift",
        }
    )
    answer = written(
        question(type="behavioral", material="team.7"),
        question("Wie prüfen Sie, ob eine Palette sicher steht?", type="technical", minutes=12),
    )
    with serving(says(answer)) as server:
        first, second = engine(server.url).questions(BRIEF, SKILL, wanted, Call())
    prompt = server.prompt(0)
    for wish in (
        "exactly 2 questions",
        "behavioral, technical.",
        "German",
        '"team.7", "approved": true',
        "A trailer comes in short",
        "- How do you count a pallet?",
        "- What is a pallet?",
        "For a night shift",
    ):
        assert wish in prompt
    assert first.source.reference == "team.7"
    assert (first.minutes, second.minutes) == (5, 6)
    assert second.samples == []


def test_every_answer_is_kept_with_its_usage_and_not_asked_for_again():
    memory = Memory()
    with serving(says(analysis())) as server:
        first = engine(server.url, model="gpt-6-luna").analyse(BRIEF, memory.call())
        again = engine(server.url, model="gpt-6-luna").analyse(BRIEF, memory.call())
    assert again == first
    assert len(server.requests) == 1
    [usage] = memory.usages
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (1000, 400, 200)
    assert usage.cost_usd == pytest.approx((600 * 0.10 + 400 * 0.01 + 200 * 0.50) / 1e6)


def test_another_model_or_another_posting_is_asked_anew():
    memory = Memory()
    with serving(*[says(analysis())] * 3) as server:
        engine(server.url).analyse(BRIEF, memory.call())
        engine(server.url, model="other").analyse(BRIEF, memory.call())
        engine(server.url).analyse(BRIEF.model_copy(update={"role": "Picker"}), memory.call())
    assert len(server.requests) == 3


def test_the_engine_is_an_engine_and_names_its_prompts():
    asked: Engine = OpenAIEngine()
    assert asked is not None
    assert PROMPT_VERSION.startswith("1-")
