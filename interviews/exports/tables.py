"""A plan as CSV: its questions, and a scorecard to fill in. UTF-8 with a byte order mark, which Excel needs; CRLF.

A cell that a spreadsheet could take for a formula begins with an apostrophe, as OWASP's page on CSV injection says."""

import csv
import io
from collections.abc import Iterable, Sequence

from interviews.drafts import PlanDraft, QuestionDraft
from interviews.exports.facts import Facts
from interviews.exports.words import ASK, IMPORTANCE, TYPES, asked, safe

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BEGINS_A_FIELD = ("\t", "\r", "\n")


def cell(value: object) -> str:
    """What stands in a cell: a number as it is, a text that no spreadsheet computes."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    is_risky = text.startswith(_BEGINS_A_FIELD) or text.lstrip().startswith(_FORMULA)
    return f"'{safe(text)}" if is_risky else safe(text)


def questions(plan: PlanDraft, facts: Facts) -> bytes:
    """One row for each question, in the order of the interview. Lists have one entry a line within their cell."""
    heads = [
        "number", "skill", "importance", "weight", "question", "type", "difficulty", "minutes", "dropped first",
        "why", "probes", "look for", "1", "2", "3", "4", "5", "red flags", "alternate",
    ]  # fmt: skip
    rows = (
        [
            number, skill.name, IMPORTANCE[skill.importance], skill.weight, question.prompt, TYPES[question.type],
            question.difficulty, question.minutes, "yes" if question.drop_first else "no", question.why,
            _lines(f"{probe.text} ({ASK[probe.ask]})" for probe in question.follow_ups),
            _lines(question.evaluation_criteria), *anchors(question), _lines(question.red_flags), question.alternate,
        ]
        for number, skill, question in asked(plan)
    )  # fmt: skip
    return _written(heads, rows)


def scorecard(plan: PlanDraft, facts: Facts) -> bytes:
    """One row for each question, with empty cells for the rating (1-5, not asked, not enough evidence) and notes."""
    heads = [
        "number", "skill", "importance", "weight", "question", "look for", "1", "2", "3", "4", "5", "rating", "notes",
    ]  # fmt: skip
    rows = (
        [
            number, skill.name, IMPORTANCE[skill.importance], skill.weight, question.prompt,
            _lines(question.evaluation_criteria), *anchors(question), "", "",
        ]
        for number, skill, question in asked(plan)
    )  # fmt: skip
    return _written(heads, rows)


def anchors(question: QuestionDraft) -> list[str]:
    """What answers at 1 to 5 show; empty where the scale has no anchor."""
    found = {anchor.score: anchor.anchor for anchor in question.rating_scale}
    return [found.get(score, "") for score in range(1, 6)]


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)


def _written(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
