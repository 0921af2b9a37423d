"""Mends how a question asks: closed ones opened, two asks parted, probes neutral, minutes kept to the type."""

import re

from interviews.checks.fixing.cutting import asks, without_sentences
from interviews.checks.fixing.protected import FEWEST_CRITERIA, line
from interviews.checks.fixing.spot import Spot
from interviews.checks.looking import in_text
from interviews.checks.mending import MOST_PROBES
from interviews.checks.minutes import MINUTES
from interviews.checks.parting import parted
from interviews.checks.probes import NEUTRAL
from interviews.checks.rewrites import opened
from interviews.checks.words import Text
from interviews.drafts import Fix, Replacement

_SLOT = re.compile(r"\{[a-z_ ]{1,30}\|([^{}|]{1,80})\}")
_SUPPOSED = "What would you do next?"


def closed(spot: Spot) -> Fix | None:
    """The question as one that yes or no does not answer."""
    text = opened(spot.text.words)
    return spot.rewritten(text) if text else None


def two_tasks(spot: Spot) -> Fix | None:
    """The first ask as the prompt and the second as a probe, where there is room for one more."""
    two = parted(spot.text.words)
    if spot.text.part != "prompt" or spot.question is None or len(spot.question.follow_ups) >= MOST_PROBES:
        return None
    if not two or not two.whole or not two.first or in_text(Text("", "probe", two.second), spot.language):
        return None
    return Fix(
        says=f'Ask "{two.first}" and make "{two.second}" a probe.',
        replacements=[
            Replacement(where="prompt", was=spot.text.words, becomes=two.first),
            Replacement(where="follow_ups.0", was=None, becomes=two.second),
        ],
    )


def probe(spot: Spot) -> Fix | None:
    """The probe goes where another stays, else a neutral one takes its place."""
    if spot.question is None:
        return None
    if len(spot.question.follow_ups) > 1:
        return spot.left_out()
    is_past = spot.question.type == "behavioral"
    return spot.rewritten(NEUTRAL if is_past else _SUPPOSED)


def only_grades(spot: Spot) -> Fix | None:
    """A criterion that only grades goes where enough are left."""
    enough = spot.question is not None and len(spot.question.evaluation_criteria) > FEWEST_CRITERIA + 1
    return spot.left_out() if enough else None


def judges(spot: Spot) -> Fix | None:
    """Words that judge the person go with their sentence, their clause or their line."""
    part = spot.text.part
    if part in {"probe", "red flag", "elsewhere", "screening"}:
        return spot.left_out()
    if part in {"criterion", "anchor"}:
        return line(spot)
    rest = without_sentences(spot.text.words, spot.is_found_in) if part != "skill" else ""
    if part in {"prompt", "alternate"} and not asks(rest):
        return spot.rewritten("") if part == "alternate" else None
    return spot.rewritten(rest) if rest else None


def slots(spot: Spot) -> Fix | None:
    """Every slot of the text reads its default phrase."""
    text = _SLOT.sub(lambda match: match.group(1).strip(), spot.text.words)
    text = text[:1].upper() + text[1:] if spot.text.words.startswith("{") else text
    return spot.rewritten(text) if text != spot.text.words and not spot.is_found_in(text) else None


def minutes(spot: Spot) -> Fix | None:
    """The nearest number of minutes that the type of the question takes."""
    if spot.question is None:
        return None
    low, high = MINUTES[spot.question.type]
    becomes = min(max(spot.question.minutes, low), high)
    replacement = Replacement(where="minutes", was=spot.question.minutes, becomes=becomes)
    return Fix(says=f"Plan {becomes} minutes for it.", replacements=[replacement])
