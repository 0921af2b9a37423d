"""A scorecard as an Excel workbook: a sheet to rate one candidate, one with several side by side, one that explains.

Formulas compute the score as the plan says. No cell is protected, no text of the plan is ever a formula."""

import io
from datetime import datetime

from xlsxwriter import Workbook

from interviews.drafts import PlanDraft
from interviews.exports.facts import Facts
from interviews.exports.grid import Style
from interviews.exports.sheets import candidates_sheet, guide_sheet, scorecard_sheet
from interviews.exports.words import one_line, safe

_NO_DAY = datetime(2000, 1, 1)


def workbook(plan: PlanDraft, facts: Facts) -> bytes:
    """The file. It carries the values of its formulas, for programs that show a file without computing it."""
    out = io.BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    day = facts.exported_on
    book.set_properties(
        {
            "title": one_line(safe(plan.name)),
            "company": facts.team,
            "created": datetime(day.year, day.month, day.day) if day else _NO_DAY,
        }
    )
    style = Style.of(book)
    scorecard_sheet(book, style, plan, facts)
    candidates_sheet(book, style, plan, facts)
    guide_sheet(book, style, plan)
    book.close()
    return out.getvalue()
