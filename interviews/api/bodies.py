"""Reads request bodies: JSON objects of at most 1 MB, with an error that names what is wrong."""

import hashlib
import json
from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError

MOST_BYTES = 1_000_000


def read_object(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a request. Raises HttpError 413, 415 or 400."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise HttpError(413, "The body is larger than 1 MB")
    if request.body and request.content_type != "application/json":
        raise HttpError(415, "Send JSON: the content type must be application/json")
    try:
        value = json.loads(request.body)
    except (ValueError, RecursionError):
        raise HttpError(400, "The body is not valid JSON") from None
    if not isinstance(value, dict):
        raise HttpError(400, "The body must be a JSON object")
    return value


def digest_of(body: dict[str, Any]) -> str:
    """The digest of what a body says (64 hexadecimal characters), however it was spaced and its keys were ordered."""
    try:
        canonical = json.dumps(body, sort_keys=True, separators=(",", ":"))
    except RecursionError:
        raise HttpError(400, "The body is not valid JSON") from None
    return hashlib.sha256(canonical.encode()).hexdigest()


def text(body: dict[str, Any], name: str) -> str:
    """A text of the body; empty when it is missing or null. Raises HttpError 400 on another type."""
    return _text(body.get(name), name)


def texts(body: dict[str, Any], name: str, known: tuple[str, ...]) -> dict[str, str]:
    """The texts of an object in the body by their names, each empty when it is missing or null.

    Raises HttpError 400 when it is no object, when one of its values is no string, and on a name that is not known."""
    value = body.get(name)
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise HttpError(400, f"{name} must be an object")
    unknown = next((key for key in value if key not in known), None)
    if unknown is not None:
        raise HttpError(400, f"{name} has no field {unknown[:80]}; it takes {', '.join(known)}")
    return {key: _text(value.get(key), f"{name}.{key}") for key in known}


def _text(value: Any, name: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise HttpError(400, f"{name} must be a string")
    return value
