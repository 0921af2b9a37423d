"""Reads YAML."""

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str) -> Any:
    """YAML text as plain values, by the C parser where there is one: the library is large."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
