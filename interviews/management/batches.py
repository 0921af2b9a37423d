"""Batches of the command line: JSON lines in, JSON lines out, in order, with a progress bar on standard error."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tqdm import tqdm


class BatchError(Exception):
    """A file that cannot be read or written; the message says which and why."""


def run_batch(source: str, target: str, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Answers each line of a file of JSON objects, one line each in the same order. Returns how many there were.

    A line that is no JSON object is answered with an error too. Raises BatchError."""
    try:
        text = Path(source).read_text("utf-8") if source != "-" else sys.stdin.read()
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{source} cannot be read: {_reason(error)}.") from None
    lines = text.removesuffix("\n").split("\n") if text else []
    try:
        with Path(target).open("w", encoding="utf-8") as out:
            for line in tqdm(lines, unit="line", file=sys.stderr):
                out.write(json.dumps(answer(_object(line)), ensure_ascii=False) + "\n")
    except OSError as error:
        raise BatchError(f"{target} cannot be written: {_reason(error)}.") from None
    return len(lines)


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _reason(error: Exception) -> str:
    return error.strerror or "unknown" if isinstance(error, OSError) else "it is not UTF-8"
