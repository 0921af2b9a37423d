"""What is wrong with a field of an imported file, in words that say what to enter: read from the published schema."""

import json
from functools import cache
from typing import Any

from interviews.exports.file_format import schema

_ONE_OF = {
    "skills": "skill",
    "questions": "question",
    "gaps": "gap",
    "follow_ups": "probe",
    "samples": "sample answer",
    "red_flags": "red flag",
    "evaluation_criteria": "criterion",
    "rating_scale": "anchor",
    "notices": "notice",
}
_MOST_SHOWN = 60


def in_words(error: Any) -> str:
    """One of pydantic's errors as a sentence: where in the plan, what to enter, what was found."""
    place, kind = _place(error["loc"]), error["type"]
    if kind == "extra_forbidden":
        return f"{place}: this name is not known here; remove it or correct it."
    if kind == "missing":
        return f"{place} is missing; {_wanted(error['loc'])}."
    if kind == "value_error":
        return f"{place}: {str(error['ctx']['error']).rstrip('.').lower()}."
    return f"{place}: {_wanted(error['loc'])}; {_got(error)}."


def _place(path: tuple[str | int, ...]) -> str:
    """A path as people say it: "skill 2, question 1, minutes"."""
    words: list[str] = []
    for part in path[1:] if path[:1] == ("plan",) and len(path) > 1 else path:
        if isinstance(part, int):
            words[-1] = f"{_ONE_OF.get(words[-1], words[-1])} {part + 1}"
        else:
            words.append(part[:_MOST_SHOWN])
    return ", ".join(words) or "the file"


def _wanted(path: tuple[str | int, ...]) -> str:
    node = _node(path)
    if "enum" in node or "const" in node:
        return f"enter {' or '.join(json.dumps(value) for value in node.get('enum', [node.get('const')]))}"
    match node.get("type"):
        case "integer" | "number" as kind:
            return f"enter {'a whole number' if kind == 'integer' else 'a number'}{_range(node)}"
        case "string":
            longest = f" of at most {node['maxLength']:,} characters" if "maxLength" in node else ""
            return f"enter a text{longest}{' that is not blank' if 'pattern' in node else ''}"
        case "boolean":
            return "enter true or false"
        case "array":
            longest = f" of at most {node['maxItems']:,} entries" if "maxItems" in node else ""
            return f"enter a list in square brackets{longest}"
    return "enter an object in curly brackets"


def _range(node: dict[str, Any]) -> str:
    low, high = node.get("minimum"), node.get("maximum")
    if high is None:
        return f" of at least {low:g}" if low is not None else ""
    return f" from {low:g} to {high:,}"


def _got(error: Any) -> str:
    value = error["input"]
    if error["type"] == "string_too_long":
        return f"this one has {len(value):,}"
    if error["type"] == "too_long":
        return f"there are {len(value):,}"
    if isinstance(value, dict | list):
        return "got an object" if isinstance(value, dict) else "got a list"
    shown = json.dumps(value, ensure_ascii=False)
    return f"got {shown if len(shown) <= _MOST_SHOWN else f'{shown[:_MOST_SHOWN]}…'}"


def _node(path: tuple[str | int, ...]) -> dict[str, Any]:
    """The part of the published schema that says what belongs at a path."""
    whole = _published()
    node: dict[str, Any] = whole
    for part in path:
        node = _resolved(node, whole)
        if isinstance(part, int):
            prefix = node.get("prefixItems", [])
            node = prefix[part] if part < len(prefix) else node.get("items", {})
        else:
            node = node.get("properties", {}).get(part, {})
    return _resolved(node, whole)


@cache
def _published() -> dict[str, Any]:
    return schema()


def _resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    node = next((one for one in node.get("anyOf", []) if one.get("type") != "null"), node)
    reference = node.get("$ref", "").rpartition("/")[2]
    return whole["$defs"][reference] if reference else node
