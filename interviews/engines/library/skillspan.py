"""The training data: SkillSpan (Zhang, Jensen, Sonniks and Plank 2022), sentences of postings put together again."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAYERS = {"knowledge": "tags_knowledge", "skill": "tags_skill"}
_JOINED = frozenset([".", ")"])


class SkillSpanError(Exception):
    """A file that is no SkillSpan data; the message says which and why."""


@dataclass(frozen=True)
class Posting:
    """A posting as one text, and where it names knowledge and skills: (start, end) in order, by kind."""

    text: str
    gold: dict[str, list[tuple[int, int]]]


def postings(path: str) -> list[Posting]:
    """The postings of a SkillSpan file, a sentence a line, in the file's order. Raises SkillSpanError."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    try:
        for line in Path(path).read_text("utf-8").splitlines():
            sentence = json.loads(line)
            found.setdefault((sentence["source"], sentence["idx"]), []).append(sentence)
        return [_posting(sentences) for sentences in found.values()]
    except OSError as error:
        raise SkillSpanError(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SkillSpanError(
            f"{path} is no SkillSpan data: a line needs idx, source, tokens and two lists of tags."
        ) from None


def _posting(sentences: list[dict[str, Any]]) -> Posting:
    text = ""
    gold: dict[str, list[tuple[int, int]]] = {kind: [] for kind in LAYERS}
    for sentence in sentences:
        text += "\n" if text else ""
        places, text = _laid(sentence["tokens"], text)
        for kind, layer in LAYERS.items():
            gold[kind].extend(_spans(places, sentence[layer]))
    return Posting(text, gold)


def _laid(tokens: list[str], text: str) -> tuple[list[tuple[int, int]], str]:
    """The places of a sentence's tokens when it is written after a text, and the longer text."""
    places, before = [], "("
    for token in tokens:
        text += "" if before == "(" or token in _JOINED else " "
        places.append((len(text), len(text) + len(token)))
        text += token
        before = token
    return places, text


def _spans(places: list[tuple[int, int]], tags: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    before = "O"
    for (start, end), tag in zip(places, tags, strict=True):
        if tag == "B" or (tag == "I" and before == "O"):
            found.append((start, end))
        elif tag == "I":
            found[-1] = (found[-1][0], end)
        before = tag
    return found
