"""Pydantic models as strict JSON schemas, and the model's text back as one of them."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from interviews.drafts import normalise

_LIMITS = {"maxLength", "maxItems", "minItems", "maximum", "minimum"}
_DROPPED = {"title", "default"}
_DECODER = json.JSONDecoder()
MOST_ERRORS, MOST_PLACES = 8, 12

Shape = TypeVar("Shape", bound=BaseModel)


def strict(shape: type[BaseModel], *, limits: bool) -> dict[str, Any]:
    """The schema of a model as strict servers want it: all required, nothing else allowed, no references.

    Limits on length are kept only if `limits`: OpenAI's own servers refuse them, small models run on without."""
    schema = shape.model_json_schema()
    definitions = schema.pop("$defs", {})
    dropped = _DROPPED if limits else _DROPPED | _LIMITS
    built: dict[str, Any] = _built(schema, definitions, dropped)
    return built


def _built(node: Any, definitions: dict[str, Any], dropped: set[str]) -> Any:
    if isinstance(node, list):
        return [_built(item, definitions, dropped) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _built(definitions[node["$ref"].rpartition("/")[2]], definitions, dropped)
    built = {
        key: _built(value, definitions, dropped) for key, value in node.items() if key not in dropped | {"properties"}
    }
    if "properties" in node:
        built["properties"] = {key: _built(value, definitions, dropped) for key, value in node["properties"].items()}
        built["required"] = list(node["properties"])
        built["additionalProperties"] = False
    return built


def parsed(text: str, shape: type[Shape]) -> tuple[Shape | None, list[str]]:
    """What a model wrote as a shape, or None with what is wrong with it. Prose around the JSON is left aside."""
    bare = text.rpartition("</think>")[2]
    wrong = ["There is no JSON object in the answer."]
    for place, candidate in enumerate(_objects(bare)):
        answer, errors = _shaped(candidate, shape)
        if answer is not None:
            return answer, []
        wrong = errors if place == 0 else wrong
    return None, wrong


def _objects(text: str) -> Iterator[str]:
    """Where an object may stand: from the first brace to the last, then from each of the first braces on."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return
    yield text[start : end + 1]
    for _ in range(MOST_PLACES):
        with suppress(ValueError, RecursionError):
            _, stop = _DECODER.raw_decode(text, start)
            yield text[start:stop]
            start = stop - 1
        start = text.find("{", start + 1)
        if start < 0:
            return


def _shaped(text: str, shape: type[Shape]) -> tuple[Shape | None, list[str]]:
    try:
        return shape.model_validate(_clean(json.loads(text))), []
    except ValidationError as error:
        return None, [f"{_place(found['loc'])}: {found['msg']}" for found in error.errors()[:MOST_ERRORS]]
    except (ValueError, RecursionError) as error:
        return None, [f"The answer is not valid JSON: {error}"]


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location) or "answer"


def _clean(value: Any) -> Any:
    """Every text as texts enter the product; escapes in JSON can hold what a database cannot."""
    if isinstance(value, str):
        return normalise(value).strip()
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value
