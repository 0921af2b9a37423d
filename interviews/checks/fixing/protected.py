"""Takes a protected topic out of a text, or puts the lawful question in its place where that may stand."""

import re

from interviews.checks.fixing.cutting import asks, without_clauses, without_sentences
from interviews.checks.fixing.spot import Spot
from interviews.drafts import Finding, Fix, Language

FEWEST_CRITERIA = 2

# Topic -> what may be asked instead, and the words of the finding for which it is the same matter.
_INSTEAD: dict[str, tuple[str, re.Pattern[str]]] = {
    topic: (instead, re.compile(words, re.I))
    for topic, (instead, words) in {
        "religion": ("Can you work the schedule of this job?", r"holiday|sabbath|sunday|observe|time off"),
        "family": ("Can you work the stated hours or travel as the role requires?", ""),
        "health": ("Can you do these duties with or without reasonable accommodation?", r"^(?!.*yourself)"),
        "origin": (
            "Are you authorised to work in this country?",
            r"citizen|national|passport|visa|immigra|green card|residen|authori[sz]|naturali[sz]ed|foreigner|where (?:are|were) you\b",
        ),
        "age": ("Are you at least 18?", r"how old|\bage\b|birth|\bborn\b|d\.?o\.?b"),
        "credit": ("Do you have a reliable way to get to work?", r"\bcar\b|vehicle"),
        "affiliation": (
            "Which professional bodies that matter for this job do you belong to?",
            r"clubs?|societ|organi[sz]ation|\bassociation",
        ),
        "salary": ("What salary do you expect?", ""),
    }.items()
}


def protected(spot: Spot) -> Fix | None:
    """In what is asked, the sentence goes where another asks already, and an alternate goes as a whole.

    A line to screen by becomes the lawful question. A probe, a criterion or another line goes; an anchor loses the
    clause. A prompt that asks nothing else is for `screening` to move: the lawful question has no place on a scale."""
    part = spot.text.part
    if part in {"prompt", "alternate"}:
        return _asked(spot)
    if part == "screening":
        instead = lawful(spot.finding, spot.language)
        return spot.rewritten(instead) if instead else spot.left_out()
    if part in {"probe", "red flag", "elsewhere"}:
        return spot.left_out()
    if part in {"criterion", "anchor"}:
        return line(spot)
    rest = without_sentences(spot.text.words, spot.is_found_in) if part in {"opening", "closing"} else ""
    return spot.rewritten(rest) if rest else None


def line(spot: Spot) -> Fix | None:
    """A criterion or an anchor without the clause that is wrong; a criterion goes as a whole where enough are left."""
    fewest = 4 if spot.text.part == "criterion" else 3
    rest = without_clauses(spot.text.words, spot.is_found_in, fewest)
    if rest:
        return spot.rewritten(rest)
    is_one_of_many = spot.question is not None and len(spot.question.evaluation_criteria) > FEWEST_CRITERIA
    return spot.left_out() if spot.text.part == "criterion" and is_one_of_many else None


def _asked(spot: Spot) -> Fix | None:
    rest = without_sentences(spot.text.words, spot.is_found_in)
    if rest and asks(rest):
        return spot.rewritten(rest)
    return spot.rewritten("") if spot.text.part == "alternate" else None


def lawful(finding: Finding, language: Language) -> str:
    """What may be asked instead before an interview, where it is the same matter and the plan is in its language."""
    if language != "English":
        return ""
    instead, of_these = _INSTEAD.get(finding.code.removeprefix("prohibited."), ("", re.compile("")))
    return instead if instead and of_these.search(finding.words) else ""
