"""The body of a 200 as an answer: what the model said, why it stopped, what it used.

Only what the answer needs has to be right; servers differ in everything beside it."""

import json
from typing import Any

from pydantic import BaseModel

from interviews.drafts import LanguageModel, Usage, normalise
from interviews.engines.openai_cost import cost
from interviews.engines.openai_errors import Fault, Trouble, explained

MOST_MODEL, MOST_TOKENS = 200, 1_000_000_000


class Reply(BaseModel):
    """An answer as it is kept: what the model said, why it stopped, and what that cost."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    model: str = ""
    usage: Usage = Usage()


def reply_of(body: bytes, settings: LanguageModel) -> Reply:
    """The answer in a body. Raises Trouble for one that holds none."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise Trouble(
            f"{settings.shown_url} answered with something that is not JSON. Check OPENAI_BASE_URL, "
            "which usually ends in /v1.",
            permanent=True,
        ) from None
    choices = _object(value).get("choices")
    choice = _object(choices[0]) if isinstance(choices, list) and choices else {}
    if not isinstance(choice.get("message"), dict):
        raise explained(Fault.from_body(200, value, {}), settings)
    if choice.get("error") or choice.get("finish_reason") == "error":
        raise explained(Fault.from_body(200, choice.get("error") or {}, {}), settings)
    return _reply(choice, value, settings)


def _reply(choice: dict[str, Any], whole: dict[str, Any], settings: LanguageModel) -> Reply:
    message = choice["message"]
    # Where servers with a schema and a thinking model have been seen to put the whole answer.
    said = (_text(message.get(place)) for place in ("content", "reasoning_content", "reasoning"))
    return Reply(
        text=next(filter(None, said), ""),
        refusal=_text(message.get("refusal")),
        finish=_text(choice.get("finish_reason")),
        model=(_text(whole.get("model")) or settings.model_name)[:MOST_MODEL],
        usage=_usage(_object(whole.get("usage")), settings),
    )


def _usage(told: dict[str, Any], settings: LanguageModel) -> Usage:
    details = _object(told.get("prompt_tokens_details"))
    prompt = _count(told.get("prompt_tokens"))
    usage = Usage(
        prompt_tokens=prompt,
        cached_tokens=min(_count(details.get("cached_tokens")), prompt),
        completion_tokens=_count(told.get("completion_tokens")),
    )
    usage.cost_usd = cost(settings, usage, min(_count(details.get("cache_write_tokens")), prompt))
    charged = told.get("cost")
    if usage.cost_usd is None and settings.is_router and isinstance(charged, int | float):
        usage.cost_usd = min(max(0.0, float(charged)), 1_000_000.0)
    return usage


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """A text, or the texts of a list of parts, as texts enter the product; anything else is none."""
    if isinstance(value, list):
        return "".join(_text(_object(part).get("text")) for part in value)
    return normalise(value) if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return min(max(0, value), MOST_TOKENS) if isinstance(value, int) else 0
