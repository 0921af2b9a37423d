"""The last net under the log: what is known or looks like a secret is cut from every line."""

import re

CUT = "…"
# Shorter ones are words such as "hiring"; cutting them would garble the log and hide nothing.
SHORTEST = 8

_known: set[str] = set()
_LOOKS_SECRET = re.compile(
    r"\b(?:hp|whsec|sk)[_-][A-Za-z0-9_+/=-]{16,}|(?<=/first-run/)[\w-]{16,}|(?<=/review/)[\w-]{16,}"
)
_QUERY = re.compile(r"(://[^\s?#\"'<>]*)[?#][^\s\"'<>]+")
_SIGNED_IN = re.compile(r"://[^\s/@]+@")


def hide(secret: str) -> str:
    """Has a secret cut from every line of this process from now on. Gives it back."""
    if len(secret) >= SHORTEST:
        _known.add(secret)
    return secret


def without_known(text: str) -> str:
    """A text without the secrets that `hide` was told."""
    for secret in sorted(_known, key=len, reverse=True):
        text = text.replace(secret, CUT)
    return text


def redacted(text: str) -> str:
    """A text without known secrets, keys of known shapes, and the queries and sign-ins of addresses."""
    text = _LOOKS_SECRET.sub(CUT, without_known(text))
    return _QUERY.sub(rf"\1?{CUT}", _SIGNED_IN.sub(f"://{CUT}@", text))
