"""The places of a plan: what stands at a path such as `skills.0.questions.1.prompt`, and a plan with that changed."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from interviews.drafts.fixes import Replacement, Told
from interviews.drafts.plan import Anchor, FollowUp, PlanDraft, PlannedSkill, QuestionDraft, Sample

_OF_A_QUESTION = r"prompt|alternate|why|minutes|(?:follow_ups|evaluation_criteria|rating_scale|red_flags|samples)\.\d+"
_PLACE = re.compile(
    rf"opening|closing|description|(?:screen_first|assess_elsewhere)\.\d+|(?:{_OF_A_QUESTION})|"
    rf"skills\.\d+(?:\.(?:name|weight|importance|questions\.\d+(?:\.(?:{_OF_A_QUESTION}))?))?"
)
_TOLD_BY: dict[type, str] = {
    FollowUp: "text",
    Anchor: "anchor",
    Sample: "answer",
    QuestionDraft: "prompt",
    PlannedSkill: "name",
}

Root = TypeVar("Root", PlanDraft, QuestionDraft)


class Outdated(LookupError):
    """What a fix or a ground was made for does not stand there any more."""

    def __init__(self) -> None:
        super().__init__(
            "This text has been changed since it was checked, so nothing was done. Look at what is found in it now."
        )


def text_at(root: PlanDraft | QuestionDraft, where: str) -> str:
    """What a finding at `where` is about: the text there, a skill's name, a question's prompt; empty for a whole plan.

    Raises Outdated when nothing stands there."""
    return str(_told(_at(root, where.split(".")))) if where else ""


def put(root: Root, replacements: Sequence[Replacement]) -> Root:
    """A copy with the replacements made, all of them or none. Raises Outdated unless everything is as it was."""
    for one in replacements:
        if not _PLACE.fullmatch(one.where) or _standing(root, one) != one.was:
            raise Outdated
    for one in sorted(replacements, key=_order, reverse=True):
        root = _with(root, one.where.split("."), one)
    return root


def _order(one: Replacement) -> tuple[list[tuple[int, str]], int]:
    """Later places first, so that what is put in or left out moves no place that is still to be changed."""
    parts = [(int(part), "") if part.isdigit() else (-1, part) for part in one.where.split(".")]
    return parts, one.start or 0


def _standing(root: Any, one: Replacement) -> Told | None:
    if one.was is None:
        *path, place = one.where.split(".")
        held = _at(root, path)
        return None if isinstance(held, list) and int(place) <= len(held) else ""
    told = _told(_at(root, one.where.split(".")))
    if one.start is not None and isinstance(told, str) and isinstance(one.was, str):
        return told[one.start : one.start + len(one.was)]
    return told


def _at(node: Any, path: Sequence[str]) -> Any:
    for part in path:
        try:
            node = node[int(part)] if isinstance(node, list) else getattr(node, part)
        except (AttributeError, IndexError, ValueError):
            raise Outdated from None
    return node


def _told(node: Any) -> Told:
    told: Told = getattr(node, _TOLD_BY[type(node)]) if type(node) in _TOLD_BY else node
    return told


def _with(node: Any, path: Sequence[str], one: Replacement) -> Any:
    part, rest = path[0], path[1:]
    if isinstance(node, list):
        return _with_item(node, int(part), rest, one)
    if rest:
        return node.model_copy(update={part: _with(getattr(node, part), rest, one)})
    return _validated(node, part, _spliced(getattr(node, part), one))


def _with_item(items: list[Any], place: int, rest: Sequence[str], one: Replacement) -> list[Any]:
    if rest:
        return [*items[:place], _with(items[place], rest, one), *items[place + 1 :]]
    if one.was is None:
        return [*items[:place], _made(one), *items[place:]]
    if one.becomes is None:
        return [*items[:place], *items[place + 1 :]]
    item = items[place]
    becomes = _spliced(_told(item), one)
    new = _validated(item, _TOLD_BY[type(item)], becomes) if type(item) in _TOLD_BY else becomes
    return [*items[:place], new, *items[place + 1 :]]


def _made(one: Replacement) -> Any:
    """A new item of a list: a probe that is asked of all, or a line."""
    is_probe = one.where.split(".")[-2] == "follow_ups"
    return FollowUp(text=str(one.becomes), ask="all") if is_probe else str(one.becomes)


def _spliced(told: Told, one: Replacement) -> Told:
    becomes = "" if one.becomes is None else one.becomes
    if one.start is None or not isinstance(told, str):
        return becomes
    return f"{told[: one.start]}{becomes}{told[one.start + len(str(one.was)) :]}"


def _validated(node: BaseModel, field: str, value: Told) -> BaseModel:
    return type(node).model_validate(dict(node) | {field: value})
