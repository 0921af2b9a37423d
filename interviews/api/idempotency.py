"""The header `Idempotency-Key`: a program that does not know whether its request arrived sends it again and gets the
same job. After the IETF draft "The Idempotency-Key HTTP Header Field"; quoted and bare, a value is one key."""

import re
from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError

from interviews.models import IdempotencyKey, Team

HEADER = "Idempotency-Key"
MOST = 255

_QUOTED = re.compile(r'"((?:[^"\\]|\\["\\])*)"')
_ESCAPED = re.compile(r"\\(.)")
_KEY = re.compile(rf"[!-~]{{1,{MOST}}}")

PARAMETER: dict[str, Any] = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": MOST, "pattern": "^[!-~]+$"},
    "description": (
        "A text of your own choice, new for each new request. The same key with the same JSON within 24 hours gives "
        "the answer of the first time again, with the header `Idempotent-Replayed: true`, and starts no second job."
    ),
}


def key_in(request: HttpRequest) -> str | None:
    """The key that a request names; None without the header. Raises HttpError 400 on a key that cannot be one.

    An empty header is refused: who sends it counts on a protection that it would not give."""
    value = request.headers.get(HEADER)
    if value is None:
        return None
    value = value.strip()
    if value.startswith('"'):
        quoted = _QUOTED.fullmatch(value)
        value = _ESCAPED.sub(r"\1", quoted[1]) if quoted else ""
    if not _KEY.fullmatch(value):
        raise HttpError(400, f"{HEADER} must be 1 to {MOST} visible ASCII characters, bare or in double quotes")
    return value


def is_known(request: HttpRequest, team: Team) -> bool:
    """Whether a request names a key that stands for a job already, so that it starts no new one."""
    try:
        key = key_in(request)
    except HttpError:
        return False
    return key is not None and IdempotencyKey.objects.held(team, key).exists()
