"""Pydantic models as strict JSON schemas, and the model's text back as one of them."""

import json
import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from interviews.drafts import normalise

_LIMITS = {"maxLength", "maxItems", "minItems", "maximum", "minimum"}
_DROPPED = {"title", "default"}
_THINKING = re.compile(r"<think>.*?</think>", re.S)
MOST_ERRORS = 8

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
    bare = _THINKING.sub("", text).rpartition("</think>")[2]
    start, end = bare.find("{"), bare.rfind("}")
    if start < 0 or end < start:
        return None, ["There is no JSON object in the answer."]
    try:
        return shape.model_validate(_clean(json.loads(bare[start : end + 1]))), []
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
